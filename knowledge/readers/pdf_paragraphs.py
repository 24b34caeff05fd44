"""Lines of a PDF joined to paragraphs, by their layout.

Official texts are justified, the first line of a paragraph indented, headings centred;
so the left edge of a line and the right edge of the one before it tell whether a
paragraph goes on, also over a page break.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import markers
from knowledge.readers.blocks import COLUMN_GAP, Block, Paragraph
from knowledge.readers.pdf_lines import Line
from knowledge.readers.pdf_tables import PageTable, resolve
from knowledge.readers.tidy import join, tidy

_INDENT = 9.0  # points
_CENTRE = 12.0
_SHORT = 0.1  # of the width of the text
_LOOSE = 1.3  # of the letter height between two lines of one paragraph
_LABEL = re.compile(r"^(?:Phần|Chương|Mục|Tiểu mục)\s+[IVXLC\d]+\b")
_LISTED = re.compile(r"^(?:\d{1,3}[a-zđ]?[.)]|[a-zđ]\d?\)|Điều\s+\d+[a-zđ]?\.)\s+\S")
_NOTE = re.compile(r"^\d{1,3}(?=[\s“A-ZĐ])")


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    middle: float

    def is_centred(self, line: Line) -> bool:
        inset = min(line.x0 - self.left, self.right - line.x1)
        middle = (line.x0 + line.x1) / 2
        near = min(abs(middle - self.middle), abs(middle - (self.left + self.right) / 2))
        return inset > 2 * _INDENT and near < _CENTRE

    def is_indented(self, line: Line) -> bool:
        return line.x0 > self.left + _INDENT

    def is_short(self, line: Line) -> bool:
        return line.x1 < self.right - _SHORT * (self.right - self.left)


def build(
    text: Sequence[Line], tables: Sequence[Sequence[PageTable]], widths: dict[int, float]
) -> list[Block]:
    """Paragraphs and tables in reading order.

    Args:
        text: lines of all pages.
        tables: groups of tables, each one table over one or more pages.
        widths: width of each page in points.
    """
    margins = _margins(text, widths)
    placed: list[tuple[int, float, Block | Line]] = [(line.page, line.top, line) for line in text]
    for group in tables:
        for table, block in zip(group, resolve(group), strict=True):
            placed.append((table.page, table.box[1], block))
    found: list[Block] = []
    last: Line | None = None
    for _, _, item in sorted(placed, key=lambda entry: entry[:2]):
        if not isinstance(item, Line):
            found.append(item)
            last = None
            continue
        before = found[-1] if found else None
        if (
            last is not None
            and isinstance(before, Paragraph)
            and _goes_on(before, last, item, margins)
        ):
            found[-1] = Paragraph(join(before.text, item.text), before.page)
        else:
            # A first line may end as far from the right edge as it begins from the left one.
            centred = margins[item.page].is_centred(item) and not _LISTED.match(item.text)
            found.append(Paragraph(item.text, item.page, centred))
        last = item
    return found


def _margins(text: Sequence[Line], widths: dict[int, float]) -> dict[int, _Margins]:
    """Margins of each page, from its own lines where it has enough of them."""
    by_page: dict[int, list[Line]] = {page: [] for page in widths}
    for line in text:
        by_page[line.page].append(line)
    margins = {}
    for page, lines in by_page.items():
        width = widths[page]
        wide = [line for line in lines if line.x1 - line.x0 > 0.6 * width]
        if len(wide) < 3:
            wide = [line for line in text if line.x1 - line.x0 > 0.6 * widths[line.page]] or lines
        left = _low([line.x0 for line in wide]) if wide else 0.1 * width
        right = -_low([-line.x1 for line in wide]) if wide else 0.9 * width
        margins[page] = _Margins(left, right, width / 2)
    return margins


def _low(values: list[float]) -> float:
    """The smallest value that is not alone."""
    ordered = sorted(values)
    for first, second in itertools.pairwise(ordered):
        if second - first < 2:
            return first
    return ordered[0]


def _goes_on(before: Paragraph, last: Line, line: Line, margins: dict[int, _Margins]) -> bool:
    here, there = margins[line.page], margins[last.page]
    if COLUMN_GAP in line.text or COLUMN_GAP in last.text:
        return False
    ended = bool(markers.ENDS.search(before.text))
    if _LABEL.sub("", before.text).isupper() and not line.text.isupper():
        return False  # a heading in capitals is over where small letters begin
    if before.centred or here.is_centred(line):
        # A long heading runs over the whole width before its last, centred line.
        return (
            not before.centred
            and not ended
            and not there.is_short(last)
            and (line.text[:1].islower())
        )
    if abs(line.size - last.size) > 1.5:
        return False
    loose = line.page == last.page and line.top - last.bottom > _LOOSE * line.size
    if line.x0 > here.left + 0.3 * (here.right - here.left):
        return False  # the right column of a letterhead or a signature
    if here.is_indented(line):
        same_edge = abs((line.x0 - here.left) - (last.x0 - there.left)) < 3
        started = markers.STARTS.match(line.text)
        return (
            same_edge and not started and not loose and not ended and not there.is_short(last)
        ) or (line.text[:1].islower() and not started and not there.is_short(last))
    if there.is_short(last) or loose:
        return line.text[:1].islower() and not ended and not loose
    return not (ended and markers.STARTS.match(line.text))


def notes(lines: Sequence[Line]) -> list[Block]:
    """Footnotes, each with its number."""
    found: list[Block] = []
    text, page = "", 0
    for line in lines:
        words = tidy(line.text.replace(COLUMN_GAP, " "))
        if _NOTE.match(words) and text:
            found.append(Paragraph(text, page, note=True))
            text = ""
        page = page if text else line.page
        text = join(text, words)
    if text:
        found.append(Paragraph(text, page, note=True))
    return found
