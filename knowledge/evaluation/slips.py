"""Typing errors put into a question: how much a slip of the finger costs is measured with them.

The kinds are those that Vietnamese typists make: a tone mark or all marks of a word left out,
keys of the Telex input method that stayed letters, letters swapped, left out, doubled or hit
beside the key, a space forgotten. Numbers, words with capital letters and abbreviations are
spared: a wrong number is another question, not a slip.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from knowledge.references.slips import BESIDE
from knowledge.text import normalise, strip_diacritics

_WORD = re.compile(r"(?<![\w/.-])[^\W\d_]+(?![\w/.-]*[\d/-])")
_BETWEEN = re.compile(r"[^\W\d_] [^\W\d_]")
_SHORTEST = 3
# As often as each of the seven kinds of error within a word.
_RUN_ON = 1 / 8
_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_MARKS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}


def slip(question: str, seed: str) -> str:
    """The question with one word mistyped.

    Args:
        question: as it is right.
        seed: the same seed gives the same slip.

    Returns:
        The mistyped question; the question itself where no word can be mistyped.
    """
    text = normalise(question)
    chance = random.Random(f"{seed}:{text}")
    words = [m for m in _WORD.finditer(text) if len(m[0]) >= _SHORTEST and m[0].islower()]
    chance.shuffle(words)
    for word in words:
        if chance.random() < _RUN_ON and _BETWEEN.match(text, word.end() - 1):
            return text[: word.end()] + text[word.end() + 1 :]
        for kind in chance.sample(_KINDS, len(_KINDS)):
            wrong = kind(word[0], chance)
            if wrong != word[0]:
                return text[: word.start()] + wrong + text[word.end() :]
    return text


def _untoned(word: str, _: random.Random) -> str:
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))


def _bare(word: str, _: random.Random) -> str:
    return strip_diacritics(word)


def _telex(word: str, _: random.Random) -> str:
    """`tieeu` for `tiêu`, `chis` for `chí`: the keys, their marks not yet put on."""
    keys: list[str] = []
    tone = ""
    for part in unicodedata.normalize("NFD", word):
        if part in _TONES:
            tone = _TONES[part]
        elif part in _MARKS:
            keys.append(_MARKS[part] or keys[-1])
        else:
            keys.append("dd" if part == "đ" else part)
    return "".join(keys) + tone


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def _beside(word: str, chance: random.Random) -> str:
    """One letter hit on a neighbouring key; the word's other marks stay."""
    at = chance.randrange(len(word))
    letter = strip_diacritics(word[at])
    return word[:at] + chance.choice(BESIDE.get(letter, (letter,))) + word[at + 1 :]


_Kind = Callable[[str, random.Random], str]
_KINDS: tuple[_Kind, ...] = (_untoned, _bare, _telex, _swapped, _left_out, _doubled, _beside)
