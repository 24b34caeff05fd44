"""Characters of a PDF page put together to lines."""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.readers import legacy_fonts
from knowledge.readers.blocks import COLUMN_GAP
from knowledge.readers.tidy import join, tidy

Char = dict[str, Any]
"""A character as pdfplumber gives it: text, x0, x1, top, bottom (points, from the top), size."""

_SMALL = 0.8  # of the main size: what is smaller is a raised number or an index
_SAME_LINE = 0.3  # of the size
_WORD_GAP = 0.22
_WORD_GAP_WITH_SPACES = 0.5  # where the line has its own spaces, narrower gaps are kerning
_COLUMN_GAP = 1.7
_OVERPRINT = 0.15


@dataclass(slots=True)
class Line:
    """One printed line.

    Attributes:
        x0, x1, top, bottom: in points, from the upper left corner of the page.
        size: height of its letters in points.
        raised: numbers set small at words, by the place in `text` where they stood.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int = 0
    raised: list[tuple[int, str]] = field(default_factory=list)

    def without_notes(self, numbers: set[str]) -> str:
        """The text without the marks of these footnotes."""
        text = self.text
        for place, number in sorted(self.raised, reverse=True):
            if number in numbers and text[place : place + len(number)] == number:
                text = text[:place] + text[place + len(number) :]
        return tidy(text)


def main_size(chars: Iterable[Char]) -> float:
    """The size most letters have, in points."""
    sizes = Counter(round(char["size"] * 2) / 2 for char in chars if char["text"].strip())
    return sizes.most_common(1)[0][0] if sizes else 0.0


def lines(chars: Sequence[Char], page: int) -> list[Line]:
    """Lines from top to bottom."""
    groups: list[list[Char]] = []
    bottom = 0.0
    upright = [char for char in chars if char["upright"] and char["text"]]
    for char in sorted(upright, key=lambda char: (char["bottom"], char["x0"])):
        if groups and char["bottom"] - bottom <= _SAME_LINE * max(char["size"], 4):
            groups[-1].append(char)
        else:
            groups.append([char])
            bottom = char["bottom"]
    found = [_line(group, page) for group in _with_small(groups) if group]
    return sorted((line for line in found if line.text), key=lambda line: (line.top, line.x0))


def _with_small(groups: list[list[Char]]) -> list[list[Char]]:
    """Raised and lowered characters put to the line they are set at."""
    sizes = [main_size(group) for group in groups]
    for number, group in enumerate(groups):
        middle = (group[0]["top"] + group[0]["bottom"]) / 2
        for other in range(max(0, number - 2), min(number + 3, len(groups))):
            host = groups[other]
            if sizes[number] >= _SMALL * sizes[other] or not host:
                continue
            full = [char for char in host if char["size"] >= _SMALL * sizes[other]]
            if not full or not full[0]["top"] - 1 <= middle <= full[0]["bottom"] + 1:
                continue
            set_at = [char for char in group if _beside(char, full, group)]
            host.extend(set_at)
            group[:] = [char for char in group if char not in set_at]
    return groups


def _beside(char: Char, line: list[Char], group: list[Char]) -> bool:
    """Whether a small character touches the line, or others (`12`) that do."""
    near = [item for item in group if abs(item["x0"] - char["x0"]) < 3 * char["size"]]
    return any(
        -1.5 <= small["x0"] - item["x1"] <= 2.5 or -1.5 <= item["x0"] - small["x1"] <= 4
        for small in near
        for item in line
    )


def _line(group: list[Char], page: int) -> Line:
    group.sort(key=lambda char: char["x0"])
    size = main_size(group) or 1.0
    stretched = _stretched(group, size)
    spaced = any(char["text"].isspace() for char in group)
    word_gap = (_WORD_GAP_WITH_SPACES if spaced else _WORD_GAP) * size
    text = ""
    raised: list[tuple[int, str]] = []
    last: Char | None = None
    for char in group:
        if last is not None:
            if char["text"] == last["text"] and char["x0"] - last["x0"] < _OVERPRINT * size:
                continue  # printed twice to look bold
            gap = char["x0"] - last["x1"]
            if gap > _COLUMN_GAP * size and not stretched:
                text = text.rstrip() + COLUMN_GAP
            elif gap > word_gap and not text.endswith((" ", COLUMN_GAP)):
                text += " "
        if char["text"].isspace():
            text += "" if text.endswith((" ", COLUMN_GAP)) else " "
            if text.endswith(" ") and last is not None:
                last = {**last, "x1": max(last["x1"], min(char["x1"], last["x1"] + size / 2))}
            continue
        if char["size"] < _SMALL * size and char["text"].isdigit():
            if raised and raised[-1][0] + len(raised[-1][1]) == len(text):
                raised[-1] = (raised[-1][0], raised[-1][1] + char["text"])
            else:
                raised.append((len(text), char["text"]))
        text += legacy_fonts.by_font(char["text"], char["fontname"])
        last = char
    inked = [char for char in group if not char["text"].isspace()] or group
    return Line(
        text=text.strip(),
        x0=inked[0]["x0"],
        x1=max(char["x1"] for char in inked),
        top=min(char["top"] for char in inked),
        bottom=max(char["bottom"] for char in inked),
        size=size,
        page=page,
        raised=raised if text[:1] == text.strip()[:1] else [],
    )


def _stretched(group: list[Char], size: float) -> bool:
    """Whether all gaps of the line are wide: a justified line, not one in columns."""
    inked = [char for char in group if not char["text"].isspace()]
    gaps = [
        second["x0"] - first["x1"]
        for first, second in itertools.pairwise(inked)
        if second["x0"] - first["x1"] > _WORD_GAP * size
    ]
    return len(gaps) > 1 and statistics.median(gaps) > 0.5 * max(gaps)


def cell_text(chars: Sequence[Char]) -> str:
    """The words of a table cell, its lines joined; turned cells are turned back."""
    turned = [char for char in chars if not char["upright"] and char["text"].strip()]
    if turned and 2 * len(turned) > sum(bool(char["text"].strip()) for char in chars):
        chars = [_turned_back(char) for char in turned]
    text = ""
    for line in lines(chars, 0):
        text = join(text, tidy(line.text.replace(COLUMN_GAP, " ")))
    return text


def _turned_back(char: Char) -> Char:
    """A character of text that runs from bottom to top, as if it ran from left to right."""
    place = {"x0": -char["bottom"], "x1": -char["top"], "top": char["x0"], "bottom": char["x1"]}
    return {**char, **place, "upright": True}
