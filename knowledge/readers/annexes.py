"""What follows the signature: attached regulations, annexes, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import body, letterhead, markers, signature, tables
from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.provisions import Kind, Provision

REGULATION = "Quy định kèm theo"
_ATTACHED = re.compile(
    r"^\(?\s*(?:được\s+)?(?:ban hành\s+)?(?:kèm|đính kèm)(?:\s+theo)?\b", re.IGNORECASE
)
_FIRST_LINES = 6
_LOOK_AHEAD = 7
_MAX_TITLE_LINES = 6
_LONG = 220
_LOOSE = 300  # characters; less is what is left of a signature block
_UNNAMED = "Phần kèm theo"


@dataclass(frozen=True, slots=True)
class _Start:
    place: int
    end: int  # index of the first block after its title
    kind: Kind
    label: str
    heading: str


def first_annex(blocks: Sequence[Block], start: int) -> int:
    """Index of the first annex of a document whose signature was not found."""
    for place in range(start, len(blocks)):
        found = _start_at(blocks, place)
        if found and found.kind is Kind.ANNEX and (found.end > place + 1 or not found.heading):
            return place
    return len(blocks)


def is_annex(blocks: Sequence[Block]) -> bool:
    """Whether a document begins with the title of an annex, and says what it is attached to."""
    start = next(
        (
            found
            for place in range(min(_FIRST_LINES, len(blocks)))
            if (found := _start_at(blocks, place))
        ),
        None,
    )
    if start is None or any(letterhead.is_head(block) for block in blocks[: start.place]):
        return False
    return any(
        isinstance(block, Paragraph) and _ATTACHED.match(block.text)
        for block in blocks[start.place : start.end]
    )


def read(blocks: Sequence[Block]) -> body.Body:
    """Provisions of everything after the signature."""
    starts = _starts(blocks)
    found = body.Body()
    ids: dict[str, int] = {}
    regulation = ""
    loose = blocks[: starts[0].place] if starts else blocks
    if sum(len(block.text) for block in loose if isinstance(block, Paragraph)) > _LOOSE:
        unnamed = _Start(0, 0, Kind.ANNEX, _UNNAMED, "")
        _add_annex(found, unnamed, loose, _UNNAMED, loose[0].page)
        found.warnings.append(f"sau chữ ký có phần không có tiêu đề phụ lục; ghi là '{_UNNAMED}'")
    for start, following in zip(starts, [*starts[1:], None], strict=False):
        end = following.place if following else len(blocks)
        content = blocks[start.end : end]
        if start.kind is Kind.REGULATION and _has_articles(content):
            regulation = _unique(ids, REGULATION)
            _add_regulation(found, start, content, regulation, blocks[start.place].page)
        else:
            label = start.label if start.kind is Kind.ANNEX else "Phụ lục"
            outer = f"{regulation} / " if regulation and start.kind is Kind.ANNEX else ""
            _add_annex(found, start, content, _unique(ids, outer + label), blocks[start.place].page)
    return found


def _unique(ids: dict[str, int], name: str) -> str:
    ids[name] = ids.get(name, 0) + 1
    return name if ids[name] == 1 else f"{name} ({ids[name]})"


def _add_regulation(
    found: body.Body, start: _Start, content: Sequence[Block], name: str, page: int | None
) -> None:
    flags = body.quoted_blocks(content)
    first = next(
        place
        for place, block in enumerate(content)
        if body.heading_of(content, place) or _is_article(block)
    )
    signed = signature.find(content, first, flags)
    end = signed.first if signed else len(content)
    inner = body.read(content[first:end], f"{name} / ")
    found.provisions.append(Provision(name, Kind.REGULATION, start.heading, page=page))
    found.provisions += inner.provisions
    found.tables += inner.tables
    found.warnings += inner.warnings


def _add_annex(
    found: body.Body, start: _Start, content: Sequence[Block], name: str, page: int | None
) -> None:
    lines: list[str] = []
    for block in content:
        if isinstance(block, Table):
            found.tables.append((name, block))
            lines += tables.as_text(block)
        else:
            lines.append(re.sub(r"\s+", " ", block.text))
    found.provisions.append(Provision(name, Kind.ANNEX, start.heading, "\n".join(lines), page=page))


def _starts(blocks: Sequence[Block]) -> list[_Start]:
    starts: list[_Start] = []
    place = 0
    while place < len(blocks):
        found = _start_at(blocks, place)
        if found and _is_listed(blocks, found, starts):
            found = None
        if found:
            starts.append(found)
        place = found.end if found else place + 1
    return starts


def _is_listed(blocks: Sequence[Block], found: _Start, starts: list[_Start]) -> bool:
    """Whether the line is an entry of a list of annexes, or a form within a form's page."""
    after = blocks[found.place + 1 : found.place + 2]
    return (
        bool(starts)
        and found.end == found.place + 1
        and bool(found.heading)
        and any(isinstance(block, Paragraph) and markers.FORM.match(block.text) for block in after)
    )


def _start_at(blocks: Sequence[Block], place: int) -> _Start | None:
    block = blocks[place]
    if not isinstance(block, Paragraph) or len(block.text) > _LONG:
        return None
    text = block.text.replace("\t", " ")
    if match := markers.ANNEX.match(text):
        rest = match[3].strip()
        if rest and not (rest.isupper() or _ATTACHED.match(rest) or rest.startswith("(")):
            return None
        label = f"Phụ lục {match[2].upper()}" if match[2] else "Phụ lục"
        heading, end = _title(blocks, place + 1, [] if _ATTACHED.match(rest) else [rest])
        return _Start(place, end, Kind.ANNEX, label, heading)
    if (match := markers.FORM.match(text)) and len(text) < 120:
        label = f"Mẫu số {match[2].rstrip('.:')}" if match[1] == "Mẫu" else f"{match[1]} {match[2]}"
        rest = match[3].strip()
        if rest and not rest.startswith("(") and not rest.isupper():
            return None
        return _Start(place, place + 1, Kind.ANNEX, label, rest)
    if text.isupper() and not letterhead.is_motto(text) and _is_attached(blocks, place):
        heading, end = _title(blocks, place, [])
        return _Start(place, end, Kind.REGULATION, "", heading)
    return None


def _is_attached(blocks: Sequence[Block], place: int) -> bool:
    """Whether `(Ban hành kèm theo …)` follows within the title."""
    for block in blocks[place + 1 : place + _LOOK_AHEAD]:
        if not isinstance(block, Paragraph) or _is_article(block):
            return False
        if markers.ANNEX.match(block.text):
            return False
        if _ATTACHED.match(block.text):
            return True
        if len(block.text) > _LONG:
            return False
    return False


def _title(blocks: Sequence[Block], place: int, lines: list[str]) -> tuple[str, int]:
    """The title of an annex, and the index of the block after its bracketed reference."""
    lines = [line for line in lines if line]
    taken = place
    opened = False
    for number in range(place, min(place + _LOOK_AHEAD, len(blocks))):
        block = blocks[number]
        if not isinstance(block, Paragraph):
            break
        text = block.text.strip()
        if opened or _ATTACHED.match(text):
            opened = not text.endswith(")") and text.count("(") >= text.count(")")
            taken = number + 1
            if not opened:
                break
            continue
        titled = text.isupper() or block.centred
        if not titled or len(lines) >= _MAX_TITLE_LINES or _is_article(block):
            break
        if letterhead.is_motto(text) or markers.FORM.match(text) or body.heading_of(blocks, number):
            break
        lines.append(text)
        taken = number + 1
    return " ".join(lines), taken


def _is_article(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(markers.ARTICLE.match(block.text))


def _has_articles(blocks: Sequence[Block]) -> bool:
    return any(
        isinstance(block, Paragraph)
        and (match := markers.ARTICLE.match(block.text)) is not None
        and int(match[1]) == 1
        for block in blocks
    )
