"""The lines of a letterhead: table cells one by one, and what a line break has cut put together.

Narrow columns break `Hà Nội, ngày 05` / `tháng 3 năm 2026` and `Luật số:` / `31/2024/QH15`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.readers.blocks import Block, Paragraph

_CUT = (
    (re.compile(r"\bngày\s*$"), re.compile(r"^\d{1,2}\s+tháng\b")),
    (re.compile(r"\bngày\s+\d{1,2}\s*$"), re.compile(r"^tháng\b")),
    (re.compile(r"\bngày\s+\d{1,2}\s+tháng\s*$"), re.compile(r"^\d{1,2}\s*,?\s*năm\b")),
    (re.compile(r"\bngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*$"), re.compile(r"^năm\s+\d{4}")),
    (re.compile(r"\btháng\s+\d{1,2}\s*,?\s*năm\s*$"), re.compile(r"^\d{4}\b")),
    (
        re.compile(r"^(?:[\w ]{0,20}\s)?số\s*:?\s*$", re.IGNORECASE),
        re.compile(r"^(?:\d+[a-z]?)?\s*/"),
    ),
    (re.compile(r"(?:^|\s)số\s*:.*[/-]$", re.IGNORECASE), re.compile(r"^[A-ZĐ]{2}[\w-]*$")),
)


def of(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Lines with the index of their block; a table is read cell by cell."""
    lines: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            texts = block.text.split("\t")
        else:
            cells = dict.fromkeys(cell for row in block.rows for cell in row)
            texts = [line for cell in cells for line in re.split(r"[\n\t]", cell)]
        lines += [(place, text.strip()) for text in texts if text.strip()]
    return _joined(lines)


def _joined(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for place, text in lines:
        if found and any(end.search(found[-1][1]) and start.match(text) for end, start in _CUT):
            gap = "" if found[-1][1].endswith(("/", "-")) else " "
            found[-1] = (place, f"{found[-1][1]}{gap}{text}")
        else:
            found.append((place, text))
    return found
