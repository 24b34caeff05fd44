"""The days that a period, a year, a month or a day stands for."""

from __future__ import annotations

import datetime as dt

from knowledge.corpus.fields import Period
from knowledge.corpus.timeline import Interval

_FIRST_DAY = dt.date(2000, 1, 1)
_LAST_DAY = dt.date(2099, 12, 31)


def of(value: str) -> Interval | None:
    """The days of `2018`, `2026-03`, `2016-10-17` or `2021-2025`; None for 31 February."""
    try:
        return _days(value)
    except ValueError:
        return None


def _days(value: str) -> Interval:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 2 and parts[1] > 12:
        return Interval(dt.date(parts[0], 1, 1), dt.date(parts[1], 12, 31))
    if len(parts) == 3:
        day = dt.date(*parts)
        return Interval(day, day)
    if len(parts) == 2:
        first = dt.date(parts[0], parts[1], 1)
        following = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return Interval(first, following - dt.timedelta(days=1))
    return Interval(dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31))


def fits(asked: Interval | None, period: Period | None) -> bool:
    """Whether a planning period is of the time asked about; it is where either is open."""
    return asked is None or period is None or asked.touches(period)


def meant(value: str | None, today: dt.date) -> Interval | None:
    """The days that a conversation's period stands for; None where it leaves the time open.

    Args:
        value: `2021-2025`, `2026-03`, `now`, `<2016`, `>2020`; `previous` and `next` are relative.
        today: the day on which it is asked.
    """
    if value is None or value in ("previous", "next"):
        return None
    if value == "now":
        return Interval(today, today)
    if value[0] == "<":
        return Interval(_FIRST_DAY, dt.date(int(value[1:]) - 1, 12, 31))
    if value[0] == ">":
        return Interval(dt.date(int(value[1:]) + 1, 1, 1), _LAST_DAY)
    return of(value)
