"""Types of documents, and how the heading of a document names its type."""

from __future__ import annotations

import re
from dataclasses import dataclass

TYPES = {
    "HIẾN PHÁP": "Hiến pháp",
    "BỘ LUẬT": "Bộ luật",
    "LUẬT": "Luật",
    "PHÁP LỆNH": "Pháp lệnh",
    "NGHỊ QUYẾT LIÊN TỊCH": "Nghị quyết liên tịch",
    "NGHỊ QUYẾT": "Nghị quyết",
    "NGHỊ ĐỊNH": "Nghị định",
    "QUYẾT ĐỊNH": "Quyết định",
    "THÔNG TƯ LIÊN TỊCH": "Thông tư liên tịch",
    "THÔNG TƯ": "Thông tư",
    "CHỈ THỊ": "Chỉ thị",
    "HƯỚNG DẪN": "Hướng dẫn",
    "KẾ HOẠCH": "Kế hoạch",
    "THÔNG BÁO": "Thông báo",
    "CHƯƠNG TRÌNH": "Chương trình",
    "CÔNG ĐIỆN": "Công điện",
    "BÁO CÁO": "Báo cáo",
    "TỜ TRÌNH": "Tờ trình",
    "KẾT LUẬN": "Kết luận",
    "QUY ĐỊNH": "Quy định",
    "QUY CHẾ": "Quy chế",
    "ĐIỀU LỆ": "Điều lệ",
    "QUY TRÌNH": "Quy trình",
    "ÁN LỆ": "Án lệ",
    "LỆNH": "Lệnh",
}
"""Types of documents as they are printed, and as they are named."""

NUMBER = r"\d{1,5}[a-z]?(?:\s*/\s*\d{4})?\s*[/-]\s*[A-ZĐ][\wĐđ.&-]*(?:[/-]\s?[A-ZĐ][\wĐđ.&]*)*"
"""A number as it is printed."""
_CITED = re.compile(
    rf"^của\s+(?P<issuer>.+?)(?:,?\s+số\s*:?\s*(?P<number>{NUMBER}))?"
    r"(?:,?\s+ngày\s+\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4})?"
    r"(?:\s+(?P<title>(?:về|ban hành|phê duyệt|quy định)\b.*))?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CitedHead:
    """`QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 186/2004/QĐ-TTg NGÀY …`: a head in one line."""

    issuer: str
    number: str
    title: str


def cited_head(rest: str) -> CitedHead | None:
    """What follows the type, where it names the issuer; whether that is one is not checked."""
    match = _CITED.match(rest)
    if not match:
        return None
    return CitedHead(match["issuer"].strip(), match["number"] or "", match["title"] or "")


def type_of_heading(text: str) -> tuple[str, str] | None:
    """Type and the rest of the line, where the line begins with a type in capitals."""
    for printed, name in TYPES.items():
        if text == printed or re.match(rf"^{printed}(?:\s*[\d*()\[\]]+)?\s*$", text):
            return name, ""
        match = re.match(rf"^{printed}\s+(?=\S)(?![:;,.])(.*)$", text)
        if match and not re.match(r"^(?:này|số\b)", match[1]):
            return name, match[1]
    return None
