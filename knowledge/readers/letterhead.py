"""The head of an official document: issuer, number, place and date, type, title.

Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I; what was usual before differs in order only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import document_types, letterhead_lines, markers
from knowledge.readers.blocks import Block, Table
from knowledge.readers.dates import find_date
from knowledge.readers.document_types import NUMBER, TYPES, type_of_heading

_NUMBER_LINE = re.compile(
    r"^(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Án lệ)\s+)?(?:số|Số|SỐ|Mã hiệu)\s*[:.]?\s*"
    rf"({NUMBER}|QT\s[\w/-]+)"
)
_NO_NUMBER = re.compile(r"^Số\s*:?[\s.…_]*[/-]\s*[A-ZĐ][\w/&-]*")
_NO_NUMBER = re.compile(r"^Số\s*:?[\s.…_]*[/-]\s*[A-ZĐ][\w/&-]*")
_CITATION = re.compile(
    r"^(?:CỦA|Của)\s+(?P<issuer>(?:[^\W\da-zà-ỹđ]+\s*)+?)\s*"
    rf"(?:,?\s*(?:SỐ|Số|số)\s*:?\s*(?P<number>{NUMBER}))?"
    r"(?:,?\s*(?:NGÀY|Ngày|ngày)\s+\d{1,2}\s*(?:/|-|THÁNG|tháng)\s*\d{1,2}\s*(?:/|-|NĂM|năm)\s*\d{4})?"
    r"(?:\s+(?P<title>VỀ .*|BAN HÀNH .*|PHÊ DUYỆT .*)|\s*)$"
)
_MOTTO = re.compile(
    r"C[ỘÔ]NG\s*(?:HÒA|HOÀ|HÓA)\s*XÃ\s*HỘI\s*CHỦ\s*NGHĨA\s*VIỆT\s*NAM"
    r"|Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^(?:QUỐC HỘI|UBND|HĐND|HỘI ĐỒNG|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|BỘ(?! TIÊU CHÍ| CHỈ)"
    r"|BAN(?! HÀNH)|SỞ|CỤC|TỔNG CỤC|CHI CỤC|VĂN PHÒNG|NGÂN HÀNG|TÒA ÁN|TOÀ ÁN|VIỆN|KIỂM TOÁN"
    r"|THANH TRA|(?:TỈNH|HUYỆN|THÀNH|ĐẢNG) [ỦU][YỶ]|[ỦU][YỶ] BAN|BẢO HIỂM|ĐÀI|TRƯỜNG|MẶT TRẬN|PHÒNG"
    r"|LIÊN|HỌC VIỆN|ĐẠI HỌC|THÔNG TẤN|BẢO TÀNG|TỔNG LIÊN ĐOÀN|TRUNG TÂM|ĐẢNG BỘ)(?![\w,])"
)
_AUTHORITY = re.compile(
    r"^(?:(?:THỦ TƯỚNG )?CHÍNH PHỦ|QUỐC HỘI(?: NƯỚC.*)?|(?:BỘ TRƯỞNG|CHỦ TỊCH|THỐNG ĐỐC|CHÁNH ÁN"
    r"|VIỆN TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|CHỦ NHIỆM|TỔNG GIÁM ĐỐC|TỔNG CỤC TRƯỞNG|TỔNG THANH TRA"
    r"|TỔNG KIỂM TOÁN|CHÁNH VĂN PHÒNG) .*|[ỦU][YỶ] BAN (?:NHÂN DÂN|THƯỜNG VỤ|DÂN TỘC|MẶT TRẬN).*"
    r"|HỘI ĐỒNG (?:NHÂN DÂN|THẨM PHÁN).*|BAN (?:CHẤP HÀNH|BÍ THƯ).*|BỘ CHÍNH TRỊ)$"
)
_PLACE_DATE = re.compile(
    r"((?:[A-ZĐÀ-Ỹ][^\s,]*[ \-]){0,5}[A-ZĐÀ-Ỹ][^\s,]*)\s*,\s*ngày\s*(?=\d{1,2}\s*(?:tháng|/))"
)
_DATE_LINE = re.compile(
    r"^(?:[^,]{2,30},\s*)?ngày\s*\d{1,2}\s*(?:tháng|/)[^.;]{0,25}$", re.IGNORECASE
)
_SUBJECT = re.compile(r"^V/v\s*:?\s*(.+)$", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"^(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Để |Nhằm |Kính gửi|Thi hành|Trên cơ sở|Được )"
    r"|^(?:Nghị định|Thông tư|Luật|Quyết định|Nghị quyết|Pháp lệnh|Bộ luật)[^.]{0,140}số\s+\d"
    r"|^(?:Chính phủ|Quốc hội|Bộ trưởng|Ủy ban|Hội đồng|Thủ tướng)\b.{0,160}\bban hành\b"
    r"|^Nguồn án lệ|^Được Hội đồng"
)
# Not the number at the end of `Luật Nhà ở số 27/2023/QH15`.
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])(?<!/QH)(?<!UBTVQH)\d{1,2}$|\s*\[\d+\]$|\*$", re.IGNORECASE)
_FIELD = re.compile(r"^(?:Lần ban hành|Ngày ban hành|Mã hiệu|Ngày hiệu lực|Trang|\d{1,2}$)")
_ADDRESSED = re.compile(r"^(?:Kính gửi|Căn cứ )")
_MAX_HEAD = 60
_LONG_TITLE_LINE = 60
_LONG_TITLE = 900
_LONG_LINE = 700  # no line of a head is as long
_BOXED = 4  # cells of a table that is a letterhead by itself (management procedures)


@dataclass
class Head:
    """What the head says.

    Attributes:
        issuers: organisations printed above the number, in capitals as printed.
        place: where it was signed.
        type: as `TYPES` names it, "" where none is printed.
        title: as printed, its lines joined.
        end: index of the block after the title.
    """

    number: str = ""
    issuers: tuple[str, ...] = ()
    place: str = ""
    signed: dt.date | None = None
    type: str = ""
    title: str = ""
    end: int = 0


def is_motto(text: str) -> bool:
    """Whether the line is (part of) the national motto."""
    return bool(_MOTTO.search(text))


def is_head(block: Block) -> bool:
    """Whether a block is part of a letterhead: motto or number."""
    texts = [text for _, text in letterhead_lines.of([block])]
    return any(is_motto(text) or _NUMBER_LINE.match(text) for text in texts)


def is_organisation(text: str) -> bool:
    """Whether the line, in capitals, names an authority."""
    return bool(_ORGANISATION.match(text.upper())) and text.upper() == text


def read(blocks: Sequence[Block], start: int) -> Head:
    """The head of a document.

    Args:
        blocks: the whole document.
        start: index of the first provision; the head ends before it.
    """
    head = Head()
    lines = letterhead_lines.of(blocks[: min(start, _MAX_HEAD)])
    title_from = len(lines)
    organisations: list[str] = []
    for place, (_, text) in enumerate(lines):
        if found := _type(text, bool(head.number or organisations)):
            head.type, rest = found
            if (cited := document_types.cited_head(rest)) and _AUTHORITY.match(cited.issuer):
                above = not (head.number or organisations)
                if above and any(line in TYPES for _, line in lines[place + 1 :]):
                    continue  # a portal's own heading over the document
                organisations = organisations or [cited.issuer]
                head.number = head.number or compact_number(cited.number)
                head.signed = head.signed or find_date(rest)
                rest = cited.title
            head.title = rest
            title_from = place + 1
            break
        if _ADDRESSED.match(text) or len(text) > _LONG_LINE:
            break
        head.signed = head.signed or find_date(text)
        if match := _PLACE_DATE.search(text):
            head.place = head.place or match[1].strip(" ,")
            text = text[: match.start()].strip()
        if match := _NUMBER_LINE.match(text):
            head.number = head.number or compact_number(match[1])
            text = text[match.end() :].strip()
        text = _NO_NUMBER.sub("", text)
        if match := _SUBJECT.match(text):
            head.type, head.title = "Công văn", match[1]
            title_from = place + 1
            for _, more in lines[place + 1 :]:
                if not more[:1].islower():
                    break
                head.title += f" {more}"
        text = _MOTTO.sub("", text).strip(" *-–_")
        if text and text.upper() == text and re.search("[A-ZĐÀ-Ỹ]{2}", text):
            organisations.append(text)
    head.issuers = _issuers(organisations)
    if title_from < len(lines) and _is_boxed(blocks[lines[title_from][0]]):
        _read_boxed(head, [text for place, text in lines if place == lines[title_from][0]])
        head.end = lines[title_from][0] + 1
        return head
    head.end = lines[title_from - 1][0] + 1 if lines and title_from <= len(lines) else 0
    if head.type and head.type != "Công văn":
        _read_title(head, lines[title_from:])
    return head


def _is_boxed(block: Block) -> bool:
    return isinstance(block, Table) and len(block.rows) * len(block.rows[0]) > _BOXED


def _read_boxed(head: Head, lines: Sequence[str]) -> None:
    """The head of a management procedure: one table with everything in it."""
    for text in lines:
        if match := _NUMBER_LINE.match(text):
            head.number = head.number or compact_number(match[1])
        elif _FIELD.match(text):
            head.signed = head.signed or find_date(text)
        elif not type_of_heading(text) and not is_organisation(text):
            head.title = head.title or text


def compact_number(text: str) -> str:
    """A number without the spaces a line break or a careless hand left in it."""
    return re.sub(r"\s+", "", text).rstrip(".-/") if not text.startswith("QT ") else text


def _type(text: str, letterhead_seen: bool) -> tuple[str, str] | None:
    found = type_of_heading(text)
    if found is None or (not letterhead_seen and found[1] == "" and found[0] == "Lệnh"):
        return None
    return found


def _issuers(organisations: Sequence[str]) -> tuple[str, ...]:
    """Organisations put together from their lines; repeated ones only once."""
    whole: list[str] = []
    for text in organisations:
        goes_on = whole and (not is_organisation(text) or whole[-1].endswith(("-", "–", " VÀ")))
        if goes_on:
            whole[-1] = f"{whole[-1]} {text}"
        elif is_organisation(text):
            whole.append(text)
    return tuple(dict.fromkeys(whole))


def _is_text(title: Sequence[str], line: str) -> bool:
    """Whether a line after the title is the text itself, which no preamble introduces."""
    if markers.ROMAN_HEADING.match(line) or markers.CLAUSE.match(line):
        return True
    after_capitals = title[-1].isupper() and not line.isupper() and line[0].isupper()
    return (after_capitals and len(line) > _LONG_TITLE_LINE) or len(" ".join(title)) > _LONG_TITLE


def _read_title(head: Head, lines: Sequence[tuple[int, str]]) -> None:
    title = [head.title] if head.title else []
    for block, text in lines:
        stop = (
            _PREAMBLE.match(text)
            or markers.ARTICLE.match(text)
            or markers.CHAPTER.match(text)
            or (title and type_of_heading(text))
            or _AUTHORITY.match(text)
            or text in head.issuers
            or text.startswith("(")
            or (title and _is_text(title, text))
        )
        if stop:
            break
        if match := _NUMBER_LINE.match(text):
            head.number = head.number or compact_number(match[1])
        if _DATE_LINE.match(text):
            head.signed = head.signed or find_date(text)
        if is_motto(text) or match or _DATE_LINE.match(text):
            continue
        title.append(text)
        head.end = block + 1
    head.title = _FOOTNOTE.sub("", " ".join(title)).strip()
