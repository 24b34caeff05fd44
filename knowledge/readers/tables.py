"""Tables put together over page breaks, with their headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.tidy import flat
from knowledge.text import fold

Row = tuple[str, ...]
_MAX_HEAD = 4


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table of a document.

    Attributes:
        provision: id of the provision it stands in, "" before the first one.
        heading: one text per column; the levels of a heading joined with ` / `.
        rows: the rows below the heading.
        page: page of the first row.
    """

    provision: str
    heading: Row
    rows: tuple[Row, ...]
    page: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As `ntm read --json` prints it."""
        return {
            "provision": self.provision,
            "page": self.page,
            "heading": list(self.heading),
            "rows": [list(row) for row in self.rows],
        }


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with every table that runs over several pages as one, its heading only once."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
            continue
        rows = tuple(tuple(flat(cell) for cell in row) for row in block.rows)
        last = found[-1] if found else None
        fits = isinstance(last, Table) and len(last.rows[:1]) and rows
        if block.continues and isinstance(last, Table) and fits:
            found[-1] = Table(last.rows + _without_head(last.rows, rows), last.page)
        else:
            found.append(Table(block.rows, block.page))
    return found


def _without_head(first: tuple[Row, ...], rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows without those at the top that repeat the heading."""
    repeated = 0
    while repeated < min(_MAX_HEAD, len(rows), len(first)):
        if folded(rows[repeated]) != folded(first[repeated]):
            break
        repeated += 1
    return rows[repeated:]


def folded(row: Row) -> Row:
    """The cells of a row for comparison."""
    return tuple(fold(cell) for cell in row)


def head_rows(rows: tuple[Row, ...]) -> int:
    """How many rows at the top are heading.

    The first row is; rows below it are as long as they fill in what the first row left
    to them: a cell merged downwards repeats itself, a cell merged over columns is divided.
    """
    if len(rows) < 2:
        return 0
    count = 1
    while count < min(_MAX_HEAD, len(rows) - 1):
        above, row = folded(rows[count - 1]), folded(rows[count])
        repeats = sum(bool(cell) and cell == up for cell, up in zip(row, above, strict=True))
        divided = any(
            above[place] and above[place] == above[place + 1] and row[place] != row[place + 1]
            for place in range(len(row) - 1)
        )
        if not repeats or not (divided or row == above):
            break
        count += 1
    return count


def read(table: Table, provision: str) -> ReadTable:
    """A table with its heading told from its rows."""
    rows = tuple(tuple(flat(cell) for cell in row) for row in table.rows)
    head = head_rows(rows)
    heading = tuple(
        " / ".join(dict.fromkeys(cell for cell in column if cell))
        for column in zip(*rows[:head], strict=True)
    )
    body = tuple(row for row in rows[head:] if any(row))
    return ReadTable(provision, heading, body, table.page)


def as_text(table: Table) -> list[str]:
    """One line per row, a merged cell only once: how a table goes into running text."""
    lines = []
    for row in table.rows:
        cells = [flat(cell) for cell in row]
        shown = [
            cell
            for place, cell in enumerate(cells)
            if cell and (place == 0 or cell != cells[place - 1])
        ]
        if shown:
            lines.append(" | ".join(shown))
    return lines
