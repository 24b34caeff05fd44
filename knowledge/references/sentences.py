"""The sentences of a message: its lines are sentences, and some only tell of the situation."""

from __future__ import annotations

import re

from knowledge.references.aspects import aspects, subject
from knowledge.references.parser import References, parse

_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)/]|[-+*•])\s+")
_ENDS = (".", "?", "!", ":", ";", ",")
_MARK = "."
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=\D)")


def joined(message: str) -> str:
    """The message on one line, each of its lines a sentence without its number in the list.

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


def asking(references: References) -> References:
    """A message without the sentences that only tell of the situation.

    It stays whole where what asks names nothing: `… Quyết định ấy số bao nhiêu?`.
    """
    said = [sentence for sentence in _SENTENCE.split(references.text) if sentence.strip()]
    asked = [sentence for sentence in said if aspects(sentence)] or said
    if len(said) == 1 or not subject(parse(" ".join(asked)).remainder):
        return references
    return parse(" ".join(asked))
