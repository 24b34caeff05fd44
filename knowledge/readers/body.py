"""A run of blocks read as chapters and articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.readers import articles, markers, quotes, tables
from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.provisions import Kind, Provision, with_parts

_LONG_HEADING = 320
_MAX_HEADING_LINES = 4


@dataclass
class Body:
    """What was found.

    Attributes:
        provisions: chapters and articles, flat, in order.
        tables: with the id of the provision they stand in.
        own_words: texts of the articles without what they quote.
        warnings: what looks wrong, in Vietnamese.
    """

    provisions: list[Provision] = field(default_factory=list)
    tables: list[tuple[str, Table]] = field(default_factory=list)
    own_words: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def quoted_blocks(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether it is quoted from another document."""
    return quotes.quoted([block.text if isinstance(block, Paragraph) else "" for block in blocks])


def read(blocks: Sequence[Block], prefix: str = "") -> Body:
    """Chapters and articles of a run of blocks.

    Args:
        blocks: from the first chapter or article to the last one's end.
        prefix: put before every id (`Quy định kèm theo / `).
    """
    quoted = quoted_blocks(blocks)
    openings = articles.own(blocks, quoted)
    starts = {opening.place: opening for opening in openings}
    last_start = max(starts, default=-1)
    reader = _Reader(prefix)
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if place in starts:
            reader.open_article(starts[place], block)
        elif isinstance(block, Table):
            reader.add_table(block)
        elif place < last_start and not quoted[place] and (group := heading_of(blocks, place)):
            kind, label, heading, place = group
            reader.open_group(kind, label, heading, block.page)
            continue
        else:
            reader.add(block.text, quoted=quoted[place])
        place += 1
    reader.close()
    missing = articles.gaps(openings)
    if missing:
        listed = ", ".join(f"Điều {number}" for number in missing)
        reader.body.warnings.append(f"{prefix}không tìm thấy {listed}; hãy đối chiếu với bản gốc")
    return reader.body


def heading_of(blocks: Sequence[Block], place: int) -> tuple[Kind, str, str, int] | None:
    """A Phần, Chương or Mục at this place: kind, label, heading, and the block after it."""
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return None
    text = block.text.replace("\t", " ")
    for kind, pattern in (
        (Kind.PART, markers.PART),
        (Kind.CHAPTER, markers.CHAPTER),
        (Kind.SECTION, markers.SECTION),
    ):
        match = pattern.match(text)
        if not match:
            continue
        rest = match[3].strip()
        if rest and not _is_title(rest, block.centred):
            return None
        after = place + 1
        lines = [rest] if rest else []
        while after < len(blocks) and len(lines) < _MAX_HEADING_LINES:
            following = blocks[after]
            if not isinstance(following, Paragraph) or not _goes_on(following, lines):
                break
            lines.append(following.text)
            after += 1
        heading = re.sub(r"(?<=[^\W\d_])\d{1,2}$|\s*\[\d+\]$", "", " ".join(lines))
        label = f"{match[1].capitalize()} {match[2]}"
        return kind, label, heading, after
    return None


def _is_title(text: str, centred: bool) -> bool:
    return len(text) < _LONG_HEADING and (
        text.isupper() or centred or (text[0].isupper() and not re.search(r"[.;:,]$", text))
    )


def _goes_on(block: Paragraph, lines: list[str]) -> bool:
    text = block.text
    if any(
        pattern.match(text)
        for pattern in (markers.PART, markers.CHAPTER, markers.SECTION, markers.ARTICLE)
    ):
        return False
    if not lines:
        return _is_title(text, block.centred) and not markers.CLAUSE.match(text)
    return text.isupper() and lines[-1].isupper()


class _Reader:
    def __init__(self, prefix: str) -> None:
        self.body = Body()
        self._prefix = prefix
        self._groups: dict[Kind, str] = {}
        self._article: Provision | None = None
        self._lines: list[str] = []
        self._own: list[str] = []

    def open_group(self, kind: Kind, label: str, heading: str, page: int | None) -> None:
        self.close()
        order = [Kind.PART, Kind.CHAPTER, Kind.SECTION]
        below = order[order.index(kind) :]
        self._groups = {key: value for key, value in self._groups.items() if key not in below}
        outer = self._groups.get(Kind.CHAPTER) if kind is Kind.SECTION else None
        outer = outer or (self._groups.get(Kind.PART) if kind is not Kind.PART else None)
        own_id = f"{outer} {label}" if outer else f"{self._prefix}{label}"
        within = tuple(self._groups.values())
        self._groups[kind] = own_id
        self.body.provisions.append(Provision(own_id, kind, heading, "", within, page=page))

    def open_article(self, opening: articles.Opening, block: Block) -> None:
        self.close()
        self._article = Provision(
            id=f"{self._prefix}{opening.id}",
            kind=Kind.ARTICLE,
            heading="",
            within=tuple(self._groups.values()),
            page=block.page,
        )
        if opening.rest:
            self.add(opening.rest, quoted=False)

    def add(self, text: str, *, quoted: bool) -> None:
        if self._article is None:
            return
        line = re.sub(r"\s+", " ", text)
        self._lines.append(line)
        if not quoted:
            self._own.append(line)

    def add_table(self, table: Table) -> None:
        self.body.tables.append((self._article.id if self._article else self._prefix, table))
        for line in tables.as_text(table):
            self.add(line, quoted=True)

    def close(self) -> None:
        if self._article is None:
            return
        heading, lines = _split_heading(self._lines)
        article = Provision(
            self._article.id, Kind.ARTICLE, heading, within=self._article.within,
            page=self._article.page,
        )  # fmt: skip
        self.body.provisions.append(with_parts(article, lines))
        self.body.own_words.append("\n".join(self._own))
        self._article, self._lines, self._own = None, [], []


def _split_heading(lines: list[str]) -> tuple[str, list[str]]:
    """Heading and text of an article; short articles of decisions have no heading."""
    if not lines:
        return "", []
    first = lines[0]
    numbered = markers.CLAUSE.match(first) or markers.POINT.match(first)
    if numbered or len(lines) == 1 or len(first) > _LONG_HEADING:
        return "", lines
    if re.search(r"(?:[.;,!?]|/\.)$", first) or (first.endswith(":") and len(first) > 90):
        return "", lines
    return first.rstrip(":").strip(), lines[1:]
