"""What was set against what is: `trước kia … giờ`, `đợt trước … đợt này`, `2009 … còn giờ`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.references.mention import DOCUMENT, PERIOD, TIME, Mention, drop_overlaps

BEFORE, TODAY = "giai đoạn trước", "hiện nay"
_SETS = r"bo tieu chi|bo|tieu chi|chi tieu|tc|ban|cai|muc|quy dinh|van ban"
_SPANS = r"giai doan|gd|thoi ky|ky|dot|lan|nhiem ky"
_NO_DAY = r"(?! (?:khi|ngay|nam|(?:19|20)\d\d\b|\d+/\d))"
THEN = re.compile(
    r"\btruoc (?:day|kia|do|gio|nay)\b|"
    rf"\b(?:hoi|ngay|thoi|luc) (?:xua|truoc|cu)\b{_NO_DAY}|\b(?:hoi|thoi) (?:do|ay)\b|"
    rf"\b(?:{_SPANS}|{_SETS})(?: xa)? (?:lien |ke )?"
    rf"(?:truoc(?: do| day)?|cu|vua (?:qua|roi))\b{_NO_DAY}|"
    r"\b(?:so (?:voi|vs) )(?:truoc|cu)\b|\bxua(?: kia)?\b"
)
NOW = re.compile(
    r"\b(?:bay gio|hien (?:nay|tai|gio|hanh)|ngay nay|(?:hien |bay gio )?dang (?:duoc )?ap dung|"
    r"(?<!bao )(?<!may )(?<!hien )(?<!bay )gio(?! (?:day|truoc|sau))|"
    rf"(?:{_SPANS}) nay|(?:{_SPANS}|{_SETS})(?: xa)? (?:moi(?! truong)(?: nhat| day| ban hanh)?|"
    r"hien (?:nay|hanh|tai)|bay gio|dang (?:dung|ap dung)))\b|"
    r"(?<=[,;.] )nay(?= (?:can|co|phai|thi|la|doi|chi|con|duoc|da)\b)"
)
# `lúc đó`, `trước đó` beside a time point to it.
_POINTER = re.compile(r"\b(?:do|ay)$")
_OF_A_SET = re.compile(r"bo\b")


def mentions(folded: str, named: Sequence[Mention], year: int) -> list[Mention]:
    """The times set against each other, instead of those that were read one by one.

    Args:
        folded: the question.
        named: what it mentions.
        year: this one.

    Returns:
        What was and what is, or one of them beside a time that is named; empty where neither
        is said, or nothing is beside it.
    """
    times = [m for m in named if m.kind == PERIOD or (m.kind == TIME and m.value[0].isdigit())]
    others = [*times, *(m for m in named if m.kind == DOCUMENT)]
    found = [m for m in both(folded) if all(m.end <= o.start or o.end <= m.start for o in others)]
    if times:
        found = [m for m in found if not _POINTER.search(folded[m.start : m.end])]
    if any(_is_of(m, year) for m in times):  # `bộ mới` is that of 2026-2030
        found = [m for m in found if m.value != TODAY]
    if not found or len(found) + len(others) < 2:
        return []
    return sorted([*found, *times], key=lambda m: m.start)


def _is_of(time: Mention, year: int) -> bool:
    first, last = time.value[:4], time.value[-4:]
    return time.kind == PERIOD and int(first) <= year <= int(last)


def both(folded: str) -> list[Mention]:
    """The words for what was and for what is, as far as they are there."""
    found = ((BEFORE, THEN.search(folded)), (TODAY, NOW.search(folded)))
    return drop_overlaps(Mention(TIME, value, *match.span()) for value, match in found if match)


def in_full(mention: Mention, worded: str) -> str:
    """`bộ cũ` as the set of the period before; other words as the time that they stand for."""
    return f"bộ tiêu chí {mention.value}" if _OF_A_SET.match(worded) else mention.value
