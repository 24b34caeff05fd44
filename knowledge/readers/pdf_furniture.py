"""What is printed on a page besides its text: running heads, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.readers import cleaning
from knowledge.readers.pdf_lines import Line

_DEPTH = 3  # lines from either end of a page that may be a running head
_OFTEN = 3
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"^(\d{1,3})(?=\s|[A-ZĐÀ-Ỵ“\"(])")
_NOTE_SIZE = 0.92


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand on many of them at the same height."""
    counts = Counter(
        key for page in pages for key in {_key(line) for line in (*page[:_DEPTH], *page[-_DEPTH:])}
    )
    often = max(_OFTEN, len(pages) // 3)
    kept = []
    for page in pages:
        last = len(page) - 1
        kept.append(
            [
                line
                for number, line in enumerate(page)
                if not (
                    cleaning.is_page_furniture(line.text)
                    or (
                        (number < _DEPTH or number > last - _DEPTH)
                        and (counts[_key(line)] >= often or _is_number(line, number, last))
                    )
                )
            ]
        )
    return kept


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.top / 8)


def _is_number(line: Line, number: int, last: int) -> bool:
    alone = re.fullmatch(r"[-–\s]*\d{1,4}[-–\s]*", line.text) is not None
    return alone and number in {0, 1, last - 1, last}


def split_notes(page: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Text lines and footnote lines of a page.

    Footnotes are the last lines of the page, smaller than the text, and the first of
    them begins with its number.
    """
    first = len(page)
    while first > 0 and page[first - 1].size <= _NOTE_SIZE * size:
        first -= 1
    if first == 0:  # everything is small: an annex, not a footnote
        return page, []
    while first < len(page) and not _begins_note(page, first):
        first += 1
    return page[:first], page[first:]


def _begins_note(page: list[Line], number: int) -> bool:
    return _NOTE.match(page[number].text) is not None


def note_numbers(notes: Sequence[Line]) -> set[str]:
    """Numbers of the footnotes that begin in these lines."""
    return {match[1] for line in notes if (match := _NOTE.match(line.text))}
