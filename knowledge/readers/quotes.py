"""What an amending provision quotes: the new wording of another document."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENS = re.compile(r"^[“\"]|[:,;]\s*[“\"]")
_CLOSES_AT_END = re.compile(r"[”\"]\s*[.;,/]*$")
_MAX_UNCLOSED = 30


def quoted(paragraphs: Sequence[str]) -> list[bool]:
    """For each paragraph, whether it begins inside a quotation or with one.

    A quotation that is never closed is a slip of the pen: it counts as none.
    """
    ignored: set[int] = set()
    while True:
        flags, unclosed = _scan(paragraphs, ignored)
        if unclosed is None or len(ignored) > _MAX_UNCLOSED:
            return flags
        ignored.add(unclosed)


def _scan(paragraphs: Sequence[str], ignored: set[int]) -> tuple[list[bool], int | None]:
    flags: list[bool] = []
    opened: int | None = None
    for number, text in enumerate(paragraphs):
        marked = text.startswith(("“", '"')) and number not in ignored
        flags.append(opened is not None or marked)
        balance = text.count("“") - text.count("”")
        odd = text.count('"') % 2 == 1
        if opened is None:
            if (balance > 0 or (odd and balance == 0)) and _OPENS.search(text):
                opened = None if number in ignored else number
        elif balance < 0 or (odd and _CLOSES_AT_END.search(text)):
            opened = None
    return flags, opened
