"""The day a document takes effect, where one of its closing provisions states it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from knowledge.readers.dates import DATE, find_date

_SUBJECT = (
    r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết(?: liên tịch)?|Nghị định|Quyết định"
    r"|Thông tư(?: liên tịch)?|Chỉ thị|Văn bản|Hướng dẫn|Quy định|Quy chế|Kế hoạch|Điều lệ)(?: này)"
)
_STATES = re.compile(
    rf"{_SUBJECT},?[^.;]{{0,80}}?có hiệu lực(?: thi hành)?,?\s*(?:kể\s+)?"
    r"(?P<when>(?:từ|sau|vào|ngay)\b[^.;]{0,120})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^sau\s*(\d{1,3})\s*(?:\([^)]*\)\s*)?ngày,?\s*(?:kể\s+)?từ\s+ngày\s+(?:ký|ban hành|thông qua)",
    re.IGNORECASE,
)
_ON_SIGNING = re.compile(
    r"^(?:ngay\s+)?(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?(?:ký|ban hành|thông qua)", re.IGNORECASE
)


def read(provisions: Iterable[str], signed: dt.date | None) -> tuple[dt.date | None, str]:
    """The day, and the words that state it.

    Args:
        provisions: texts of the document's own articles, quotations left out, in order.
        signed: the day of signing, from which some documents count.

    Returns:
        None and the words where they name no day (`kể từ ngày đăng Công báo`); None and
        "" where nothing is stated.
    """
    undated = ""
    for text in provisions:
        for match in _STATES.finditer(text):
            when = match["when"]
            if day := _day(when, signed):
                return day, match[0]
            undated = undated or match[0]
    return None, undated


def _day(when: str, signed: dt.date | None) -> dt.date | None:
    if after := _AFTER.match(when):
        return signed + dt.timedelta(days=int(after[1])) if signed else None
    if _ON_SIGNING.match(when):
        return signed
    if re.match(rf"^(?:từ|vào)\s+(?:(?:0|24)\s*giờ\s*)?{DATE}", when, re.IGNORECASE):
        return find_date(when)
    return None
