"""Names that are no Vietnamese words, as `OCOP`: what tells nothing of them answers nothing.

A programme of its own with such a name has documents of its own. What is laid down for the
programme that the knowledge is about is no answer, however much else of the wording it shares.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, declined, free
from knowledge.answering.searching.confidence import terms_of
from knowledge.indexing.index import Index
from knowledge.references.spelling import is_abbreviated
from knowledge.references.syllable import is_syllable
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# An abbreviation has one vowel at most; `VietGAP`, `internet` are words of the rows themselves.
_VOWELS = re.compile(r"[aeiouy].*[aeiouy]")
_CALLED = re.compile(r"\b(?:chuong trinh|san pham|de an|du an) ([a-z]+)\b")


def named(query: Query, knows: Callable[[str], bool]) -> frozenset[str]:
    """The names of that kind, folded, which a question has.

    Args:
        query: the question.
        knows: whether the texts have a word; what they have not may be a typing error.
    """
    return frozenset(
        word
        for word in _CALLED.findall(fold(query.core.text))
        if _VOWELS.search(word) and not (is_syllable(word) or is_abbreviated(word)) and knows(word)
    )


def answer(query: Query, index: Index) -> Answer | None:
    """What the texts with the name in them say, or that none answers; None without such a name."""
    names = named(query, index.retriever.lexical.knows)
    if not names:
        return None
    fits = candidates.fitting(query)

    def has_it(passage: Passage) -> bool:
        return names <= terms_of(passage) and fits(passage)

    return free.reply(query, index, has_it) or declined.answer(query, index)
