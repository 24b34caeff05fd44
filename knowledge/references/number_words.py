"""Vietnamese number words, folded: `mot` to `chin`, `muoi`, `muoi lam`, `hai muoi mot`."""

from __future__ import annotations

ONES = {
    **{"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6},
    **{"bay": 7, "tam": 8, "chin": 9},
}
_ONE = "|".join(ONES)
SPELT = rf"(?:(?:{_ONE})\s+)?muoi(?:\s+(?:{_ONE}))?|{_ONE}"
"""Matches one to ninety-nine in folded text."""


def value(words: str) -> int | None:
    """The number that folded words say, from one to ninety-nine; None where they say none."""
    tens, ten, ones = words.strip().rpartition("muoi")
    if not ten:
        return ONES.get(ones)
    head, tail = tens.strip(), ones.strip()
    if (head and head not in ONES) or (tail and tail not in ONES):
        return None
    return ONES.get(head, 1) * 10 + ONES.get(tail, 0)
