"""The neutral form every format is turned into: paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

COLUMN_GAP = "\t"
"""Stands between two texts of one line that lie far apart (the two columns of a letterhead)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its wrapped lines joined.

    Attributes:
        text: the words; `COLUMN_GAP` separates what stands in columns.
        page: 1-based, where the format has pages.
        centred: printed in the middle of the line.
        note: a footnote; not part of the running text.
    """

    text: str
    page: int | None = None
    centred: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells, a merged cell repeated in every place it covers.

    Attributes:
        rows: all rows have the same number of cells; line breaks inside a cell are kept.
        page: 1-based page of the first row.
        continues: goes on with the table before it, across a page break.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    continues: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Content:
    """What a parser found.

    Attributes:
        blocks: in reading order.
        warnings: what could not be read, in Vietnamese.
    """

    blocks: list[Block]
    warnings: tuple[str, ...] = ()


def pack(blocks: Iterable[Block]) -> list[list[Any]]:
    """Blocks as JSON, for the way out of the parsing process."""
    return [
        ["p", block.text, block.page, block.centred, block.note]
        if isinstance(block, Paragraph)
        else ["t", block.rows, block.page, block.continues]
        for block in blocks
    ]


def unpack(packed: Iterable[list[Any]]) -> list[Block]:
    """The inverse of `pack`."""
    blocks: list[Block] = []
    for kind, first, *rest in packed:
        if kind == "p":
            blocks.append(Paragraph(first, *rest))
        else:
            blocks.append(Table(tuple(tuple(row) for row in first), *rest))
    return blocks


def size(blocks: Iterable[Block]) -> int:
    """Characters of all paragraphs and cells."""
    return sum(
        len(block.text)
        if isinstance(block, Paragraph)
        else sum(len(cell) for row in block.rows for cell in row)
        for block in blocks
    )
