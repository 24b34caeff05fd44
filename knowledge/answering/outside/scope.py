"""Whether a message is about what the assistant exists for."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answering.query import Query
from knowledge.references import follow_up
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE, REGION, TIME
from knowledge.retrieval.lexical import STOP_SYLLABLES
from knowledge.text import fold, pairs, syllables

_DOMAIN = re.compile(
    "|".join(
        (
            r"nong thon|\bntm|ocop|tieu chi|chi tieu|dat chuan|chuong trinh muc tieu|mtqg",
            r"quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|van ban|hieu luc|\bqd\b",
            r"ban chi dao|dieu phoi|hop tac xa|ho ngheo|nuoc sach|tiep can phap luat",
            r"bao hiem y te|bhyt|hop ve sinh|cung hoa|be tong hoa|danh hieu|kieu mau|nang cao",
            r"can bo,? cong chuc|cong chuc xa|can bo xa|chuan ngheo|ngheo da chieu",
            r"hai long (?:cua|ve)|(?:su|muc do|ty le) hai long|he thong chinh tri",
            r"duong (?:truc |lien |ngo )?(?:xa|thon|ban|xom|noi dong)\b|nha van hoa|tram y te",
            r"truong (?:hoc|mam non|mau giao|tieu hoc)\b|kenh muong|nha tam|dot nat|cho nong thon",
            r"doi ung|hien dat|suc dan|lam duong|hoa tang|y kien (?:hai long|cua nguoi dan)",
            r"(?:gop|dong gop)(?: (?:tien|cong|cua|suc))* (?:lam duong|nhan dan|nguoi dan|cua dan)",
            r"dong gop\b.*\b(?:ho dan|moi ho|nguoi dan|nhan dan)\b",
            r"(?:dan|ba con|nhan dan) (?:da |phai |khong |tu nguyen )*(?:gop|dong gop) ",
            r"dan toc thieu so|khu vuc (?:i|ii|iii)\b|chinh quyen (?:hai|2) cap",
        )
    )
)
# Words of the field that are words of other matters as well.
_WEAK = re.compile(
    r"\bxa\b|huyen|\btinh\b|can bo|cong chuc|cong nhan|quy dinh|thu nhap|giao thong|thuy loi|"
    r"moi truong|uy ban|ubnd|chuong trinh"
)
# What the commune does besides: these words stand in the regulations as well.
_OTHER_BUSINESS = re.compile(
    r"so do\b|khai sinh|khai tu|ket hon|ly hon|ho khau|can cuoc|cccd|cmnd|ho chieu|bang lai|"
    r"dang ky xe|that nghiep|luong huu|"
    r"ky luat|\bung cu\b|\bbau cu\b|"
    r"quyen su dung dat|dat dai|tach thua|chuyen (?:doi )?muc dich|thanh dat o\b|"
    r"(?:cap phep|giay phep) xay dung"
)
# Never asked of regulations, whatever words of the field stand beside it.
_NEVER = re.compile(
    r"\bthoi tiet\b|\bco mua (?:khong|ko|k|gi)\b|\btroi (?:co )?(?:mua|nang)\b|\bgia vang\b|"
    r"\bxo so\b|\bbong da\b|\b(?:bai|lam|viet|sang tac) (?:tho|hat|ve|van te)\b|\bcau doi\b|"
    r"\btruyen cuoi\b|\bke chuyen\b"
)
# What wards are judged by, and no commune.
_OF_TOWNS = re.compile(r"\bdo thi van minh\b|\bvan minh do thi\b|\btuyen pho van minh\b")
_OF_COUNTRY = re.compile(r"\bnong thon\b|\bntm\b|\bhuyen\b|\bthi tran\b|\bxa\b")
# Of these the commune's file for recognition is made, and its work paid.
_PAPERWORK = re.compile(
    r"\bho so\b|\btham dinh\b|\btham tra\b|bang cong nhan|quyet dinh cong nhan|sap nhap|sap xep|"
    r"doi ung|ngan sach|von (?:dau tu|su nghiep)|\btc\b|\bchi tieu\b|bo huyen|cap huyen"
)
# With these the matter is that of a rule of the field, whatever else it is.
_OF_RULES = re.compile(
    r"nong thon moi|\bntm\b|tieu chi|chi tieu|dat chuan|tiep can phap luat|nghi dinh|quyet dinh \d|"
    r"thong tu|chuong trinh|hai cap|2 cap"
)
_NEAR = 0.4
# Of what is asked about the field so many neighbouring words stand together in its texts; of
# other questions seldom half. Measured on the golden questions that may be tuned on.
_SOUNDS_SO = 0.7


def is_in(query: Query, confidence: float = 0.0) -> bool:
    """Whether a question is about rural development, its regulations or its officials.

    A place or a day alone is no sign of it: the weather has both.

    Args:
        query: the question.
        confidence: of the nearest passage; it decides where the words alone do not.
    """
    kinds = {mention.kind for mention in query.references.mentions}
    adds_only = query.follows and not follow_up.own_words(query.references)
    folded = fold(query.search_text if adds_only else query.question)
    if kinds - {PROVINCE, REGION, TIME} or names_the_field(folded):
        return True
    return confidence >= _NEAR and bool(_WEAK.search(folded))


def is_other_business(query: Query) -> bool:
    """Whether a message asks about what communes do besides, and of nothing else.

    The words of it stand in the regulations of the field as well: a passage that has them is
    no sign of the field.
    """
    folded = fold(query.question)
    kinds = {mention.kind for mention in query.references.mentions}
    if is_of_no_rule(query.question):
        return True
    if query.follows or kinds & {CRITERION, DOCUMENT, INDICATOR}:
        return False
    return _OTHER_BUSINESS.search(folded) is not None and not _OF_RULES.search(folded)


def is_of_no_rule(question: str) -> bool:
    """Whether a message is of weather, prices or verses: it goes on with nothing either."""
    return _NEVER.search(fold(question)) is not None


def is_of_towns(query: Query) -> bool:
    """Whether it is asked what wards and streets are judged by, and nothing of the country."""
    folded = fold(query.question)
    of_towns = _OF_TOWNS.search(folded) is not None and not _OF_COUNTRY.search(folded)
    return of_towns and not query.follows


def names_the_field(folded: str) -> bool:
    """Whether a folded text has a word that can only be of rural development."""
    return _DOMAIN.search(folded) is not None


def sounds_like_it(question: str, knows: Callable[[str], bool]) -> bool:
    """Whether a question that nothing answers is worded as the texts of the field are.

    Args:
        question: as asked.
        knows: whether a pair of neighbouring folded syllables stands in the texts.
    """
    folded = fold(question)
    telling = [
        pair
        for pair in pairs(syllables(question))
        if not all(part in STOP_SYLLABLES for part in pair.split("_"))
    ]
    if not telling or _OTHER_BUSINESS.search(folded):
        return False
    if _PAPERWORK.search(folded):
        return True
    return sum(map(knows, telling)) / len(telling) >= _SOUNDS_SO
