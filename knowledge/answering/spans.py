"""The days that a period, a year, a month or a day stands for."""

from __future__ import annotations

import datetime as dt

from knowledge.corpus.timeline import Interval


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
