"""A document divided: head and preamble, provisions, signature, what is attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import annexes, articles, body, sections, signature
from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.provisions import Provision


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a document.

    Attributes:
        front: blocks before the first provision.
        provisions: chapters, articles, attached regulations, annexes; flat, in order.
        tables: with the id of the provision they stand in.
        own_words: texts of the document's own articles without what they quote.
        signature: None where there is none.
    """

    front: tuple[Block, ...]
    provisions: tuple[Provision, ...]
    tables: tuple[tuple[str, Table], ...]
    own_words: tuple[str, ...]
    signature: signature.Signature | None
    warnings: tuple[str, ...]


def divide(blocks: Sequence[Block]) -> Structure:
    """Divides a document, footnotes left out."""
    blocks = [block for block in blocks if not (isinstance(block, Paragraph) and block.note)]
    quoted = body.quoted_blocks(blocks)
    openings = articles.own(blocks, quoted)
    if not openings:
        return _without_articles(blocks, quoted)
    start = _first(blocks, openings[0].place)
    signed = signature.find(blocks, openings[0].place, quoted)
    end = signed.first if signed else annexes.first_annex(blocks, openings[0].place)
    main = body.read(blocks[start:end])
    rest = annexes.read(blocks[signed.end if signed else end :])
    return Structure(
        front=tuple(blocks[:start]),
        provisions=(*main.provisions, *rest.provisions),
        tables=(*main.tables, *rest.tables),
        own_words=tuple(main.own_words),
        signature=signed,
        warnings=(*main.warnings, *rest.warnings),
    )


def _first(blocks: Sequence[Block], article: int) -> int:
    """Where the provisions begin: the first chapter before the first article, or that itself."""
    for place in range(article):
        found = body.heading_of(blocks, place)
        if found and all(
            body.heading_of(blocks, between) or _is_short(blocks[between])
            for between in range(place, article)
        ):
            return place
    return article


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) < 250


def _without_articles(blocks: Sequence[Block], quoted: Sequence[bool]) -> Structure:
    if annexes.is_annex(blocks):
        return _annex_alone(blocks)
    # The head of a letter is short, and offices are named in it too.
    signed = signature.find(blocks, min(8, len(blocks)), quoted)
    end = signed.first if signed else annexes.first_annex(blocks, min(1, len(blocks)))
    main = sections.read(blocks[:end])
    rest = annexes.read(blocks[signed.end if signed else end :])
    return Structure(
        front=tuple(blocks[:end][:40]),
        provisions=(*main.provisions, *rest.provisions),
        tables=(*main.tables, *rest.tables),
        own_words=tuple(main.own_words),
        signature=signed,
        warnings=(
            "không tìm thấy Điều nào; văn bản được chia theo các mục có tiêu đề",
            *rest.warnings,
        ),
    )


def _annex_alone(blocks: Sequence[Block]) -> Structure:
    """A file that holds annexes and not the decision they belong to."""
    found = annexes.read(blocks)
    return Structure(
        front=(),
        provisions=tuple(found.provisions),
        tables=tuple(found.tables),
        own_words=(),
        signature=None,
        warnings=tuple(found.warnings),
    )
