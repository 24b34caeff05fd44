"""What a document says about itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import casing, document_types, effective, letterhead, relations
from knowledge.readers.blocks import Block, Paragraph
from knowledge.readers.dates import find_date
from knowledge.readers.relations import ReadRelation
from knowledge.readers.structure import Structure

CONSOLIDATED = "Văn bản hợp nhất"
_CENTRAL = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}
_MINISTRIES = {
    "BTC": "Bộ Tài chính", "BNV": "Bộ Nội vụ", "BYT": "Bộ Y tế", "BCA": "Bộ Công an",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn", "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương", "BTP": "Bộ Tư pháp", "BQP": "Bộ Quốc phòng", "BNG": "Bộ Ngoại giao",
    "BTNMT": "Bộ Tài nguyên và Môi trường", "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BGTVT": "Bộ Giao thông vận tải",
    "BDTTG": "Bộ Dân tộc và Tôn giáo", "UBDT": "Ủy ban Dân tộc", "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam", "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội", "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao", "AL": "Tòa án nhân dân tối cao",
}  # fmt: skip
_TYPE_CODES = {
    "NĐ": "Nghị định", "QĐ": "Quyết định", "TT": "Thông tư", "NQ": "Nghị quyết",
    "TTLT": "Thông tư liên tịch", "CT": "Chỉ thị", "VBHN": CONSOLIDATED, "PL": "Pháp lệnh",
    "KH": "Kế hoạch", "HD": "Hướng dẫn", "TB": "Thông báo", "AL": "Án lệ", "CĐ": "Công điện",
}  # fmt: skip
_PRECEDENT = re.compile(rf"^Án lệ số\s+({document_types.NUMBER})\s*(.*)$", re.IGNORECASE)
_LAWS = {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; "" and None where the document does not say.

    Attributes:
        effective: the day a closing provision states.
    """

    number: str
    type: str
    issuer: str
    signer: str
    place: str
    signed: dt.date | None
    effective: dt.date | None
    title: str
    relations: tuple[ReadRelation, ...]
    warnings: tuple[str, ...]


def read(structure: Structure, blocks: Sequence[Block]) -> Metadata:
    """Metadata of a divided document; `blocks` is the whole of it."""
    head = letterhead.read(structure.front, len(structure.front))
    closing = structure.signature.lines if structure.signature else ()
    _from_precedent(head, structure.front)
    _from_closing(head, closing)
    text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    type_ = _type(head, closing)
    is_consolidated = type_ == CONSOLIDATED
    title = _title(head, type_, text)
    preamble = [block.text for block in structure.front[head.end :] if isinstance(block, Paragraph)]
    own_words = () if is_consolidated else structure.own_words
    day, words = effective.read(structure.own_words, head.signed)
    found = relations.read(head.number, title, preamble, own_words)
    signers = structure.signature.signers if structure.signature else ()
    warnings = _warnings(head, type_, title, signers, day, words)
    return Metadata(
        number=head.number,
        type=type_,
        issuer=_issuer(head, text),
        signer=", ".join(signers),
        place=head.place,
        signed=head.signed,
        effective=None if is_consolidated else day,
        title=title,
        relations=found,
        warnings=tuple(warnings),
    )


def _from_precedent(head: letterhead.Head, front: Sequence[Block]) -> None:
    """Precedents have no letterhead: number and subject stand in their first sentence."""
    texts = [block.text for block in front if isinstance(block, Paragraph)]
    for place, text in enumerate(texts[:5]):
        if not head.title and (match := _PRECEDENT.match(text)):
            head.number, head.type = letterhead.compact_number(match[1]), "Án lệ"
            head.title = match[2][:1].upper() + match[2][1:]
            head.signed = find_date(" ".join(texts[place + 1 : place + 3]))


def _from_closing(head: letterhead.Head, closing: Sequence[str]) -> None:
    """Consolidated texts are numbered and dated where they are certified, at the end."""
    for line in closing:
        match = re.match(rf"^Số\s*:?\s*({document_types.NUMBER})", line)
        if match and not head.number:
            head.number = letterhead.compact_number(match[1])
        if re.search(r"ngày\s+\d{1,2}\s+tháng", line) and head.signed is None:
            head.signed = find_date(line)
            place = re.match(r"^([^,\d]{2,30}),\s*ngày", line)
            head.place = head.place or (place[1] if place else "")
        if not head.issuers and letterhead.is_organisation(line) and "." not in line:
            head.issuers = (line,)


def _codes(number: str) -> list[str]:
    return re.split(r"[/-]", number)


def _type(head: letterhead.Head, closing: Sequence[str]) -> str:
    codes = _codes(head.number)
    if "VBHN" in codes or any("VĂN BẢN HỢP NHẤT" in line for line in closing):
        return CONSOLIDATED
    if head.type:
        return head.type
    named = next((_TYPE_CODES[code] for code in codes if code in _TYPE_CODES), "")
    return named or ("Luật" if re.search(r"/QH\d+$", head.number) else "")


def _issuer(head: letterhead.Head, text: str) -> str:
    last = re.sub(r"\d+$", "", _codes(head.number)[-1]) if head.number else ""
    if last in _CENTRAL:
        return _CENTRAL[last]
    if head.issuers:
        shown = head.issuers if "TTLT" in head.number else head.issuers[-1:]
        joint = [
            name for whole in shown for name in re.split(r"\s+[-–]\s+(?=BỘ |BAN |ỦY BAN )", whole)
        ]
        return ", ".join(casing.organisation(name.strip(" -–"), text) for name in joint)
    return _MINISTRIES.get(last, "")


def _title(head: letterhead.Head, type_: str, text: str) -> str:
    if not head.title:
        return ""
    if type_ in _LAWS or head.type in _LAWS:
        if not head.title.isupper():
            return f"{head.type} {head.title}"
        return casing.law(head.type, head.title, text)
    return casing.title(head.title, text)


def _warnings(
    head: letterhead.Head,
    type_: str,
    title: str,
    signers: Sequence[str],
    day: dt.date | None,
    words: str,
) -> list[str]:
    found = [
        f"không tìm thấy {name}; ghi vào tệp .yml bên cạnh"
        for name, value in (
            ("số hiệu", head.number),
            ("loại văn bản", type_),
            ("tên văn bản", title),
            ("ngày ký", head.signed),
            ("người ký", signers),
        )
        if not value
    ]
    if type_ == CONSOLIDATED:
        found.append("văn bản hợp nhất không có ngày hiệu lực riêng; xem các văn bản được hợp nhất")
    elif day is None and words:
        found.append(f"ngày hiệu lực không tính được từ câu '{words}'; ghi vào tệp .yml bên cạnh")
    elif day is None:
        found.append("văn bản không nêu ngày có hiệu lực")
    elif head.signed and day < head.signed:
        found.append(f"ngày hiệu lực {day:%d/%m/%Y} sớm hơn ngày ký {head.signed:%d/%m/%Y}")
    return found
