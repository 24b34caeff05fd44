"""What a message says it does not mean: `tôi hỏi xã chứ không hỏi huyện`.

What follows `chứ không`, `chớ đâu phải`, `mà em nói` was taken for what is asked, or was answered
by mistake. Left out, it no longer hides what is meant.
"""

from __future__ import annotations

import re

from knowledge.text import fold, normalise

_NOT = r"(?:khong|ko|k|hong|dau|chang|cha)"
_BUT = re.compile(
    r"^(?P<meant>.*\b(?:hoi|noi|can|muon|tim|tra|la|ve|y)\b.*?\S)\W+"
    rf"(?:chu {_NOT}|cho (?:dau|khong) phai)"
    rf"(?: (?:co|phai|hoi|noi|can|la|ve|muon|hoi ve|noi ve))* (?P<other>[^?!;,]+?)\W*$|"
    r"^(?P<asked>.*\bhoi\b.*?\S) ma (?:em|ban|ad|bot|may|anh|chi) (?:lai |cu )?"
    r"(?:noi|tra loi|tl|dua|ra|dan|chi)\b[^.?!;]*$|"
    r"^(?P<wanted>.{8,}?\S)\W+(?:chu|con) (?P<known>[^?!;]+) (?:em|anh|chi|toi|tui|minh) "
    r"(?:biet|ro|nam|doc|xem|coi)(?: duoc)? roi\W*$"
)
_MEANT = ("meant", "asked", "wanted")


def without(text: str) -> str:
    """The message without what it says it does not ask; as it is where it says no such thing."""
    said = normalise(text)
    folded = fold(said)
    match = _BUT.match(folded) if len(folded) == len(said) else None
    if match is None:
        return text
    end = next(match.end(name) for name in _MEANT if match[name])
    return said[:end]
