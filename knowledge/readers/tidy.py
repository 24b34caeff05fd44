"""Small repairs of a line of text that change no word."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACE = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_BREAK = re.compile(r" *([\t\n]) *")
_TONE_APART = re.compile("(?<=[^\\W\\d_]) (?=[\u0300\u0301\u0303\u0309\u0323])")


def tidy(text: str) -> str:
    """NFC, no invisible characters, single spaces; tabs and line breaks are kept.

    The soft hyphen stays: it is a letter in TCVN3 (see `cleaning`).
    """
    text = unicodedata.normalize("NFC", _TONE_APART.sub("", text))
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return _AROUND_BREAK.sub(r"\1", _SPACE.sub(" ", text)).strip()


def flat(text: str) -> str:
    """Tidy, in one line."""
    return " ".join(text.split())


def join(first: str, second: str) -> str:
    """Two lines of one paragraph put together again.

    Vietnamese is not hyphenated, but a number or a compound may break after its own
    hyphen or slash (`158/2025/NĐ-` `CP`): then no space is put in.
    """
    if not first or not second:
        return first or second
    broken = first[-1] in "-/–" and len(first) > 1 and first[-2].isalnum() and second[0].isalnum()
    return first + ("" if broken else " ") + second
