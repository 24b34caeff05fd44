"""Titles that no set of criteria knows: `xã nông thôn mới thông minh`, `phường nông thôn mới`."""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import courtesy
from knowledge.answering.query import Query
from knowledge.corpus.fields import Level
from knowledge.text import fold

_NTM = r"(?:nong thon moi|ntm)"
_NO_TITLE = re.compile(
    rf"\bxa {_NTM} (?P<called>thong minh|xanh|sinh thai|tieu bieu|van minh|dang song|so)\b|"
    r"\bxa (?P<alone>hanh phuc|dang song)\b"
)
# Of wards and towns no set was ever made; a ward that was a commune may work by that of communes.
_NO_UNIT = re.compile(
    rf"\b(phuong|thi tran|to dan pho|khu pho)(?: (?:dat|chuan|dat chuan|la))* {_NTM}"
    r"(?: (?:nang cao|kieu mau|hien dai))?\b"
)
_OF_A_SET = re.compile(
    r"\bbo tieu chi\b|\b(?:bao nhieu|may) (?:tieu chi|chi tieu)\b|"
    r"\b(?:nang cao|kieu mau|hien dai)\b"
)
_TITLES = (
    Level.COMMUNE,
    Level.COMMUNE_ADVANCED,
    Level.COMMUNE_MODEL,
    Level.COMMUNE_MODERN,
)


def answer(query: Query) -> Answer | None:
    """That there is no such title, and which there are; None where none is named."""
    folded = fold(query.question)
    match = _NO_TITLE.search(folded)
    if match:
        start, end = match.span("called" if match["called"] else "alone")
        said = f"danh hiệu xã nông thôn mới {query.question[start:end]}"
    elif (unit := _NO_UNIT.search(folded)) and _OF_A_SET.search(folded):
        said = (
            f"bộ tiêu chí hay danh hiệu {query.question[unit.start() : unit.end()].strip().lower()}"
        )
    else:
        return None
    titles = wording.listed([wording.LEVEL_NAMES[level] for level in _TITLES])
    return Answer(
        Outcome.CORRECTED,
        Kind.REFUSAL,
        wording.paragraphs(
            f"Trong kho không có {said}. Các danh hiệu cấp xã đã có "
            f"trong bộ tiêu chí quốc gia là: {titles}.",
            "Nếu đó là tên riêng của tỉnh, anh/chị hỏi Văn phòng Điều phối nông thôn mới tỉnh.",
        ),
        query.today,
        suggestions=courtesy.EXAMPLES[:1],
    )
