"""Lines that are not part of a document: what gazettes, portals and signing programs add."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.readers import legacy_fonts
from knowledge.readers.blocks import Block, Paragraph, Table
from knowledge.readers.tidy import flat, tidy

_FURNITURE = re.compile(
    r"""^(?:
      (?:\d{1,4}\s+)?CÔNG\s+BÁO\s*/\s*Số\s.*                      # running head of the gazette
    | (?:Người\s+ký|Ký\s+bởi|Ký\s+điện\s+tử\s+bởi)\s*:.*          # digital signature
    | (?:Thời\s+gian\s+ký|Ngày\s+ký)\s*:\s*\d.*
    | Email\s*:\s*\S+@\S+
    | Cơ\s+quan\s*:\s*[^;]{3,80}
    | (?:Digitally\s+signed\s+by|Signature\s+Not\s+Verified|Signed\s+by).*
    | (?:https?://|www\.)\S+                                       # address of a portal
    | (?:Trang|Page)\s+\d+\s*(?:/|of)?\s*\d*
    | VĂN\s+BẢN\s+QUY\s+PHẠM\s+PHÁP\s+LUẬT
    | \[?\s*(?:Quochoi|LuatVietnam|THƯ\s*VIỆN\s+PHÁP\s+LUẬT|thuvienphapluat)\S*\s*\]?
    )$""",
    re.VERBOSE,
)
_SOFT_HYPHEN = "\u00ad"
_RULE = re.compile(r"^[\s_\-–—=*.…~]+$")
_SIGNED_HEAD = re.compile(r"^(?:Người\s+ký|Ký\s+bởi)\s*:")
_STAMP_TAIL = re.compile(r"^(?:Cơ\s+quan|Email|Thời\s+gian\s+ký|Ngày\s+ký)\s*:")


def is_page_furniture(line: str) -> bool:
    """Whether a line is a running head, a signature stamp or a portal's address."""
    if _STAMP_TAIL.match(line) and line.startswith("Cơ quan") and not _looks_stamped(line):
        return False
    return bool(_FURNITURE.match(flat(line)))


def _looks_stamped(line: str) -> bool:
    """A stamp names an office in full, a form leaves it open (`Cơ quan: ……`)."""
    return not re.search(r"\.{3}|…|,", line)


def is_rule(line: str) -> bool:
    """Whether a line is drawn of dashes, dots or underscores."""
    return bool(_RULE.match(line)) and not line.strip().isalnum()


def clean(blocks: Iterable[Block]) -> list[Block]:
    """Blocks without furniture and rules; every text tidy."""
    cleaned: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(tuple(_cell(cell) for cell in row) for row in block.rows)
            cleaned.append(Table(rows, block.page, block.continues))
            continue
        text = tidy(block.text.replace(_SOFT_HYPHEN, ""))
        if text and not is_rule(text) and not is_page_furniture(text):
            cleaned.append(Paragraph(text, block.page, block.centred, block.note))
    return cleaned


def _cell(text: str) -> str:
    lines = tidy(text.replace(_SOFT_HYPHEN, "")).split("\n")
    return "\n".join(line for line in lines if not re.fullmatch(r"[\s_\-–—=]{4,}", line))


def to_unicode(blocks: list[Block]) -> tuple[list[Block], str | None]:
    """Blocks with TCVN3 or VNI text converted, and the name of the encoding if there was one."""
    sample = "\n".join(
        block.text if isinstance(block, Paragraph) else "\n".join(map("\n".join, block.rows))
        for block in blocks
    )
    encoding = legacy_fonts.detect(sample)
    if encoding is None:
        return blocks, None
    converted: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            text = legacy_fonts.convert(block.text, encoding)
            converted.append(Paragraph(text, block.page, block.centred, block.note))
        else:
            rows = tuple(
                tuple(legacy_fonts.convert(cell, encoding) for cell in row) for row in block.rows
            )
            converted.append(Table(rows, block.page, block.continues))
    return converted, encoding
