"""A PDF writer for tests: text and ruled lines, any Unicode letter, no font files needed.

The font is a composite one without a font program; its `ToUnicode` map gives the letters
back. Every letter is half as wide as it is high.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 70.0, 540.0, 780.0, 70.0
LEADING = 1.35


class PdfWriter:
    """Pages written from top to bottom, in the layout of the official gazette."""

    def __init__(self, header: str = "", size: float = 12.0) -> None:
        self._pages: list[list[str]] = []
        self._letters: set[str] = set()
        self._header = header
        self.size = size
        self.y = TOP
        self.new_page()

    def new_page(self) -> None:
        self._pages.append([])
        self.y = TOP
        if self._header:
            self.text(WIDTH / 2 - 120, HEIGHT - 40, f"{self._header}    {len(self._pages)}", 10)

    def text(self, x: float, y: float, words: str, size: float | None = None) -> None:
        """Words at a place, in points from the lower left corner."""
        self._letters |= set(words)
        codes = "".join(f"{ord(letter):04X}" for letter in words)
        self._pages[-1].append(f"BT /F {size or self.size} Tf {x} {y} Td <{codes}> Tj ET")

    def picture(self) -> None:
        """A picture that fills the page."""
        self._pages[-1].append(
            f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
        )

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._pages[-1].append(f"{x0} {y0} m {x1} {y1} l S")

    def line(self, x: float, words: str) -> None:
        """One line at the current height."""
        if self.y < BOTTOM:
            self.new_page()
        self.text(x, self.y, words)
        self.y -= self.size * LEADING

    def centred(self, words: str) -> None:
        self.line(WIDTH / 2 - len(words) * self.size / 4, words)

    def columns(self, left: str, right: str) -> None:
        """Two texts in one line, as in a letterhead."""
        self.text(LEFT, self.y, left)
        self.line(RIGHT - len(right) * self.size / 2, right)

    def paragraph(self, words: str) -> None:
        """A paragraph with an indented first line, wrapped."""
        per_line = int((RIGHT - LEFT) / (self.size / 2))
        wrapped = textwrap.wrap(words, per_line, initial_indent=" " * 5, break_on_hyphens=False)
        for number, line in enumerate(wrapped):
            self.line(LEFT + (5 * self.size / 2 if number == 0 else 0), line.strip())

    def table(
        self,
        edges: Sequence[float],
        rows: Sequence[Sequence[tuple[int, int, str]]],
        heading: int = 1,
    ) -> None:
        """A ruled table.

        Args:
            edges: left edges of the columns and the right edge of the last.
            rows: cells as (column, columns covered, words); a cell that is left out goes on
                with the cell above it, without a line between them.
            heading: how many of the rows are the heading.
        """
        self.size, whole = 8.0, self.size
        bottom = self.y
        for number_of_row, cells in enumerate(rows):
            texts = {
                column: textwrap.wrap(
                    words, max(3, int((edges[column + span] - edges[column] - 4) / 4))
                )
                for column, span, words in cells
            }
            height = max(1, *(len(lines) for lines in texts.values())) * self.size * LEADING + 6
            if self.y - height < BOTTOM:
                self.rule(edges[0], self.y, edges[-1], self.y)
                self.new_page()
            if self.y == TOP or number_of_row == heading:  # Word closes and opens merged cells here
                self.rule(edges[0], self.y, edges[-1], self.y)
            bottom = self.y - height
            for column, span, _ in cells:
                self.rule(edges[column], self.y, edges[column + span], self.y)
                self.rule(edges[column], self.y, edges[column], bottom)
                for number, line in enumerate(texts[column]):
                    y = self.y - (number + 1) * self.size * LEADING
                    self.text(edges[column] + 2, y, line)
            for column in range(len(edges) - 1):
                if not any(first <= column < first + span for first, span, _ in cells):
                    self.rule(edges[column], self.y, edges[column], bottom)
            self.rule(edges[-1], self.y, edges[-1], bottom)
            self.y = bottom
        self.rule(edges[0], bottom, edges[-1], bottom)
        self.y -= 2 * LEADING * self.size
        self.size = whole

    def save(self, path: Path, *, encrypted: bool = False) -> Path:
        pairs = "\n".join(
            f"<{ord(letter):04X}> <{ord(letter):04X}>" for letter in sorted(self._letters)
        )
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(self._letters)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
        )
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H "
            "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 "
            "/FontBBox [0 -200 500 800] /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 >> >>",
            f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        ]
        kids = []
        for page in self._pages:
            content = "\n".join(page)
            kids.append(f"{len(objects) + 1} 0 R")
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
                f"/Resources << /Font << /F 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
            )
            objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
        return write_objects(path, objects, encrypted=encrypted)


def write_objects(path: Path, objects: Sequence[str], *, encrypted: bool = False) -> Path:
    """A PDF of these objects, the first of them its catalogue."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    lock = ""
    if encrypted:
        key = "<" + "5A" * 32 + ">"
        lock = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [{key} {key}]"
        )
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {lock} >>\n".encode()
    data += f"startxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(data)
    return path


def scan(path: Path, pages: int = 3) -> Path:
    """Pages that are pictures without a text layer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", ""]
    objects[2] = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream"
    )
    kids = []
    draw = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"
    for _ in range(pages):
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /XObject << /Im 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(draw)} >>\nstream\n{draw}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {pages} /Kids [{' '.join(kids)}] >>"
    return write_objects(path, objects)
