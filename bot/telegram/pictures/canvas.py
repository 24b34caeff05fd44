"""Fonts, colours and text that fits: what all pictures share."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONTS = Path(__file__).resolve().parent.parent / "fonts"

# Pixels. A phone shows about 1,000 across without shrinking letters of 30 beyond reading.
WIDTH = 1080
MARGIN = 48
TEXT_SIZE = 32
TITLE_SIZE = 40
SMALL_SIZE = 26
LINE = 1.35

INK = "#1c2733"
SOFT = "#5b6875"
PAPER = "#ffffff"
BAND = "#eef4f0"
ACCENT = "#1f7a4d"
RULE = "#cfd8d3"

FOOTER = "Trợ lý nông thôn mới · đối chiếu văn bản gốc khi làm hồ sơ"


@lru_cache(maxsize=16)
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The bundled font; it has every Vietnamese letter."""
    name = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
    # The basic layout puts precomposed letters side by side, which is all Vietnamese needs,
    # and is the same on every machine.
    return ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The text in lines no wider than `width` pixels; longer words are cut."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if face.getlength(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            while face.getlength(word) > width:
                fits = max(
                    1,
                    next(
                        n
                        for n in range(len(word), 0, -1)
                        if n == 1 or face.getlength(word[:n]) <= width
                    ),
                )
                lines.append(word[:fits])
                word = word[fits:]
            line = word
        lines.append(line)
    return lines


def write(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    lines: list[str],
    face: ImageFont.FreeTypeFont,
    colour: str = INK,
) -> float:
    """Writes lines one below the other; returns where the next one would begin."""
    x, y = at
    for line in lines:
        draw.text((x, y), line, font=face, fill=colour)
        y += height(1, face)
    return y


def height(lines: int, face: ImageFont.FreeTypeFont) -> float:
    """Height of so many lines, in pixels."""
    return lines * face.size * LINE


def png(image: Image.Image) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
