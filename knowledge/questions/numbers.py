"""Numbers that belong to a person: telephones, identity papers, tax codes, accounts.

A run of nine digits or more is one, whatever stands between them, unless it is
a sum of money, a row of years or days, or part of a document number.
"""

from __future__ import annotations

import re

TELEPHONE, PAPERS = "[số điện thoại]", "[số giấy tờ]"

_RUN = re.compile(r"(?<![\w/.,+-])\+?\(?\d(?:[ .()-]{0,2}\d){7,18}(?![\w/])")
_TELEPHONE = re.compile(r"(?:0|84|0084)\d{8,10}")
_LEAST = 9
_PAPER_DIGITS = 12
_DAY_DIGITS = 2
_MONEY = re.compile(r"[1-9]\d{0,2}(?:[. ]000|\.\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PASSPORT = re.compile(r"(?<!\w)[A-Z]\d{7}(?!\w)")
# What follows these words is a number of a person, however short.
_ANNOUNCED = re.compile(
    r"(?i)\b((?:cccd|cmnd|cmt|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh"
    r"(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|hộ chiếu|ho chieu|mst|mã số thuế|"
    r"ma so thue|stk|tài khoản|tai khoan|sđt|sdt|điện thoại|dien thoai|đt|zalo|số máy|so may)"
    r"(?: của (?:tôi|em|anh|chị|ông|bà))?(?: số| so| là| la|:)*\s*)([A-Z]{0,2}\d[\d .-]{4,}\d)"
)


def scrubbed(text: str) -> str:
    """The text with such numbers replaced by what they are."""
    text = _ANNOUNCED.sub(lambda match: match[1] + _label(match[2]), text)
    text = _RUN.sub(_told, text)
    return _PASSPORT.sub(PAPERS, text)


def _told(match: re.Match[str]) -> str:
    run = match[0]
    digits = re.sub(r"\D", "", run)
    if len(digits) < _LEAST or _MONEY.fullmatch(run) or _has_only_years(run):
        return run
    return _label(run)


def _has_only_years(run: str) -> bool:
    """`2017 (2016-2020)`, `01-12-2016 2021`: years, with days and small numbers between them."""
    groups = re.findall(r"\d+", run)
    years = [group for group in groups if _YEAR.fullmatch(group)]
    return bool(years) and all(group in years or len(group) <= _DAY_DIGITS for group in groups)


def _label(run: str) -> str:
    digits = re.sub(r"\D", "", run)
    looks_like_one = _TELEPHONE.fullmatch(digits) and len(digits) < _PAPER_DIGITS
    return TELEPHONE if looks_like_one or "+" in run else PAPERS
