"""`Thông tư 52 có hướng dẫn xã hiện đại không?`: whether it guides that, and not what guides it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.text import fold

_ASKED = re.compile(
    r"\bco (?:huong dan|nhac|de cap)(?: (?:ve|den|toi|cho))* "
    r"(?!gi\b|nao\b|chua\b|khong\b|ko\b|rieng\b|cu the\b|chi tiet\b|thi hanh\b|thuc hien\b|cua\b)"
    r"(?:[\w.]+ ){1,8}?(?:khong|ko|hong|chua)\b"
)


def asked(question: str) -> bool:
    """Whether it is asked if a document guides something, and not whether it is guided."""
    return _ASKED.search(fold(question)) is not None


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """What a guide says of the matter; None where it says nothing of it."""
    if len(found) != 1:
        return None
    number = found[0].number
    if not any(relation.type is RelationType.GUIDES for relation in found[0].relations):
        return None
    fits = candidates.fitting(query)
    return free.reply(
        query,
        index,
        lambda passage: passage.document == number and not passage.overview and fits(passage),
        candidates.NARROW_THRESHOLD,
    )
