"""Cuts long answers where a reader would: between paragraphs, lines, sentences, words.

Works on plain text, before there are tags, so no tag can be cut and the length
is the one that Telegram counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.telegram.limits import units


class Style(StrEnum):
    """How a paragraph is shown."""

    PLAIN = "plain"
    LEAD = "lead"
    QUOTE = "quote"
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True)
class Block:
    """A paragraph: plain text and how it is shown."""

    text: str
    style: Style = Style.PLAIN


GAP = "\n\n"
# From the kindest cut to the last resort, which is between any two characters.
_CUTS = (re.compile(r"\n"), re.compile(r"(?<=[.;:!?])\s"), re.compile(r"\s"))


def messages(blocks: Iterable[Block], limit: int) -> list[list[Block]]:
    """Distributes blocks over messages of at most `limit` units each."""
    result: list[list[Block]] = [[]]
    used = 0
    for piece in (piece for block in blocks for piece in _pieces(block, limit)):
        size = units(piece.text)
        if result[-1] and used + len(GAP) + size > limit:
            result.append([])
            used = 0
        used += size + (len(GAP) if result[-1] else 0)
        result[-1].append(piece)
    return [message for message in result if message]


def _pieces(block: Block, limit: int) -> list[Block]:
    rest = block.text.strip()
    pieces = []
    while units(rest) > limit:
        at = _cut(rest, limit)
        pieces.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    pieces.append(rest)
    return [replace(block, text=piece) for piece in pieces if piece]


def _cut(text: str, limit: int) -> int:
    """Where to cut: as late as fits, but not so early that little would be sent."""
    fits = _longest_prefix(text, limit)
    for cut in _CUTS:
        ends = [match.start() for match in cut.finditer(text, 0, fits + 1)]
        if ends and ends[-1] >= fits // 3:
            return ends[-1]
    return fits


def _longest_prefix(text: str, limit: int) -> int:
    size = 0
    for index, char in enumerate(text):
        size += units(char)
        if size > limit:
            return index
    return len(text)
