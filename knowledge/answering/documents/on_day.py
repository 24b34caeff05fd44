"""The day for which validity is asked: `tháng 5/2014 nghị định ấy còn dùng không`."""

from __future__ import annotations

import datetime as dt
import re

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import Interval
from knowledge.references.parser import TIME
from knowledge.text import fold

_A_MONTH = dt.timedelta(days=31)
# `vào năm 2015 còn hiệu lực không`; `Quyết định 7 năm 2015` is the document's own year.
_IN_THE_YEAR = (
    r"\b(?:vao|trong|tai|den|toi|hoi|luc|o|den cuoi|cuoi|dau|giua) (?:thoi diem )?nam {}\b"
)


def asked(query: Query, regulation: Regulation) -> tuple[dt.date, str | None]:
    """The day asked about and how it is called, where it is past and no date of the document.

    Returns:
        Today and None for any other.
    """
    span = _named(query)
    if span is None or span.last >= query.today:
        return query.today, None
    own = {day for day in (regulation.signed, regulation.effective, regulation.expires) if day}
    if span.first in own:
        return query.today, None
    if span.last == span.first:
        return span.last, f"vào ngày {wording.date(span.last)}"
    if span.last - span.first <= _A_MONTH:
        return span.last, f"vào tháng {span.first.month}/{span.first.year}"
    year = _IN_THE_YEAR.format(span.first.year)
    of_document = span.first.year in {day.year for day in own}
    if of_document or not re.search(year, fold(query.question)):
        return query.today, None
    return span.last, f"vào cuối năm {span.first.year}"


def _named(query: Query) -> Interval | None:
    """The one time that the message itself names."""
    named = [value for value in query.references.values(TIME) if value[0].isdigit()]
    return query.times[0] if len(named) == 1 and len(query.times) == 1 else None
