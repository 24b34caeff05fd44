"""Documents without articles (plans, instructions, precedents): their headed sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.readers import body, markers, tables
from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.provisions import Kind, Provision

_NUMBERED_CAPITALS = re.compile(r"^(\d{1,2}|[A-Z])\s*[.)]\s+(\S.*)$")
_LABELLED = re.compile(r"^[A-ZĐÀ-Ỹ][^.;:]{2,70}:$")
_MIN_SECTIONS = 2
_EARLY = 15
Heading = tuple[str, str]


def read(blocks: Sequence[Block]) -> body.Body:
    """Sections by the first kind of heading that occurs at least twice."""
    for heading_of in (_roman, _capitals, _labelled):
        places = [
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Paragraph) and heading_of(block)
        ]
        # Headings that begin late are those of a form, not of the document.
        if len(places) >= _MIN_SECTIONS and places[0] <= max(_EARLY, len(blocks) // 6):
            return _by(blocks, heading_of)
    return _by(blocks, lambda _: None)


def _roman(block: Paragraph) -> Heading | None:
    match = markers.ROMAN_HEADING.match(block.text)
    if not match or len(block.text) > 200:
        return None
    return f"Mục {match[1]}", match[2]


def _capitals(block: Paragraph) -> Heading | None:
    text = block.text.rstrip(" :")
    if not text.isupper() or len(text) > 200:
        return None
    match = _NUMBERED_CAPITALS.match(text)
    if match:
        return f"Mục {match[1]}", match[2]
    return text.capitalize(), ""


def _labelled(block: Paragraph) -> Heading | None:
    if _LABELLED.match(block.text) or (block.text.isupper() and len(block.text) > 6):
        return block.text.rstrip(":").capitalize(), ""
    return None


def _by(blocks: Sequence[Block], heading_of: Callable[[Paragraph], Heading | None]) -> body.Body:
    sections: dict[str, tuple[str, int | None, list[str]]] = {}
    found = body.Body()
    current = "Toàn văn"
    for block in blocks:
        if isinstance(block, Paragraph) and (heading := heading_of(block)):
            current = heading[0]
            # A table of contents names every section before the section itself does.
            if current in sections and sections[current][2]:
                current = f"{current} ({sum(name.startswith(current) for name in sections) + 1})"
            sections[current] = (heading[1], block.page, [])
            continue
        lines = sections.setdefault(current, ("", block.page, []))[2]
        if isinstance(block, Table):
            found.tables.append((current, block))
            lines += tables.as_text(block)
        else:
            lines.append(re.sub(r"\s+", " ", block.text))
    found.provisions = [
        Provision(name, Kind.SECTION, heading, "\n".join(lines), page=page)
        for name, (heading, page, lines) in sections.items()
        if lines
    ]
    found.own_words = [provision.text for provision in found.provisions]
    return found
