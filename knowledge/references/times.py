"""Periods, years, months, days and relative times.

Values of `TIME`: `2018`, `2026-03`, `2016-10-17`, `<2016` (before), `>2020`
(after), `now`, `previous`, `next`. Values of `PERIOD`: `2021-2025`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from knowledge.references.mention import PERIOD, TIME, Mention

_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_PERIOD = re.compile(
    r"(?:(?:giai doan|thoi ky|gd|g/d|nhiem ky|tu)\s*(?:nam)?\s*)?"
    rf"(?<![\d/])({_YEAR})\s*(?:-|den|toi|~)\s*(?:nam\s*)?({_YEAR})(?![\d/])"
)
_SHORT_PERIOD = re.compile(
    r"(?:giai doan|thoi ky|gd|g/d)\s*(?:20)?(\d{2})\s*(?:-|den|toi|/|\s)\s*(?:20)?(\d{2})(?!\d)"
)
# `hồi 16-20`, `(21-25)`: the periods there are, and not so many of something.
_SPOKEN_PERIOD = re.compile(
    r"(?<![\d/.,-])(?<!dieu )(?<!khoan )(?<!muc )(?<!trang )(?<!tieu chi )(?<!chi tieu )(?<!tc )"
    r"(?:(?:thoi|hoi|dot|nam)\s)?(?:20)?(?:(16)\s?-\s?(20)|(21)\s?-\s?(25)|(26)\s?-\s?(30))"
    r"(?![\d/,%-]|\.\d|\s*(?:tieu chi|chi tieu|xa|huyen|thon|ho|nguoi|tuoi|ngay|thang|nam|trieu)\b)"
)
_DAY = re.compile(
    r"(?:ngay\s*)?(?<!\d)(\d{1,2})\s*(?:/|-|\.|\s*thang\s*)\s*(\d{1,2})\s*"
    rf"(?:/|-|\.|\s*nam\s*)\s*({_YEAR})(?!\d)"
)
_MONTH = re.compile(rf"thang\s*(\d{{1,2}})\s*(?:/|-|nam|\s)\s*({_YEAR})(?!\d)")
# `sau 3/2024`; after other words it may be the number of a document.
_BARE_MONTH = re.compile(
    rf"\b(?:truoc|sau|tu|den|toi|het|hoi|dau|cuoi)\s+(\d{{1,2}})/({_YEAR})(?![\d/-])"
)
_BEFORE = re.compile(rf"truoc\s*(?:nam|thoi diem|ngay)?\s*({_YEAR})(?!\d)")
_AFTER = re.compile(rf"sau\s*(?:nam|thoi diem|ngay)?\s*({_YEAR})(?!\d)")
_SINCE = re.compile(rf"(?:tu|ke tu)\s*(?:nam\s*)?({_YEAR})\s*(?:den nay|tro di|tro lai day|ve sau)")
_ONE_YEAR = re.compile(
    rf"(?:(?:cuoi|dau|trong|vao|het|den|tu|hoi)?\s*nam\s*)?(?<![\d/.-])({_YEAR})(?![\d/-])"
)
_RELATIVE = (
    (
        re.compile(
            r"(?:giai doan|thoi ky|bo tieu chi|ky|bo)\s*"
            r"(?:(?:lien |ke |ngay )?truoc(?: do| day)?|cu|vua qua|vua roi)\b|"
            r"\b(?:truoc|xua) gio\b|"
            # `thế trước kia là văn bản nào?`
            r"(?:^\W*(?:the |con |vay |va )+|\bso voi )"
            r"(?:truoc (?:kia|day)|(?:hoi|ngay|thoi) (?:truoc|xua))\b(?! (?:do|\d|ngay|khi))"
        ),
        "previous",
    ),
    (
        re.compile(
            r"(?:giai doan|thoi ky|ky)\s*(?:sau|toi|tiep theo|ke tiep)\b|"
            r"\b(?:bo tieu chi|bo)\s*(?:sau(?! (?:khi|sap|hop))|ke tiep|tiep theo|ke sau)\b"
        ),
        "next",
    ),
    (
        re.compile(
            r"\b(?:hien (?:nay|hanh|tai)|bay gio|"
            r"(?<!may )(?<!can )gio(?= (?:con|thi|theo|dang|ap|xet|can|phai))|"
            r"(?:luc|nam|hom|giai doan|thoi diem) nay|(?:giai doan|thoi ky) moi|"
            r"(?<!chua co )bo tieu chi (?:quoc gia )?moi(?! (?:nang|kieu|hien)))\b|"
            r"\b(?:cac|nhung|\d+) (?:tieu chi|chi tieu) moi\b(?! (?:truong|vung|xa|thon|nam|linh))|"
            r"\bbo (?:tieu chi )?(?:xa )?moi nhat\b|"
            # `Trung Bộ mỗi vùng` and `cán bộ mới` are none
            r"(?<!can )(?<!toan )(?<!nam )(?<!trung )(?<!bac )(?<!noi )\bbo moi"
            r"(?= (?:quy dinh|yeu cau|doi hoi|bat|noi|ghi|thi(?! khac)|bao nhieu|tinh|xet|"
            r"la (?:gi|bao nhieu|may))\b|"
            r"(?:(?<=theo bo moi)|(?<=cua bo moi)|(?<=trong bo moi))\W*$)|"
            # `bộ mới nhất thì sao?`, and nothing else
            r"^\W*(?:con |the |vay |theo )*(?:bo|ban|cai|quyet dinh|qd) moi(?: nhat)?"
            r"(?=(?: thi| la)*(?: sao| bao nhieu| gi)?\W*$)"
        ),
        "now",
    ),
)

_NAMED_PERIOD = re.compile(rf"{_YEAR}-{_YEAR}")


def is_period(value: str | None) -> bool:
    """Whether a time is a planning period (`2021-2025`), and no year, day or relative time."""
    return _NAMED_PERIOD.fullmatch(value or "") is not None


def find(folded: str) -> Iterator[Mention]:
    """Time mentions in folded text, the most specific first."""
    for match in _DAY.finditer(folded):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Mention(TIME, f"{year}-{month:02}-{day:02}", *match.span())
    for match in itertools.chain(_MONTH.finditer(folded), _BARE_MONTH.finditer(folded)):
        if 1 <= int(match[1]) <= 12:
            yield Mention(TIME, f"{match[2]}-{int(match[1]):02}", *match.span())
    for match in _PERIOD.finditer(folded):
        if match[1] < match[2]:
            yield Mention(PERIOD, f"{match[1]}-{match[2]}", *match.span())
    for match in _SHORT_PERIOD.finditer(folded):
        if match[1] < match[2]:
            yield Mention(PERIOD, f"20{match[1]}-20{match[2]}", *match.span())
    for match in _SPOKEN_PERIOD.finditer(folded):
        first, last = filter(None, match.groups())
        yield Mention(PERIOD, f"20{first}-20{last}", *match.span())
    for pattern, sign in ((_BEFORE, "<"), (_AFTER, ">")):
        for match in pattern.finditer(folded):
            yield Mention(TIME, sign + match[1], *match.span())
    for match in _SINCE.finditer(folded):
        yield Mention(TIME, f">{int(match[1]) - 1}", *match.span())
    for pattern, value in _RELATIVE:
        for match in pattern.finditer(folded):
            yield Mention(TIME, value, *match.span())
    for match in _ONE_YEAR.finditer(folded):
        yield Mention(TIME, match[1], *match.span())
