"""The picture of the losses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from knowledge.training.curve import draw_curve


def test_the_curve_is_a_picture_and_the_same_each_time(tmp_path: Path) -> None:
    losses = [5 / (step + 1) for step in range(100)]
    files = [tmp_path / "a.png", tmp_path / "new" / "b.png"]
    for file in files:
        draw_curve(losses, 4, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with Image.open(files[0]) as image:
        assert image.format == "PNG"
        assert image.width > image.height > 200


def test_a_falling_curve_begins_above_where_it_ends(tmp_path: Path) -> None:
    file = tmp_path / "curve.png"
    draw_curve([4.0] * 50 + [1.0] * 50, 2, file)
    with Image.open(file) as image:
        dark = [
            (x, y)
            for x in range(image.width)
            for y in range(image.height)
            if image.getpixel((x, y)) == (25, 80, 170)
        ]
    assert min(dark)[1] < max(dark)[1]


def test_nothing_to_draw_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no losses"):
        draw_curve([], 1, tmp_path / "curve.png")
