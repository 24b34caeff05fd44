"""Vietnamese text: Unicode normalisation, folding, syllables.

Shared by both interpreters: standard library only. Everything that compares
texts goes through `fold`, so that `tiêu chí` in NFC, in NFD and typed as
`tieu chi` are one and the same.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

_D_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'"})
# What `compose` changes, line breaks aside: one look, because most texts are tidy already.
_UNTIDY = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    r"|[^\S \n]|  | \n|\n "
)
_SPACE = re.compile(r"\s+")
# Characters; longer texts are no questions.
_QUESTION = 300
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|\d+")


def compose(text: str) -> str:
    """NFC, no invisible or control characters, single spaces; for texts that are shown."""
    if "\n" not in text and _is_tidy(text):
        return text.strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()


def compose_lines(text: str) -> str:
    """Every line composed; line breaks are kept."""
    if _is_tidy(text):
        return text.strip()
    return "\n".join(compose(line) for line in text.strip().splitlines())


def _is_tidy(text: str) -> bool:
    return not _UNTIDY.search(text) and unicodedata.is_normalized("NFC", text)


def normalise(text: str) -> str:
    """Composed, with plain dashes and quotes; for texts that are compared."""
    return compose(_DASHES.sub("-", text).translate(_QUOTES))


def strip_diacritics(text: str) -> str:
    """The text without tone and vowel marks, `đ` as `d`; case and length kept.

    The result has exactly one character for each character of the NFC input,
    so that offsets found in the folded text hold in the original.
    """
    return text.translate(_BARE)


class _Bare(dict[int, str]):
    """Each character without its marks, found out once: whole corpora go through this."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = unicodedata.normalize("NFD", char)[:1].translate(_D_STROKE) or char
        return self[code]


_BARE = _Bare()


def marks(text: str) -> str:
    """The diacritics of a text in a fixed order: `hoà` and `hòa` have the same."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sorted(part for part in parts if unicodedata.combining(part) or part == "đ"))


def fold(text: str) -> str:
    """Normalised, lower case, without diacritics."""
    return _folded_question(text) if len(text) <= _QUESTION else _folded(text)


def _folded(text: str) -> str:
    return strip_diacritics(normalise(text).lower())


# One question is folded by every rule that reads it; passages are folded once, at indexing.
_folded_question = lru_cache(maxsize=4096)(_folded)


def syllables(text: str) -> list[str]:
    """Folded syllables and numbers in order; `18.2` stays one token."""
    return _TOKEN.findall(fold(text))


def spelled_syllables(text: str) -> list[tuple[str, str]]:
    """Each folded syllable with its spelling in the text."""
    lowered = normalise(text).lower()
    found = _TOKEN.finditer(strip_diacritics(lowered))
    return [(match[0], lowered[match.start() : match.end()]) for match in found]


def pairs(tokens: list[str]) -> list[str]:
    """Neighbouring syllables joined by an underscore."""
    return [f"{first}_{second}" for first, second in itertools.pairwise(tokens)]
