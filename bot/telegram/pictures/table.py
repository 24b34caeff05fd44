"""A table of thresholds or a comparison as a picture."""

from __future__ import annotations

import re

from PIL import Image, ImageDraw, ImageFont

from bot.telegram.answers import Answer
from bot.telegram.pictures.canvas import (
    ACCENT,
    BAND,
    FOOTER,
    LINE,
    MARGIN,
    PAPER,
    RULE,
    SMALL_SIZE,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    font,
    height,
    png,
    wrap,
    write,
)

_FEWEST_ROWS = 2
# A picture taller than this is not read on a phone; the text serves better.
_TALLEST = 4000
_CAPTION_LENGTH = 300
_CELL = 20
_LONGEST_CELL = 600
_LISTED = 100
# Before an indicator of an enumeration: `…: 18.1 Cán bộ…; 18.2 …`.
_ITEM = re.compile(r"(?<=[:;])\s(?=\d+\.\d)")


def caption(answer: Answer) -> str | None:
    """What the table is about; None if there is no table worth a picture."""
    table = answer["table"]
    if not table or len(table["rows"]) < _FEWEST_ROWS:
        return None
    return _title(answer)


def draw(answer: Answer) -> bytes | None:
    """The picture as PNG; None if it would be too tall."""
    table = answer["table"]
    columns: list[str] = list(table["columns"])
    rows = [[_shortened(cell) for cell in row] for row in table["rows"]]
    title_face, face, bold = (
        font(TITLE_SIZE, bold=True),
        font(TEXT_SIZE),
        font(TEXT_SIZE, bold=True),
    )
    widths = _widths([columns, *rows], bold)
    title = wrap(_title(answer), title_face, WIDTH - 2 * MARGIN)
    head = [
        wrap(cell, bold, width - 2 * _CELL) for cell, width in zip(columns, widths, strict=True)
    ]
    body = [
        [
            wrap(cell, bold if number == 0 else face, width - 2 * _CELL)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
    heights = [height(max(len(cell) for cell in row), face) + 2 * _CELL for row in [head, *body]]
    top = MARGIN + height(len(title), title_face) + _CELL
    total = int(top + sum(heights) + MARGIN + SMALL_SIZE * LINE + _CELL)
    if total > _TALLEST:
        return None
    image = Image.new("RGB", (WIDTH, total), PAPER)
    canvas = ImageDraw.Draw(image)
    write(canvas, (MARGIN, MARGIN), title, title_face, ACCENT)
    y = top
    for number, (row, tall) in enumerate(zip([head, *body], heights, strict=True)):
        fill = ACCENT if number == 0 else (BAND if number % 2 == 0 else PAPER)
        canvas.rectangle((MARGIN, y, WIDTH - MARGIN, y + tall), fill=fill, outline=RULE)
        x = float(MARGIN)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
            colour = {"colour": PAPER} if number == 0 else {}
            heavy = number == 0 or place == 0
            write(canvas, (x + _CELL, y + _CELL), cell, bold if heavy else face, **colour)
            x += width
        y += tall
    write(canvas, (MARGIN, y + _CELL), [FOOTER], font(SMALL_SIZE), SOFT)
    return png(image)


def _title(answer: Answer) -> str:
    first = str(answer["text"]).split("\n", 1)[0].rstrip(":").strip()
    if len(first) > _CAPTION_LENGTH:
        first = first[:_CAPTION_LENGTH].rsplit(" ", 1)[0] + "…"
    return first


def _shortened(cell: str) -> str:
    """A cell that is read, not skipped: enumerations one below the other, not too long."""
    if len(cell) > _LONGEST_CELL:
        cell = cell[:_LONGEST_CELL].rsplit(" ", 1)[0] + "…"
    return cell if len(cell) < _LISTED else _ITEM.sub("\n", cell)


def _widths(rows: list[list[str]], face: ImageFont.FreeTypeFont) -> list[float]:
    """Widths by what the columns hold; no word is cut if that can be."""
    space = WIDTH - 2 * MARGIN
    columns = list(zip(*rows, strict=True))
    words = [[word for cell in column for word in cell.split()] for column in columns]
    least = [max(map(face.getlength, found), default=0) + 2 * _CELL for found in words]
    if sum(least) >= space:
        return [space * width / sum(least) for width in least]
    sizes = [max(len(cell) for cell in column) ** 0.6 for column in columns]
    spare = space - sum(least)
    return [width + spare * size / sum(sizes) for width, size in zip(least, sizes, strict=True)]
