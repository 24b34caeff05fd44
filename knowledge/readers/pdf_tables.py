"""Ruled tables of a PDF page, with merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from knowledge.readers import grid
from knowledge.readers.blocks import Table
from knowledge.readers.pdf_lines import Char, cell_text

_SNAP = 4.0
_MAX_EDGES = 20_000
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class PageTable:
    """A table of one page, not yet resolved to columns.

    Attributes:
        box: x0, top, x1, bottom.
        cells: each with its box and words.
    """

    page: int
    box: Box
    cells: list[tuple[Box, str]]

    @property
    def edges(self) -> list[float]:
        """Left edges of the columns and the right edge of the last one."""
        return _snapped([edge for box, _ in self.cells for edge in (box[0], box[2])])


def find(page: Page, chars: Sequence[Char]) -> list[PageTable]:
    """Tables with at least two columns, from top to bottom."""
    page = page.filter(_is_not_shading)
    if len(page.edges) > _MAX_EDGES:  # a drawing: looking for cells in it would never end
        return []
    found = []
    for table in page.find_tables():
        cells = _cells(table, chars)
        candidate = PageTable(page.page_number, table.bbox, cells)
        if len(candidate.edges) > 2 and sum(bool(text) for _, text in cells) > 1:
            found.append(candidate)
    return sorted(found, key=lambda table: table.box[1])


def _is_not_shading(item: Char) -> bool:
    """Whether an object may rule a table: coloured backgrounds of words do not."""
    filled = item.get("object_type") == "rect" and item.get("fill") and not item.get("stroke")
    return not (filled and min(item["width"], item["height"]) > _SNAP)


def _cells(table: RuledTable, chars: Sequence[Char]) -> list[tuple[Box, str]]:
    inside = [char for char in chars if contains(table.bbox, char)]
    return [
        (box, cell_text([char for char in inside if contains(box, char)]))
        for box in table.cells
        if box[2] - box[0] > _SNAP and box[3] - box[1] > _SNAP
    ]


def contains(box: Box, char: Char) -> bool:
    """Whether the middle of the character lies in the box."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def same_columns(first: PageTable, second: PageTable) -> bool:
    """Whether two tables have one frame, so that the second may go on with the first."""
    one, other = first.edges, second.edges
    if abs(one[0] - other[0]) > _SNAP or abs(one[-1] - other[-1]) > _SNAP:
        return False
    few, many = sorted((one, other), key=len)
    return all(min(abs(edge - near) for near in many) <= _SNAP for edge in few)


def resolve(group: Sequence[PageTable]) -> list[Table]:
    """The tables of one group, all with the columns of the whole group."""
    columns = _snapped([edge for table in group for edge in table.edges])
    resolved = []
    for number, table in enumerate(group):
        rows = _snapped([edge for box, _ in table.cells for edge in (box[1], box[3])])
        cells = []
        for (x0, top, x1, bottom), text in table.cells:
            column, row = _place(columns, x0), _place(rows, top)
            width = max(1, _place(columns, x1) - column)
            height = max(1, _place(rows, bottom) - row)
            cells.append(grid.Cell(row, column, height, width, text))
        resolved.append(Table(grid.resolve(cells), table.page, continues=number > 0))
    return resolved


def _snapped(edges: list[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _SNAP:
            found.append(edge)
    return found


def _place(edges: list[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - edge))
