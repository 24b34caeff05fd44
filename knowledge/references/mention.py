"""What the parser finds: a typed mention with its exact value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DOCUMENT = "document"
CRITERION = "criterion"
INDICATOR = "indicator"
PERIOD = "period"
TIME = "time"
REGION = "region"
PROVINCE = "province"
GROUP = "group"
LEVEL = "level"

KINDS = (DOCUMENT, CRITERION, INDICATOR, PERIOD, TIME, REGION, PROVINCE, GROUP, LEVEL)


@dataclass(frozen=True)
class Mention:
    """One mention.

    Attributes:
        kind: one of `KINDS`.
        value: canonical (`318/QĐ-TTg`, `18.1`, `2021-2025`, `TN`, `Hậu Giang`, `xã nâng cao`).
        start, end: character offsets in the text that was parsed.
    """

    kind: str
    value: str
    start: int
    end: int


def drop_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Keeps mentions in the given order of preference; later ones must not overlap them."""
    kept: list[Mention] = []
    for mention in mentions:
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)
