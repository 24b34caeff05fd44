"""The loss curve as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

_WIDTH, _HEIGHT = 900, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 40, 45
_GRID = (225, 225, 225)
_FAINT = (190, 205, 235)
_LINE = (25, 80, 170)
_TEXT = (60, 60, 60)
# Share of all steps that the smooth line is the mean of.
_SMOOTH = 0.04

Losses = NDArray[np.float64]


def draw_curve(losses: Sequence[float], epochs: int, file: Path) -> None:
    """Draws the loss of every step, and its moving mean on top, into a PNG file.

    Across are the epochs, upwards the loss. Digits only: Pillow's own font has no Vietnamese.

    Args:
        losses: loss of every step, in nats; at least one.
        epochs: passes over the data; each begins at a vertical line.
        file: where the picture is written.

    Raises:
        ValueError: there are no losses.
    """
    if not losses:
        raise ValueError("no losses to draw")
    values = np.asarray(losses, dtype=np.float64)
    image = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=14)
    top = max(1.0, float(np.ceil(values.max())))
    for level in range(int(top) + 1):
        y = _at_height(level, top)
        draw.line([(_LEFT, y), (_WIDTH - _RIGHT, y)], fill=_GRID)
        draw.text((_LEFT - 10, y), str(level), fill=_TEXT, font=font, anchor="rm")
    for epoch in range(epochs + 1):
        x = _at_width(epoch / epochs)
        draw.line([(x, _TOP), (x, _HEIGHT - _BOTTOM)], fill=_GRID)
        draw.text((x, _HEIGHT - _BOTTOM + 8), str(epoch), fill=_TEXT, font=font, anchor="ma")
    for line, colour, width in ((values, _FAINT, 1), (_smoothed(values), _LINE, 3)):
        places = (np.arange(len(line)) + 1) / len(line)
        points = [
            (_at_width(place), _at_height(value, top))
            for place, value in zip(places.tolist(), line.tolist(), strict=True)
        ]
        draw.line(points, fill=colour, width=width)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file, format="PNG", optimize=True)


def _at_width(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _at_height(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)


def _smoothed(values: Losses) -> Losses:
    """The mean of each step and those before it, fewer at the beginning."""
    span = max(1, round(len(values) * _SMOOTH))
    sums = np.concatenate([[0.0], np.cumsum(values)])
    last = np.arange(1, len(values) + 1)
    first = np.maximum(0, last - span)
    smooth: Losses = (sums[last] - sums[first]) / (last - first)
    return smooth
