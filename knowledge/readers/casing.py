"""Capitals turned back to how a name is written."""

from __future__ import annotations

import re

_NAMES = (
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "Quốc hội",
    "Ủy ban Thường vụ Quốc hội",
    "Văn phòng Quốc hội",
    "Văn phòng Chính phủ",
    "Chủ tịch nước",
    "Bộ Công an",
    "Bộ Công Thương",
    "Bộ Dân tộc và Tôn giáo",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Giao thông vận tải",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Khoa học và Công nghệ",
    "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Ngoại giao",
    "Bộ Nội vụ",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Quốc phòng",
    "Bộ Tài chính",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Thông tin và Truyền thông",
    "Bộ Tư pháp",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Ngân hàng Nhà nước Việt Nam",
    "Thanh tra Chính phủ",
    "Ủy ban Dân tộc",
    "Kiểm toán nhà nước",
    "Tòa án nhân dân tối cao",
    "Viện kiểm sát nhân dân tối cao",
    "Bảo hiểm xã hội Việt Nam",
    "Ban Chấp hành Trung ương",
    "Bộ Chính trị",
    "Ban Bí thư",
)
_TONE_PLACE = str.maketrans({"Ỷ": "Y", "Ủ": "U", "À": "A", "Ò": "O", "Á": "A", "Ó": "O"})
_BY_CAPITALS = {name.upper().translate(_TONE_PLACE): name for name in _NAMES}
_PLACE = re.compile(r"\b(tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu) (.+)$")
_PROPER = {
    "chính phủ": "Chính phủ",
    "quốc hội": "Quốc hội",
    "việt nam": "Việt Nam",
    "đảng": "Đảng",
    "nhà nước": "Nhà nước",
    "trung ương": "Trung ương",
    "thủ tướng": "Thủ tướng",
}
_LAW = re.compile(r"\b(?:luật|pháp lệnh)(?: [^\W\d_]+){1,10}")
_NUMBER = re.compile(r"\b\d{1,4}/(?:\d{4}/)?[\w-]+")
_NOT_COMMON = re.compile(r"\b(" + "|".join(_PROPER) + r")\b")


def organisation(printed: str, body: str) -> str:
    """The name of an authority printed in capitals, as the text itself writes it.

    Args:
        printed: `BỘ KẾ HOẠCH VÀ ĐẦU TƯ`.
        body: text in which the name may stand in small letters.
    """
    known = _BY_CAPITALS.get(printed.upper().translate(_TONE_PLACE))
    if known:
        return known
    written = _in_body(printed, body)
    if written:
        return written[0].upper() + written[1:]
    small = printed.lower()
    match = _PLACE.search(small)
    if match:
        small = f"{small[: match.start(2)]}{match[2].title()}"
    words = small.split(" ", 1)
    if words[0] in {"sở", "bộ", "cục", "ban", "phòng", "vụ"} and len(words) == 2:
        small = f"{words[0]} {words[1][0].upper()}{words[1][1:]}"
    return small[0].upper() + small[1:]


def title(printed: str, body: str) -> str:
    """A title printed in capitals as a sentence; any other title unchanged."""
    letters = [char for char in printed if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) < 0.8 * len(letters):
        return printed
    written = _in_body(printed, body)
    if not written:
        written = _NOT_COMMON.sub(lambda match: _PROPER[match[1]], printed.lower())
        written = _LAW.sub(lambda match: _law(match[0], body), written)
        written = _NUMBER.sub(lambda match: _number(match[0], body), written)
    return written[0].upper() + written[1:]


def law(type_: str, printed: str, body: str) -> str:
    """The name of a law printed in capitals: `Luật Đất đai`, or as the text writes it."""
    written = _in_body(f"{type_} {printed}", body)
    return written[0].upper() + written[1:] if written else f"{type_} {title(printed, body)}"


def _number(small: str, body: str) -> str:
    return (_in_body(small, body) or small.upper()).replace("TTG", "TTg")


def _law(words: str, body: str) -> str:
    """`luật đất đai số …` with as many words of the name of a law as the text writes."""
    named = words.split()
    for count in range(len(named), 1, -1):
        written = _in_body(" ".join(named[:count]), body)
        if written and written.split()[1][0].isupper():
            return " ".join([written[0].upper() + written[1:], *named[count:]])
    return words


def _in_body(printed: str, body: str) -> str | None:
    words = [re.escape(word) for word in printed.split()]
    if not words:
        return None
    for match in re.finditer(r"\s+".join(words), body, re.IGNORECASE):
        found = " ".join(match[0].split())
        if not found.isupper():
            return found
    return None
