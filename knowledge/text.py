"""Vietnamese text: Unicode normalisation, folding, syllables.

Shared by both interpreters: standard library only. Everything that compares
texts goes through `fold`, so that `tiêu chí` in NFC, in NFD and typed as
`tieu chi` are one and the same.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

_D_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'"})
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|\d+")


def compose(text: str) -> str:
    """NFC, no invisible or control characters, single spaces; for texts that are shown."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return _SPACE.sub(" ", text).strip()


def normalise(text: str) -> str:
    """Composed, with plain dashes and quotes; for texts that are compared."""
    return compose(_DASHES.sub("-", text).translate(_QUOTES))


def strip_diacritics(text: str) -> str:
    """The text without tone and vowel marks, `đ` as `d`; case and length kept.

    The result has exactly one character for each character of the NFC input,
    so that offsets found in the folded text hold in the original.
    """
    return "".join(_bare(char) for char in text)


def _bare(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[:1].translate(_D_STROKE)
    return base or char


def fold(text: str) -> str:
    """Normalised, lower case, without diacritics."""
    return strip_diacritics(normalise(text).lower())


def syllables(text: str) -> list[str]:
    """Folded syllables and numbers in order; `18.2` stays one token."""
    return _TOKEN.findall(fold(text))


def pairs(tokens: list[str]) -> list[str]:
    """Neighbouring syllables joined by an underscore."""
    return [f"{first}_{second}" for first, second in itertools.pairwise(tokens)]
