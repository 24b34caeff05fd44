"""`Xã tôi đạt mấy tiêu chí rồi?`: how far one commune is, which the knowledge does not tell."""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.outside import refusals
from knowledge.answering.outside.allotment import OURS
from knowledge.answering.query import Query
from knowledge.references.parser import PROVINCE
from knowledge.text import fold

_ASKED = re.compile(
    rf"\b{OURS}(?: (?:da|dang|hien|gio|nay|bay gio|hien nay|nam nay|thi))*"
    r" dat (?:duoc )?(?:bao nhieu|may) (?:tieu chi|chi tieu)\b(?! (?:thi|la|moi)\b)"
)


def answer(query: Query) -> Answer | None:
    """That there is no such figure; None where something else is asked, or of a province."""
    elsewhere = query.references.values(PROVINCE)
    return refusals.no_figure(query) if _is_asked(query) and not elsewhere else None


def _is_asked(query: Query) -> bool:
    return _ASKED.search(fold(query.question)) is not None
