"""Things that are told apart by a number: `loại 3`, `bài học thứ tư`, `điều kiện số 10`.

`Loại 3` after a question on `loại 1` asks that question of another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.references import number_words
from knowledge.text import fold, syllables

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
# `nhất`, `mười`, `mười bảy`, folded.
SPELT = rf"nhat|{number_words.SPELT}"
_NOUNS = (
    r"loai|hang|muc do|bai hoc|nguyen tac|buoc|dieu kien|nhiem vu|giai phap|khu vuc|nhom|phu luc|"
    r"truong hop|ly do|han che|viec|yeu cau"
)
_NUMBERED = re.compile(rf"\b({_NOUNS}) (?:(thu|so) )?(\d{{1,2}}|{'|'.join(_ROMAN)}|{SPELT})\b")
_LONGEST_ADDED = 4


@dataclass(frozen=True)
class Numbered:
    """One of several: what it is, which one, and where the text says so."""

    noun: str
    number: str
    start: int
    end: int


def value(said: str) -> int | None:
    """The number of `3`, `thu ba`, `muoi bay`, folded; None where it is none."""
    word = said.removeprefix("thu ").removeprefix("so ")
    if word.isdigit():
        return int(word)
    return 1 if word == "nhat" else number_words.value(word)


def find(text: str) -> list[Numbered]:
    """The things told apart by a number that a text names; a bare word is no number of one."""
    found = []
    for match in _NUMBERED.finditer(fold(text)):
        spelt = not match[3].isdigit() and match[3] not in _ROMAN
        if not spelt or match[2] == "thu":
            number = _ROMAN.get(match[3]) or value(match[3])
            found.append(Numbered(match[1], str(number), *match.span()))
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
