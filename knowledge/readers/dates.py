"""Dates as official texts write them."""

from __future__ import annotations

import datetime as dt
import re

DATE = (
    r"(?:ngày\s*)?(\d{1,2})\s*(?:tháng\s*(\d{1,2})\s*,?\s*năm\s*(\d{4})"
    r"|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}))"
)
_DATE = re.compile(rf"{DATE}(?!\d)", re.IGNORECASE)


def find_date(text: str) -> dt.date | None:
    """The first date in the text that exists."""
    for match in _DATE.finditer(text):
        day, month, year = match[1], match[2] or match[4], match[3] or match[5]
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue  # 31 tháng 9: a slip; the next one may be meant
    return None
