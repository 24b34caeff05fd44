"""Plain text, with its lines wrapped by hand or not."""

from __future__ import annotations

import statistics
from pathlib import Path

from knowledge.readers import markers
from knowledge.readers.blocks import Block, Content, Paragraph
from knowledge.readers.decoding import decode
from knowledge.readers.limits import Limits
from knowledge.readers.tidy import join, tidy

_WRAP_WIDTHS = range(45, 141)
_WRAPPED_SHARE = 0.12
_INDENT = 2
_COLUMNS = "   "


def parse(file: Path, limits: Limits) -> Content:
    """Content of a text file.

    Raises:
        BrokenFileError: not text.
        EncodingError: letters that cannot be recovered.
    """
    return Content(paragraphs(decode(file.read_bytes(), file)))


def paragraphs(text: str) -> list[Block]:
    """Paragraphs of a text; a form feed begins a page."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    number = len(pages) > 1
    wrapped = _is_wrapped([line for line in text.splitlines() if line.strip()])
    found: list[Block] = []
    for page, content in enumerate(pages, start=1):
        lines = content.expandtabs(4).split("\n")
        joined = _unwrap(lines) if wrapped else [line for line in lines if line.strip()]
        for line in joined:
            words = tidy("\t".join(line.strip().split(_COLUMNS)))
            if words:
                found.append(Paragraph(_one_gap(words), page if number else None))
    return found


def _one_gap(line: str) -> str:
    return "\t".join(piece.strip() for piece in line.split("\t") if piece.strip())


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines break because the page ends, not because the paragraph does."""
    long = [len(line.strip()) for line in lines if len(line.strip()) > _WRAP_WIDTHS.start]
    if len(long) < 5 or max(long) > 2 * statistics.median(long):
        return False
    if int(statistics.median(long)) not in _WRAP_WIDTHS:
        return False
    lower = sum(
        line.strip()[:1].islower() and not markers.STARTS.match(line.strip()) for line in lines
    )
    return lower > _WRAPPED_SHARE * len(lines)


def _unwrap(lines: list[str]) -> list[str]:
    margin = _margin(lines)
    width = max((len(line.strip()) for line in lines), default=0)
    found: list[str] = []
    last = ""  # the line read before, not the paragraph
    for line in lines:
        words = line.strip()
        indented = len(line) - len(line.lstrip()) >= margin + _INDENT
        full = len(last.strip()) > 0.75 * width and not last.strip().isupper()
        goes_on = words[:1].islower() or not markers.ENDS.search(last.strip()) or not indented
        broken = last.rstrip().endswith("-") and last.rstrip()[-2:-1].isalnum()
        goes_on = (full and goes_on and not markers.STARTS.match(words)) or broken
        if words and last.strip() and goes_on:
            found[-1] = join(found[-1], words)
        elif words:
            found.append(line)
        last = line
    return found


def _margin(lines: list[str]) -> int:
    indents = [len(line) - len(line.lstrip()) for line in lines if len(line.strip()) > 30]
    return min(indents, default=0)
