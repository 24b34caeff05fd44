"""What an amount is asked of: money of some kind, or a measure of some thing.

A passage answers how much support there is only where it speaks of support: the threshold
of the thing supported stands near it in the wording, and is another matter.
"""

from __future__ import annotations

import re

from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_HOW_MUCH = r"(?:bao nhieu|may|bn)"
_OF_MONEY = r"(?:tien|ty|trieu|nghin|ngan|dong|von|kinh phi)"
_PIECE = r"(?:xa|thon|ho|nha|km|met|m2?|san pham)"
_AMOUNT = re.compile(rf"\b{_HOW_MUCH} {_OF_MONEY}\b")
_MONEY = re.compile(r"\d (?:nghin |ngan )?(?:ty|trieu|dong)\b|%|\blan\b|\btien\b|kinh phi|von\b")
_SHARE_ASKED = re.compile(r"\b(?:bao nhieu|may) ?(?:%|phan tram)")
_SHARE = re.compile(r"%|phan tram|\blan\b|\b(?:tat ca|toan bo|moi)\b")
# `Nhà nước hỗ trợ bao nhiêu phần trăm`, `mức phạt`: what is asked, and what a passage on it says.
_KINDS = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        (
            rf"\b(?:muc|tien|kinh phi|von|chinh sach) ho tro\b|\b{_HOW_MUCH} .*\bho tro\b|"
            rf"\bho tro\b.*\b{_HOW_MUCH} (?:{_OF_MONEY}|phan tram|%)",
            r"\bho tro\b",
        ),
        (r"\bxu phat\b|\bbi phat\b|\b(?:muc|tien) phat\b", r"\bphat (?:tien|hanh chinh)|xu phat"),
        (
            rf"\b(?:tien|muc|duoc|cong trinh) thuong\b(?! xuyen)|\bthuong (?:\w+ )?{_HOW_MUCH}\b",
            r"\b(?:khen|tien|muc|duoc) thuong\b|\bthuong \d",
        ),
        # `vậy` is typed without diacritics as well.
        (
            rf"\b(?:duoc vay|cho vay|vay (?:von|tien|ngan hang))\b.*\b{_HOW_MUCH}\b|"
            rf"\b{_HOW_MUCH}\b.*\bvay (?:von|tien|ngan hang)\b",
            r"\b(?:vay|tin dung)\b",
        ),
        (
            r"\bdon gia\b|(?<!quoc )\bgia (?:xay|thanh)\b|"
            rf"{_HOW_MUCH} {_OF_MONEY} (?:1|mot|moi) {_PIECE}\b",
            r"\bdon gia\b",
        ),
        (r"\bboi thuong\b|\bden bu\b", r"\bboi thuong\b|\bden bu\b"),
        (r"\bdong gop\b", r"\bdong gop\b"),
        (r"\bdoi ung\b", r"\bdoi ung\b"),
        (r"\bphu cap\b", r"\bphu cap\b"),
        (
            r"\b(?:(?:tien|muc) luong|"
            r"(?<!so )(?<!chat )luong (?:cua|can bo|cong chuc|thang|co so))\b"
            rf".*\b{_HOW_MUCH}\b",
            r"\btien luong\b|\bluong (?:co so|thang|\d)",
        ),
        (r"\ble phi\b", r"\ble phi\b"),
        (r"\b(?:thanh|quyet) toan\b", r"\b(?:thanh|quyet) toan\b"),
        (
            rf"\bmoi {_PIECE}\b.*\b{_HOW_MUCH} {_OF_MONEY}\b|"
            rf"\b{_HOW_MUCH} {_OF_MONEY}.*\bmoi {_PIECE}\b",
            rf"\bmoi {_PIECE}\b|/{_PIECE}\b",
        ),
    )
)
# A measure of a thing: of no other thing is it an answer.
_MEASURED = re.compile(
    rf"\bdien tich\b|\b(?:rong|dai|(?<!nang )(?<!vung )cao|cach)\b.*\b{_HOW_MUCH}\b|"
    rf"\b{_HOW_MUCH} (?:met|m2|m|ha|hec ta)\b"
)
_OF_MEASURES = re.compile(
    r"\b(?:dien tich|rong|dai|cao|sau|cach|bao nhieu|may|met|vuong|m2?|ha|hec ta|toi (?:thieu|da)|"
    r"it nhat|phai|can|co|duoc|quy dinh|khong|la|thi|dat|chuan|va|cua|cho|xa|tieu chi|chieu|"
    r"nong thon moi|ntm|muc|the|nao|gi|ve|theo)\b"
)


def of_money(question: str) -> bool:
    """Whether money of some kind is asked for, of which no threshold tells."""
    folded = fold(question)
    return any(asked.search(folded) for asked, _ in _KINDS)


def fits(question: str, passage: Passage) -> bool:
    """Whether a passage speaks of the money, or of the thing, of which an amount is asked."""
    if not passage.known:
        return True
    folded = fold(question)
    text = fold(f"{passage.title} {passage.provision} {passage.text}")
    if any(asked.search(folded) and not said.search(text) for asked, said in _KINDS):
        return False
    if _AMOUNT.search(folded) and not _MONEY.search(fold(passage.text)):
        return False
    if _SHARE_ASKED.search(folded) and not _SHARE.search(fold(passage.text)):
        return False
    return not _MEASURED.search(folded) or _names_the_thing(folded, text)


def _names_the_thing(folded: str, text: str) -> bool:
    """Whether a text has a word of the thing that is measured."""
    things = set(syllables(_OF_MEASURES.sub(" ", folded)))
    return not things or bool(things & set(syllables(text)))
