"""Markdown as other programs write it: headings, emphasis and pipe tables."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge.readers import plain_text
from knowledge.readers.blocks import Block, Content, Paragraph, Table
from knowledge.readers.decoding import decode
from knowledge.readers.limits import Limits
from knowledge.readers.tidy import tidy

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_DASHES = re.compile(r"^\s*\|?(\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")


def parse(file: Path, limits: Limits) -> Content:
    """Content of a Markdown file.

    Raises:
        BrokenFileError: not text.
        EncodingError: letters that cannot be recovered.
    """
    text = decode(file.read_bytes(), file).replace("\r\n", "\n")
    found: list[Block] = []
    lines: list[str] = []
    rows: list[tuple[str, ...]] = []

    def flush() -> None:
        found.extend(plain_text.paragraphs("\n".join(lines)))
        lines.clear()
        if rows:
            width = max(len(row) for row in rows)
            found.append(Table(tuple(row + ("",) * (width - len(row)) for row in rows)))
            rows.clear()

    for line in _FRONT_MATTER.sub("", text).split("\n"):
        if line.lstrip().startswith("|") and line.count("|") > 1:
            if lines:
                flush()
            if not _DASHES.match(line):
                cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
                rows.append(tuple(_words(cell.replace("<br>", "\n")) for cell in cells))
            continue
        if rows:
            flush()
        if heading := _HEADING.match(line):
            flush()
            found.append(Paragraph(_words(heading[1])))
        elif not _RULE.match(line):
            lines.append(_words(line, keep_indent=True))
    flush()
    return Content([block for block in found if isinstance(block, Table) or block.text])


def _words(line: str, *, keep_indent: bool = False) -> str:
    line = _LINK.sub(r"\1", line.lstrip("> ") if line.startswith(">") else line)
    line = _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", line))
    return line.rstrip() if keep_indent else tidy(line)
