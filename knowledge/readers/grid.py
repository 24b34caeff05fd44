"""Tables with merged cells made rectangular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MOTTO = re.compile(r"Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc", re.IGNORECASE)
_ARTICLE = re.compile(r"^\s*Điều 1\s*[.:]", re.MULTILINE)
MAX_COLUMNS = 200
MAX_ROWS = 50_000


@dataclass(slots=True)
class Cell:
    """One cell as the file has it.

    Attributes:
        row, column: its upper left place, counted from 0.
        rows, columns: how many places it covers.
        layout: holds another table, so that the outer one only places things.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    layout: bool = False


def columns(cells: Sequence[Cell]) -> int:
    """Number of columns."""
    return max((cell.column + cell.columns for cell in cells), default=0)


def is_page(cells: Sequence[Cell]) -> bool:
    """Whether the table only places a whole document: its letterhead as well as its articles."""
    text = "\n".join(cell.text for cell in cells)
    return bool(_MOTTO.search(text) and _ARTICLE.search(text))


def resolve(cells: Sequence[Cell]) -> tuple[tuple[str, ...], ...]:
    """Rows of equal length; a merged cell is repeated in every place it covers."""
    width = min(columns(cells), MAX_COLUMNS)
    height = min(max((cell.row + cell.rows for cell in cells), default=0), MAX_ROWS)
    rows = [[""] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.rows, height)):
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                rows[row][column] = cell.text
    return tuple(tuple(row) for row in rows)
