"""The curve of a calibration: coverage and wrong answers over the confidence threshold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PIL import Image, ImageDraw, ImageFont

from knowledge import settings
from knowledge.evaluation.scoring import Share

_FONT = settings.ROOT / "bot" / "telegram" / "fonts" / "NotoSans-Regular.ttf"
_SIZE = (900, 540)
_LEFT, _TOP, _RIGHT, _BOTTOM = 80, 60, 860, 470
_INK, _GRID, _RIGHT_COLOUR, _WRONG_COLOUR = "#222222", "#dddddd", "#1f6f43", "#b3261e"


class Row(Protocol):
    """What is drawn."""

    @property
    def threshold(self) -> float:
        """Where on the axis."""

    @property
    def coverage(self) -> Share:
        """Answered rightly, among what has an answer."""

    @property
    def wrong(self) -> Share:
        """Wrong, among what is answered."""


def draw(rows: Sequence[Row], threshold: float, aim: float) -> Image.Image:
    """Draws both curves, the interval of the wrong answers, and the threshold in use."""
    picture = Image.new("RGB", _SIZE, "white")
    pen = ImageDraw.Draw(picture, "RGBA")
    font = ImageFont.truetype(str(_FONT), 16)
    first, last = rows[0].threshold, rows[-1].threshold

    def x(value: float) -> float:
        return _LEFT + (value - first) / (last - first) * (_RIGHT - _LEFT)

    def y(share: float) -> float:
        return _BOTTOM - share * (_BOTTOM - _TOP)

    for tenth in range(0, 11, 2):
        pen.line([(_LEFT, y(tenth / 10)), (_RIGHT, y(tenth / 10))], fill=_GRID)
        pen.text((_LEFT - 52, y(tenth / 10) - 11), f"{tenth * 10}%", font=font, fill=_INK)
    for row in rows[::2]:
        pen.text(
            (x(row.threshold) - 16, _BOTTOM + 10), f"{row.threshold:.2f}", font=font, fill=_INK
        )
    lower = [(x(row.threshold), y(row.wrong.interval[0])) for row in rows]
    upper = [(x(row.threshold), y(row.wrong.interval[1])) for row in rows]
    pen.polygon([*lower, *reversed(upper)], fill=(179, 38, 30, 40))

    def line(share: Callable[[Row], Share], colour: str) -> None:
        pen.line([(x(row.threshold), y(share(row).value)) for row in rows], fill=colour, width=3)

    line(lambda row: row.coverage, _RIGHT_COLOUR)
    line(lambda row: row.wrong, _WRONG_COLOUR)
    pen.line([(_LEFT, y(aim)), (_RIGHT, y(aim))], fill=_WRONG_COLOUR)
    pen.line([(x(threshold), _TOP), (x(threshold), _BOTTOM)], fill=_INK)
    pen.text((x(threshold) + 6, _TOP), f"đang dùng {threshold:.2f}", font=font, fill=_INK)
    pen.text((_LEFT, 14), "Trả lời đúng (độ phủ)", font=font, fill=_RIGHT_COLOUR)
    pen.text((_LEFT + 220, 14), "Sai trong số đã trả lời (dải: 95%)", font=font, fill=_WRONG_COLOUR)
    pen.text((_LEFT + 300, _BOTTOM + 36), "Ngưỡng độ tin cậy", font=font, fill=_INK)
    return picture
