"""The signature block: where a document ends and who signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import document_types, letterhead, markers
from knowledge.readers.blocks import Block, Paragraph, Table

_OFFICES = (
    r"(?:PHÓ\s+|QUYỀN\s+|Q\.\s*)?(?:THỦ\s+TƯỚNG(?:\s+CHÍNH\s+PHỦ)?|BỘ\s+TRƯỞNG|CHỦ\s+TỊCH"
    r"|THỨ\s+TRƯỞNG|CHỦ\s+NHIỆM|TỔNG\s+BÍ\s+THƯ|BÍ\s+THƯ|THỐNG\s+ĐỐC|CHÁNH\s+ÁN|VIỆN\s+TRƯỞNG"
    r"|GIÁM\s+ĐỐC|TỔNG\s+GIÁM\s+ĐỐC|CỤC\s+TRƯỞNG|TỔNG\s+CỤC\s+TRƯỞNG|CHÁNH\s+VĂN\s+PHÒNG"
    r"|TỔNG\s+THANH\s+TRA|TỔNG\s+KIỂM\s+TOÁN|VỤ\s+TRƯỞNG|TRƯỞNG\s+BAN|CHÁNH\s+THANH\s+TRA"
    r"|TRƯỞNG\s+PHÒNG|BỘ\s+TRƯỞNG,?\s+CHỦ\s+NHIỆM|THƯỜNG\s+TRỰC)"
)
_AUTHORITY = re.compile(
    rf"^(?:(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s*\.\s*|(?:TM|T/M|KT|K/T|TL|T/L)\s+).{{3,120}}|{_OFFICES}\b.{{0,80}}"
    r"|XÁC\s+THỰC\s+VĂN\s+BẢN\s+HỢP\s+NHẤT)$"
)
_RECIPIENTS = re.compile(r"^(?:[*_]*)Nơi\s+nhận", re.IGNORECASE)
_PASSED = re.compile(
    r"^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết)(?: này)? .{0,120}(?:được|đã được) .{0,160}"
    r"thông qua",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:GS|PGS|TS|ThS|BS|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá)[.\s]+)*"
_NAME = re.compile(rf"^{_TITLE}((?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s+){{1,5}}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*)$")
_NOT_A_NAME = re.compile(
    r"\b(?:Chính phủ|Quốc hội|Bộ|Sở|Ủy ban|Uỷ ban|Văn phòng|Tỉnh|Thành phố|Chương|Điều|Phụ lục"
    r"|Đã ký|Hà Nội|Nơi nhận|Lưu|Như trên)\b"
)
_CERTIFICATE = re.compile(r"^Số\s*:?\s*\d+/VBHN")
_SMALL_TABLE = 4000
_MAX_BLOCKS = 80
_LONG = 170


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block.

    Attributes:
        first, end: the blocks it takes, `end` not included.
        signers: names, in order.
        lines: its lines (the number of a consolidated text stands among them).
    """

    first: int
    end: int
    signers: tuple[str, ...]
    lines: tuple[str, ...]


def find(blocks: Sequence[Block], start: int, quoted: Sequence[bool]) -> Signature | None:
    """The signature that closes the document itself.

    Args:
        blocks: the whole document.
        start: index of the first provision.
        quoted: which blocks are words of another document.
    """
    for place in range(start, len(blocks)):
        if quoted[place] or not _begins(blocks[place]):
            continue
        if _articles_go_on(blocks, start, place, quoted):
            continue  # the heading of a chapter on that office
        first = place
        while first > start and _leads_up(blocks[first - 1]):
            first -= 1
        end = _end(blocks, place)
        return Signature(first, end, _signers(blocks[place:end]), _lines(blocks[first:end]))
    return None


def pieces(block: Block) -> list[str]:
    """The separate texts of a block: cells, lines, columns."""
    if isinstance(block, Paragraph):
        return [piece.strip() for piece in block.text.split("\t") if piece.strip()]
    cells = dict.fromkeys(cell for row in block.rows for cell in row)
    return [line.strip() for cell in cells for line in re.split(r"[\n\t]", cell) if line.strip()]


def _leads_up(block: Block) -> bool:
    """Whether the block before a signature belongs to it: adoption, or number of a certificate."""
    return isinstance(block, Paragraph) and (
        bool(_PASSED.match(block.text) or _CERTIFICATE.match(block.text))
        or (len(block.text) < _LONG and letterhead.is_organisation(block.text))
    )


def _is_authority(text: str) -> bool:
    return text.upper() == text and bool(_AUTHORITY.match(text))


def _begins(block: Block) -> bool:
    if (
        isinstance(block, Table)
        and sum(len(cell) for row in block.rows for cell in row) > _SMALL_TABLE
    ):
        return False
    if isinstance(block, Paragraph) and len(block.text) > _LONG:
        return False
    return any(_is_authority(piece) or _RECIPIENTS.match(piece) for piece in pieces(block))


def _articles_go_on(
    blocks: Sequence[Block], start: int, place: int, quoted: Sequence[bool]
) -> bool:
    last = _article_number(blocks, range(place - 1, start - 1, -1), quoted)
    following = _article_number(blocks, range(place, min(place + 400, len(blocks))), quoted)
    return last is not None and following == last + 1


def _article_number(blocks: Sequence[Block], places: range, quoted: Sequence[bool]) -> int | None:
    for place in places:
        block = blocks[place]
        if isinstance(block, Paragraph) and not quoted[place]:
            match = markers.ARTICLE.match(block.text)
            if match:
                return int(match[1])
    return None


def _end(blocks: Sequence[Block], place: int) -> int:
    for number in range(place + 1, min(place + _MAX_BLOCKS, len(blocks))):
        block = blocks[number]
        if isinstance(block, Table):
            if not _begins(block):
                return number
            continue
        text = block.text
        outside = (
            len(text) > _LONG
            or letterhead.is_motto(text)
            or document_types.type_of_heading(text) is not None
            or markers.ANNEX.match(text)
            or markers.FORM.match(text)
            or markers.CHAPTER.match(text)
            or markers.ARTICLE.match(text)
            or text.startswith("(Ban hành")
            or text.startswith("(Kèm theo")
            or (text.isupper() and len(text) > 12 and not _belongs(text))
        )
        if outside:
            return number
    return min(place + _MAX_BLOCKS, len(blocks))


def _belongs(text: str) -> bool:
    return any(
        _is_authority(piece) or _RECIPIENTS.match(piece) or letterhead.is_organisation(piece)
        for piece in text.split("\t")
    )


def _lines(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(piece for block in blocks for piece in pieces(block))


def _signers(blocks: Sequence[Block]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    authorised = False
    for piece in _lines(blocks):
        if _is_authority(piece):
            authorised = True
        elif authorised and (match := _NAME.match(piece)) and not _NOT_A_NAME.search(piece):
            names[match[1]] = None
    return tuple(names)
