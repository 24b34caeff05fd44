"""What a typist may have meant: the words one slip of the finger away from a typed one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.references.syllable import is_syllable

_LETTERS = "abcdeghiklmnopqrstuvxy"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {
    letter: tuple(row[at] for at in (place - 1, place + 1) if 0 <= at < len(row))
    for row in _ROWS
    for place, letter in enumerate(row)
}
"""The keys to the left and right of each letter."""
_TELEX_TONE = re.compile(r"(?<=[aeiouywcmnptgh])[sfrxj]$")
_TELEX_MARKS = re.compile(r"(?<=[aou])w|([aeod])(?=\1)")


def one_edit_away(word: str) -> Iterator[list[str]]:
    """Damerau-Levenshtein distance one, the likeliest slips first.

    Letters swapped, left out, doubled or typed in excess, and typed wrong.
    """
    yield from _without_a_letter_typed_wrong(word)
    yield [head + letter + tail[1:] for head, tail in _cuts(word) if tail for letter in _LETTERS]


def one_slip_away(word: str) -> set[str]:
    """As `one_edit_away`, but a letter typed wrong is that of a key beside the right one."""
    wrong = [
        head + letter + tail[1:]
        for head, tail in _cuts(word)
        if tail
        for letter in BESIDE.get(tail[0], ())
    ]
    return {near for group in _without_a_letter_typed_wrong(word) for near in group} | set(wrong)


def without_telex(word: str) -> str | None:
    """`tieeu` for `tiêu`, `kis` for `kí`: keys of the Telex input method that stayed letters."""
    plain = _TELEX_MARKS.sub("", _TELEX_TONE.sub("", word))
    return plain if plain != word and is_syllable(plain) else None


def _without_a_letter_typed_wrong(word: str) -> Iterator[list[str]]:
    cuts = _cuts(word)
    yield [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    yield [head + letter + tail for head, tail in cuts for letter in _LETTERS]
    yield [head + tail[1:] for head, tail in cuts if tail]


def _cuts(word: str) -> list[tuple[str, str]]:
    return [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
