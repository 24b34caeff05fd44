"""What is asked about a thing: its basis, its threshold, who signed it, how many there are ...

An aspect says what kind of answer is wanted; what the question is about comes from the references.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.references import generic
from knowledge.references.aspect import Aspect
from knowledge.references.aspect_ways import WAYS
from knowledge.text import fold, normalise, strip_diacritics

_WORD = re.compile(rf"\b(?:{generic.TWO_SYLLABLES})\b|" r"\d+(?:[.,]\d+)*|[a-z]+|\d+")
_COMPILED = tuple((aspect, re.compile("|".join(ways))) for aspect, ways in WAYS.items())
# `tiêu chí chợ là số mấy`: the number of a criterion, not that of a document.
_NUMBER_OF_A_ROW = re.compile(
    r"^(?!.*\b(?:van ban|quyet dinh|qd|qdinh|vb|thong tu|nghi dinh|cong van|nghi quyet|huong dan|"
    r"theo|luat)\b)(?=.*(?<!bo )\b(?:tieu chi|chi tieu)\b).*\b(?:la|mang|dung|gio|nay|danh)"
    r"(?: (?:o|la|chi|cai))* (?:so|thu) (?:may|bao nhieu)\b"
)


def aspects(question: str) -> list[Aspect]:
    """The aspects asked for, the most telling first."""
    return list(_aspects(question))


# One message is read from many sides; that takes as long as all the rest if it is read anew.
@lru_cache(maxsize=1024)
def _aspects(question: str) -> tuple[Aspect, ...]:
    folded = fold(question)
    found = [aspect for aspect, pattern in _COMPILED if pattern.search(folded)]
    if Aspect.BASIS in found and _NUMBER_OF_A_ROW.search(folded):
        position = found.index(Aspect.BASIS)
        found[position : position + 1] = [Aspect.WHICH_CRITERION] * (
            Aspect.WHICH_CRITERION not in found
        )
    return tuple(found)


def asked_at(question: str, aspect: Aspect) -> int:
    """Where an aspect is asked for in the folded question; -1 where it is not."""
    found = dict(_COMPILED)[aspect].search(fold(question))
    return found.start() if found else -1


def without_aspects(text: str) -> str:
    """The folded text with the ways of asking cut out."""
    rest = strip_diacritics(normalise(text).lower())
    for pattern in (generic.PURPOSE, *(pattern for _, pattern in _COMPILED)):
        rest = pattern.sub(_blank, rest)
    return rest


@lru_cache(maxsize=1024)
def subject(text: str) -> str:
    """The words of a question that say what it is about.

    Args:
        text: the question without its references.

    Returns:
        Folded words; empty where the question has no matter of its own.
    """
    typed = normalise(text).lower()
    rest = generic.TERMS.sub(_blank, without_aspects(text))
    words = (match for match in _WORD.finditer(rest) if not match[0][0].isdigit())
    return " ".join(
        word[0]
        for word in words
        if not generic.says_nothing(word[0], typed[word.start() : word.end()])
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
