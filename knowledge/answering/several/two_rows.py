"""Thresholds of two rows asked for with one question word: `đường thôn và đường ngõ bao nhiêu`.

Each half names a row of its own: the first takes the question from the second where it has none,
the second takes from the first its set, level, time and place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query, resolve
from knowledge.references.parser import (
    DOCUMENT,
    GROUP,
    LEVEL,
    PERIOD,
    PROVINCE,
    REGION,
    TIME,
    parse,
)
from knowledge.text import strip_diacritics

_AND = re.compile(r"\s+(?:và|va|với|cùng)\s+")
_HOW_MUCH = re.compile(
    r"(?:\b(?:la|can|phai|dat|thi|yeu cau|quy dinh) )*\b(?:bao nhieu|may (?:%|phan tram|trieu))"
)
_SHARED = frozenset({DOCUMENT, GROUP, LEVEL, PERIOD, PROVINCE, REGION, TIME})
_MOST = 2


def of(query: Query, whole: Answer, again: Callable[[Query], Answer]) -> list[Answer] | None:
    """The answers on each of two rows; None where the question does not name two.

    Args:
        query: the question.
        whole: what it was answered; of one of the rows.
        again: answers a question, with the context that the next one inherits.
    """
    if whole.kind is not Kind.REQUIREMENT:
        return None
    for cut in list(_AND.finditer(query.question))[:_MOST]:
        first, second = query.question[: cut.start()], query.question[cut.end() :]
        asked = _HOW_MUCH.search(_bare(second))
        if not _HOW_MUCH.search(_bare(first)):
            first = f"{first} {second[asked.start() :]}" if asked else ""
        if not first:
            continue
        told = again(resolve(_in_the_same_place(first, second), query.today, query.before))
        if not _of_a_row(told):
            continue
        beside = again(resolve(second, query.today, told.context, continues=True))
        if _of_a_row(beside) and beside.context.row != told.context.row:
            return [told, beside]
    return None


def _in_the_same_place(first: str, second: str) -> str:
    """The first half with the set, time and place that only the second one names."""
    named = {mention.kind for mention in parse(first).mentions}
    shared = [
        second[mention.start : mention.end]
        for mention in parse(second).mentions
        if mention.kind in _SHARED - named
    ]
    return " ".join([first, *shared])


def _of_a_row(told: Answer) -> bool:
    answered = told.kind is Kind.REQUIREMENT and told.outcome is Outcome.ANSWERED
    return answered and told.context.row is not None


def _bare(text: str) -> str:
    return strip_diacritics(text).lower()
