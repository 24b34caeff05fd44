"""Things that are told apart by a number: `loại 3`, `bài học thứ tư`, `điều kiện số 10`.

`Loại 3` after a question on `loại 1` asks that question of another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.text import fold, syllables

_WORDS = {
    **{"nhat": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6"},
    **{"bay": "7", "tam": "8", "chin": "9", "muoi": "10"},
    **{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"},
}
_NOUNS = (
    r"loai|hang|muc do|bai hoc|nguyen tac|buoc|dieu kien|nhiem vu|giai phap|khu vuc|nhom|phu luc|"
    r"truong hop|ly do|han che|viec|yeu cau"
)
_NUMBERED = re.compile(
    rf"\b({_NOUNS}) (?:(thu|so) )?(\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b"
)
_LONGEST_ADDED = 4
_ONES = ("nhat", "mot", "hai", "ba", "tu", "bon", "nam", "lam", "sau", "bay", "tam", "chin")
_VALUES = dict(zip(_ONES, (1, 1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9), strict=True))
# `nhất`, `mười`, `mười bảy`, folded.
SPELT = rf"muoi(?: (?:{'|'.join(_ONES)}))?|{'|'.join(_ONES)}"


@dataclass(frozen=True)
class Numbered:
    """One of several: what it is, which one, and where the text says so."""

    noun: str
    number: str
    start: int
    end: int


def value(said: str) -> int | None:
    """The number of `3`, `thu ba`, `muoi bay`, folded; None where it is none."""
    *before, last = said.removeprefix("thu ").removeprefix("so ").split() or [""]
    if last.isdigit():
        return int(last)
    if last == "muoi":
        return 10
    ones = _VALUES.get(last)
    return ones and ones + (10 if before == ["muoi"] else 0)


def find(text: str) -> list[Numbered]:
    """The things told apart by a number that a text names; a bare word is no number of one."""
    found = []
    for match in _NUMBERED.finditer(fold(text)):
        spelt = not match[3].isdigit() and match[3] not in ("i", "ii", "iii", "iv", "v")
        if not spelt or match[2] == "thu":
            number = _WORDS.get(match[3], match[3]).lstrip("0")
            found.append(Numbered(match[1], number, *match.span()))
    return found


def exchanged(message: str, earlier: str) -> str | None:
    """The earlier question asked of the one that a message names; None where it asks otherwise.

    Args:
        message: `còn loại 3?`; what it says besides must be short.
        earlier: `xã loại 1 được bao nhiêu người?`.
    """
    named = find(message)
    same = [one for one in find(earlier) if named and one.noun == named[0].noun]
    if len(named) != 1 or not same or len(fold(earlier)) != len(earlier):
        return None
    rest = f"{message[: named[0].start]} {message[named[0].end :]}"
    if len(syllables(rest)) > _LONGEST_ADDED:
        return None
    said = message[named[0].start : named[0].end]
    return f"{earlier[: same[0].start]}{said}{earlier[same[0].end :]}"


def contradicts(question: str, told: str) -> bool:
    """Whether a text tells of others of what a question asks for, and not of that one."""
    there = find(told)
    for asked in find(question):
        others = {one.number for one in there if one.noun == asked.noun}
        if others and asked.number not in others:
            return True
    return False
