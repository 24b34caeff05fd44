"""How much a text looks like written Vietnamese.

Text in an old encoding, or from a PDF whose fonts carry no Unicode map, is made of
letters too, only not of Vietnamese syllables. A syllable is built from a small set of
onsets and rhymes, so the share of well-formed ones tells text from garbage.
"""

from __future__ import annotations

import re
import unicodedata

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_NUCLEUS = "[aăâeêioôơuưy]{1,3}"
_CODA = "ng|nh|ch|[cmnpt]"
_SYLLABLE = re.compile(f"^(?:{_ONSET})?{_NUCLEUS}(?:{_CODA})?$")
_WORD = re.compile(r"[^\W\d_]{2,}(?:[^\W\d_]|[\u00a0-\u00bf])*")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SAMPLE = 60_000


def without_tone(word: str) -> str:
    """Lower case, tone marks removed, vowel marks (ă â ê ô ơ ư đ) kept."""
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))


def is_syllable(word: str) -> bool:
    """Whether the word is built like one Vietnamese syllable."""
    return bool(_SYLLABLE.match(without_tone(word)))


def plausibility(text: str) -> float:
    """Share of words that are built like Vietnamese syllables, 0 to 1; 1 for no words.

    Words of foreign origin and abbreviations fail, so that real documents lie
    between .85 and 1, garbage under .6.
    """
    words = _WORD.findall(text[:_SAMPLE])
    if not words:
        return 1.0
    lower = [word for word in words if not word.isupper()] or words
    return sum(is_syllable(word) for word in lower) / len(lower)


def has_diacritics(text: str) -> bool:
    """Whether more than one letter in fifty carries a Vietnamese mark."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    marked = sum(ord(char) > 0x7F for char in letters)
    return marked * 50 > len(letters)
