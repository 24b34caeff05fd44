"""Keys of the VNI input method that stayed digits: `na8m` for `năm`, `luat5` for `luật`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.references.syllable import is_syllable
from knowledge.text import fold

# 1 to 5 are tones, 6 is for â ê ô, 7 for ơ ư, 8 for ă, 9 for đ.
_TYPED = re.compile(r"(?<![\w/.-])[^\W\d_]+[1-9](?:[^\W\d_]|[1-9])*(?![\w/]|[.-]\d)")
_TONES = re.compile(r"[1-5]")
_MARKS = re.compile(r"(?<=[aeo])6|(?<=[ou])7|(?<=[ou][aoiu])7|(?<=a)8|(?<=d)9|(?<=[a-z])[1-9]$")
_NUMBER_AT_END = re.compile(r"^[a-z]+[1-9]+$")
# What stands before a number of its own: `nhóm2`, `số7`.
_NOUNS = (
    "nam thang ngay quy dieu khoan muc nhom vung loai cap bac den sau tren thu so chi tieu luc "
    "chuong phan lan dot lop doi to thon hang khu ban bo xa huyen tinh"
)
_NUMBERED = frozenset(_NOUNS.split())
_SHORTEST = 2


def may_be_in(text: str) -> bool:
    """Whether a word and digits are written together, as such keys leave them."""
    return _TYPED.search(text) is not None


def without(text: str, spared: Sequence[tuple[int, int]] = ()) -> str:
    """The text with such syllables as they were meant, without their diacritics.

    Args:
        text: normalised.
        spared: where nothing is to be changed.
    """

    def meant(typed: re.Match[str]) -> str:
        if any(start <= typed.start() < end for start, end in spared):
            return typed[0]
        return _meant(fold(typed[0])) or typed[0]

    return _TYPED.sub(meant, text)


def _meant(typed: str) -> str | None:
    tones = _TONES.findall(typed)
    letters = re.sub(r"[1-9]", "", typed)
    number = _NUMBER_AT_END.match(typed) is not None and letters in _NUMBERED
    if number or len(tones) > 1 or len(letters) < _SHORTEST or not is_syllable(letters):
        return None
    left = _TONES.sub("", _MARKS.sub("", typed))
    return letters if left == letters else None
