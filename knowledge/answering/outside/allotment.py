"""`Xã tôi năm nay được phân bổ bao nhiêu vốn?`: what was given to one commune, which is not known.

The whole that a resolution sets aside for the country is no answer to that.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.text import fold

OURS = r"(?:xa|huyen|tinh|thon|phuong)(?: (?:chung|ben|cua))? (?:toi|em|minh|tui|ta|con|chau)\b"
_GIVEN = r"(?:phan bo|cap|giao|chia|bo tri|rot|nhan|huong|phan)"
_AMOUNT = r"(?:bao nhieu|may (?:ty|trieu|dong|nghin))\b"
_ASKED = re.compile(
    rf"\b{OURS}.{{0,30}}\bduoc (?:\w+ )?{_GIVEN}\b.{{0,30}}\b{_AMOUNT}|"
    rf"\b(?:von|tien|kinh phi|ngan sach)\b.{{0,30}}\b(?:ve|cho|cua) {OURS}.{{0,20}}\b{_AMOUNT}|"
    rf"\b(?:{_GIVEN}|rot)(?: ve| cho)* {OURS}.{{0,20}}\b{_AMOUNT}|"
    rf"\b{_AMOUNT}(?: von| tien| kinh phi)* (?:ve|cho) {OURS}"
)
# What is to be reached is laid down for all alike.
_LAID_DOWN = re.compile(r"\b(?:tieu chi|chi tieu|phan tram|ty le|dieu kien|can bo|cong chuc)\b|%")


def answer(query: Query) -> Answer | None:
    """That it is not known, and where it is laid down; None where that is not asked."""
    folded = fold(query.question)
    if not _ASKED.search(folded) or _LAID_DOWN.search(folded):
        return None
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        "Kho không có số vốn phân bổ cho từng địa phương. Anh/chị xem quyết định giao vốn của Ủy "
        "ban nhân dân tỉnh hoặc hỏi cơ quan tài chính, Văn phòng Điều phối nông thôn mới của tỉnh.",
        query.today,
    )
