"""Messages of several lines: each line is a sentence, and its number in a list is no number."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)/]|[-+*•])\s+")
_ENDS = (".", "?", "!", ":", ";", ",")
_MARK = "."


def joined(message: str) -> str:
    """The message on one line.

    Args:
        message: as typed.

    Returns:
        As it is where it has one line.
    """
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if len(lines) <= 1:
        return message
    bare = [_NUMBER.sub("", line) for line in lines]
    return " ".join(line if line.endswith(_ENDS) else f"{line}{_MARK}" for line in bare)
