"""`Còn xã?` after what was asked of a district: the same question, asked of the other unit."""

from __future__ import annotations

import re

from knowledge.answering.query import Query, resolve
from knowledge.references import levels
from knowledge.references.follow_up import own_words
from knowledge.references.parser import LEVEL
from knowledge.text import fold, normalise

_SPELLED = {"xa": "xã", "huyen": "huyện", "tinh": "tỉnh"}
_SAID = frozenset(
    [
        "con",
        "the",
        "vay",
        "thi",
        "sao",
        "rieng",
        "cua",
        "cap",
        "o",
        "doi",
        "voi",
        "xa",
        "huyen",
        "tinh",
        "toi",
        "hoi",
        "la",
        "y",
    ]
)
_LONGEST = 40


def resolved(query: Query) -> Query:
    """The earlier question asked of the unit that is named; the query where it says more."""
    earlier = query.before.subject or ""
    named = levels.units(query.question)
    asked = levels.units(earlier)
    kinds = {mention.kind for mention in query.references.mentions}
    bare = kinds <= {LEVEL} and set(own_words(query.references).split()) <= _SAID
    other = len(named) == len(asked) == 1 and named != asked and not query.before.address
    if not (bare and other and _is_short(query)) or len(earlier.split()) > _LONGEST:
        return query
    folded = fold(earlier)
    if len(folded) != len(normalise(earlier)):
        return query
    question = normalise(earlier)
    for match in reversed(list(re.finditer(rf"\b{asked[0]}\b", folded))):
        question = f"{question[: match.start()]}{_SPELLED[named[0]]}{question[match.end() :]}"
    return resolve(question, query.today, query.before.without_subject(), query.courtesy)


def _is_short(query: Query) -> bool:
    """Whether it says no more than which unit is meant."""
    return set(re.findall(r"[a-z]+", fold(query.question))) <= _SAID
