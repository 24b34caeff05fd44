"""What was done, reached or aimed at in a place: `dân Bắc Kạn hiến bao nhiêu đất làm đường`.

What the whole country did, another province aims at, or a criterion demands, answers no such
question.
"""

from __future__ import annotations

import re

from knowledge.answering.query import Query
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.text import fold

_HOW_MUCH = (
    r"(?:bao nhieu|(?<!bo )may|nhung gi|the nao|ra sao|lam duoc gi|con so|nhu the nao|sao roi|"
    r"den dau)"
)
_ASKS = re.compile(rf"\b{_HOW_MUCH}\b|\bgi\W*$|\bla gi\b|\bo dau\b|\bso lieu\b")
_DONE = re.compile(
    r"\b(?:da|den nay|toi nay|nam (?:ngoai|truoc|nay)|vua roi|gio|bay gio|hien(?: nay| tai| co)?|"
    r"con(?! hieu luc)|dang)\b(?=.*\b(?:duoc|co|con|bao nhieu|may)\b)|\broi\W*$|"
    r"\b(?:hien dat|hien|quyen gop|dong gop|gop|ung ho|huy dong|giai ngan|"
    r"chi (?:het|ra|tieu|bao nhieu)|bo ra|dau tu|xay duoc|lam duoc|ket qua|kinh nghiem|bai hoc|"
    r"thanh tich)\b(?=.*\b(?:bao nhieu|(?<!bo )may|gi|duoc)\b)"
)
_AMOUNT = re.compile(r"\b(?:bao nhieu|may)\b")
_AIMED = re.compile(
    r"\b(?:muc tieu|phan dau|dat ra|de ra|dang ky|du kien|ke hoach|huong toi|quyet tam)\b"
)
# What is demanded of a commune there is asked, not what there is.
_DEMANDED = re.compile(
    r"\b(?:phai(?! khong)|can(?! cu)|yeu cau|toi thieu|it nhat|muc (?:dat|chuan|quy dinh|nao)|"
    r"quy dinh|tieu chi|chi tieu|dieu kien|nguong|moi (?:dat|duoc)|thi (?:dat|duoc)|"
    r"theo (?:bo|qd))\b"
)


def asked(query: Query) -> bool:
    """Whether it is asked what was done, is there, or is aimed at in the province named."""
    kinds = (DOCUMENT, CRITERION, INDICATOR)
    if not query.references.values(PROVINCE) or any(map(query.references.values, kinds)):
        return False
    folded = fold(query.question)
    if not _ASKS.search(folded) or _DEMANDED.search(_without_aims(folded)):
        return False
    return aimed(query) or _DONE.search(folded) is not None


def counts(query: Query) -> bool:
    """Whether it is an amount of what was done that is asked for."""
    return asked(query) and _AMOUNT.search(fold(query.question)) is not None


def aimed(query: Query) -> bool:
    """Whether it is an aim that is asked for."""
    return _AIMED.search(fold(query.question)) is not None


def _without_aims(folded: str) -> str:
    return _AIMED.sub(" ", folded)
