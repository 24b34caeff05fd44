"""Names of persons, as far as they can be told from those of places and offices.

A name is taken for one after a form of address (`ông`, `tôi tên là`), or where it
begins with a family name. Rather one name too many than one too few: what is lost
is a word of a question that could not be answered anyway.
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.text import strip_diacritics

NAME = "[tên]"

_LETTERS = map(chr, range(0x41, 0x1F00))
_WORD = rf"[{''.join(x for x in _LETTERS if unicodedata.category(x) == 'Lu')}][^\W\d_]*"
_COMMON = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Đinh|Trịnh|Trương|Đoàn|Phùng|"
    "Quách|Giàng|Sùng|Quàng|Ksor|Kpă|Siu"
)
# As often the first word of a place or of something else: two more words must follow.
_OTHERS = (
    "Hồ|Dương|Lý|Lương|Đào|Mai|Tạ|Tô|Tống|Vương|Lưu|Cao|Châu|Hà|Thái|Nông|Vàng|Lò|Bế|Rơ|Thạch|"
    "Chu|Triệu|Kiều|Lâm|Nghiêm|Doãn|Khuất|Ninh"
)
_NAMED_AFTER = (
    r"(?i:xã|huyện|tỉnh|phường|quận|thôn|ấp|bản|buôn|làng|tổ|khu|vùng|sông|hồ|thành phố|tp\.?|"
    r"thị xã|thị trấn|đường|phố|đảo|núi|đèo|chợ|trường|cầu)"
)
_ADDRESS = (
    r"(?i:ông|bà|anh|chị|cô|chú|bác|cậu|thầy|đồng chí|đ/c|họ và tên|họ tên|người tên|tên tôi là|"
    r"(?:tôi|mình|em|cháu|anh|chị|ông|bà) tên(?: là)?|(?:tôi|mình|em|cháu) là|tên là|"
    r"ong|chi|dong chi|toi ten(?: la)?|ten toi la|ho ten|ten la|(?:toi|em|minh|chau) la)"
)
# What follows a form of address without being a name: offices, institutions, places.
_OFFICES = (
    r"(?i:chủ|phó|bí|bộ|trưởng|thủ|giám|ủy|ubnd|hđnd|đảng|hội|chánh|ban|sở|phòng|cán|công|thường|"
    r"tổng|nhà|xã|huyện|tỉnh|cục|vụ|mặt|quy|quyết|nghị|thông|luật|tiêu|chỉ|ntm|ocop|nông|kế|văn|"
    r"rịa|nà|tô|ái)"
)
_ADDRESSED = re.compile(
    # `ý tôi là Bắc Trung Bộ` puts a question right, it introduces nobody.
    rf"(?<![\w/])(?<!xã )(?<!huyện )(?<!tỉnh )(?<!ý )(?<!Ý )(?<!y )(?<!Y )({_ADDRESS}:? )"
    rf"(?!{_OFFICES}\b){_WORD}(?: {_WORD}){{0,4}}"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?<!Đại )(?<!Tam )({_NAMED_AFTER} )?"
    rf"((?:{_COMMON})(?: {_WORD}){{1,4}}|(?:{_OTHERS})(?: {_WORD}){{2,4}})(?!\w)"
)
_PLACES = re.compile(
    r"(?:Hồ Chí Minh|Hà Nội|Hà Giang|Hà Tĩnh|Hà Nam|Cao Bằng|Thái Bình|Thái Nguyên|Lâm Đồng|"
    r"Ninh Bình|Ninh Thuận|Phan Thiết|Phan Rang|Hoàng Sa|Hoàng Su Phì|Hoàng Mai|Vũ Thư|Vũ Quang|"
    r"Trần Đề|Đoàn Thanh|Nông Thôn|Nông Nghiệp|Nông Dân|Đào Tạo|Lê Chân)\b.*"
)
_MIDDLE = r"(?:văn (?!hóa\b|hoá\b|bản\b|phòng\b)|thị (?!xã\b|trấn\b|trường\b))"
_MARKED = re.compile(
    rf"(?i)(?<!\w)(?:{_COMMON}|{_OTHERS}) {_MIDDLE}[^\W\d_]+(?: (?!xã\b|ở\b|là\b)[^\W\d_]+)?(?!\w)"
)
# Without marks only the family names that nothing else looks like.
_BARE = re.compile(
    r"(?i)(?<!\w)(?<!ty )(?<!ti )(?<!thi )(?<!tay )(?<!thai )"
    r"(?<!thuc )(?<!san )(?<!tac )(?<!vi )"  # `thuc pham thi xem` is no Phạm Thị Xem
    r"(?:nguyen|tran|pham|hoang|huynh|bui|le) (?:van (?!hoa\b|ban\b|phong\b)|"
    r"thi (?!xa\b|tran\b|hanh\b|dua\b|truong\b))[a-z]+(?: (?!xa\b|o\b|la\b)[a-z]+)?(?!\w)"
)


def scrubbed(text: str) -> str:
    """The text, composed, with names of persons replaced."""
    if not text.isupper():
        text = _ADDRESSED.sub(lambda match: match[1] + NAME, text)
        text = _WHOLE.sub(_told, text)
    text = _MARKED.sub(NAME, text)
    return _BARE.sub(NAME, text) if strip_diacritics(text) == text else text


def _told(match: re.Match[str]) -> str:
    kept = match[1] or _PLACES.fullmatch(match[2])
    return match[0] if kept else NAME
