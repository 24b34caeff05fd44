"""False premises: what a question takes for granted about a document, against what is known."""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.claims import confirmation, counts, holding, office, purpose
from knowledge.answering.documents import document, stating
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references import follow_up, issuers
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT, TIME
from knowledge.text import fold

_CLAIMED_ISSUER = re.compile(
    r"\b(?:do|cua|boi) (?:chinh )?(thu tuong(?: chinh phu)?|chinh phu|quoc hoi|"
    r"bo (?!truong)[a-z]+(?: (?!ban hanh|ky|dung|phai|ve|huong dan|de)[a-z]+){0,6}?)"
    r"(?= (?:da )?(?:ban hanh|ky)\b| (?:dung|phai) (?:khong|chua|the))"
)
# `Quốc hội ban hành QĐ 800 phải không`
_ACTING = re.compile(
    r"^\W*(?:co phai |(?:[a-z]+ )?(?:nho|tuong|nghe noi|biet|hinh nhu)(?: la)? |"
    r"theo (?:toi|em|minh) (?:duoc )?(?:biet|nho|hieu)(?: la| thi)? )?"
    r"(quoc hoi|chinh phu|thu tuong(?: chinh phu)?) (?:da )?(?:ban hanh|ky|phe duyet)\b"
    r"(?=.*(?:(?:phai|dung) (?:khong|chua|chu)|\b(?:ma|nhi|ha|chu)\W*$))"
)
_ALTERNATIVES = re.compile(r"\d{4} hay (?:la )?(?:nam )?\d{4}")
_CLAIMED_YEAR = re.compile(
    r"\b(?:ban hanh|k[iy]|ra doi|thong qua)\b[^?]{0,20}?\b(?:nam )?(\d{4})\b"
)
_SIGNED_ON = re.compile(
    r"\b(?:ban hanh|k[iy]|ra doi|thong qua)"
    r"(?: (?:vao|hoi|tu|trong|luc|cuoi|dau|ngay|thang|nam))* \d"
)
_CLAIMED_SIGNER = re.compile(
    r"\b(?:do|ong|ba|dong chi) "
    r"(?:ong |ba |dong chi |pho thu tuong |thu tuong |bo truong |(?:pho )?chu tich )*"
    r"([a-z]+(?: [a-z]+){1,3}?) "
    r"(?:da |la nguoi |truc tiep |chinh thuc )*k[iy]\b"
)
# `Thủ tướng Nguyễn Văn A ký … phải không`: without `do` only where it is asked whether it is so.
_CLAIMED_TO_SIGN = re.compile(
    r"\b(?:ong |ba |dong chi |pho thu tuong |thu tuong |bo truong |pho chu tich |chu tich )+"
    r"([a-z]+(?: [a-z]+){1,3}?) (?:da |la nguoi |truc tiep |chinh thuc )*k[iy]\b"
    r"(?=.*(?:(?:phai|dung) (?:khong|chua|chu)|\b(?:nhi|ha|chu)\W*$))"
)
_SIGNING = re.compile(r"(?<!ngay )(?<!khi )\bk[iy]\b(?! (?:ngay|nam|thang|hom|vao|hoi|tu|\d))")
_CONFIRM = re.compile(r"\b(?:phai|dung) (?:khong|chua|the|vay)|\b(?:ma|nhi|ha|chu)\W*$")
_NOBODY = frozenset(["ai", "nao", "gi", "may"])
_CLAIMED_START = re.compile(
    r"(?:hieu luc|ap dung)(?: thi hanh)? (?:ngay |luon )?"
    r"(?:tu |ke tu |vao )(?:ngay |nam |thang )*\d"
)
_FROM_SIGNING = re.compile(
    r"\b(?:hieu luc|ap dung)(?: thi hanh)?(?: (?:ngay|luon|ke|tu|vao|khi|luc|la))* "
    r"(?:k[iy]|ban hanh)\b"
)
_OFFICES = frozenset({"thu tuong", "chinh phu", "quoc hoi", "bo truong", "co quan nao"})
_CLAIMED_COUNT = re.compile(
    r"\b(?:co|gom|dat|du|giu nguyen|giu|van la|la) (?:du |tat ca |ca )?"
    r"(\d{1,3}) (tieu chi|chi tieu)\b"
)
# `Thông tư 5/2020 của Bộ A`, `QĐ 7/QĐ-TTg năm 2018 của bộ B`: the issuer right after the number.
_OF_ISSUER = re.compile(r"\W*(?:(?:ngay [\d/.-]+|nam \d{4})\W*)?(?:do|cua) $")
_ANNEX = re.compile(r"\bphu luc (?:so )?([ivx]+|\d{1,2})\b")
_ANNEXES = re.compile(r"\b(?:co|gom) (mot|hai|ba|bon|nam|sau|\d{1,2}) phu luc\b")
_NUMBERS = {fold(wording.in_words(number)): number for number in range(1, 7)}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def answer(query: Query, catalogue: Catalogue, regulation: Regulation) -> Answer | None:
    """Corrects what the question wrongly says of a document; None where nothing is wrong."""
    folded = fold(query.question)
    if office.is_right(folded, regulation) or _is_the_signer(folded, regulation):
        right = wording.lower_first(document.signer(regulation))
        return stating.of_document(query, regulation, Outcome.ANSWERED, f"Đúng: {right}")
    wrong = (
        office.wrong(folded, regulation)
        or _issuer(folded, regulation)
        or _of_another(query, folded, regulation)
        or _annex(folded, regulation)
        or _signer(folded, regulation)
        or _start(query, folded, regulation)
        or _signed(query, folded, regulation)
        or counts.wrong(query, catalogue, regulation)
        or purpose.wrong(query, regulation)
    )
    if wrong is None and office.is_claimed(folded) and regulation.signer:
        return stating.of_document(query, regulation, Outcome.ANSWERED, document.signer(regulation))
    if wrong is None:
        return holding.answer(query, catalogue, regulation)
    of_signer = query.wants(Aspect.SIGNER) or _SIGNING.search(folded)
    if of_signer and (regulation.signer or "") not in wrong:
        wrong = f"{wrong} {document.signer(regulation)}"
    return stating.of_document(query, regulation, Outcome.CORRECTED, wrong)


def _issuer(folded: str, regulation: Regulation) -> str | None:
    claim = _CLAIMED_ISSUER.search(folded) or _ACTING.search(folded)
    if claim is None:
        return None
    known = fold(regulation.issuer)
    if {"nao", "gi", "ai"} & set(claim[1].split()):
        return None
    if claim[1] in known or known in claim[1]:
        return None
    return _issued(regulation)


def _issued(regulation: Regulation) -> str:
    signed = f", ký ngày {wording.date(regulation.signed)}" if regulation.signed else ""
    number = f"{regulation.type} {regulation.number}"
    return f"Không phải: {number} do {regulation.issuer} ban hành{signed}."


def _of_another(query: Query, folded: str, regulation: Regulation) -> str | None:
    """The number is said to be that of a document of another body."""
    mentions = [m for m in query.references.mentions if m.kind == DOCUMENT]
    if len(mentions) != 1 or len(folded) != len(query.question):
        return None
    after = folded[mentions[0].end :]
    body = issuers.starts(after)
    if body is None or not _OF_ISSUER.match(after[: body[1]]):
        return None
    right = issuers.issued_by(regulation.issuer, body[0]) or body[0] in fold(regulation.issuer)
    return None if right else _issued(regulation)


def _annex(folded: str, regulation: Regulation) -> str | None:
    """An annex beyond those that the document is known to have."""
    named = _ANNEX.search(folded)
    told = [
        count
        for provision in regulation.provisions
        if (count := _ANNEXES.search(fold(provision.text)))
    ]
    if named is None or not told:
        return None
    known = int(_NUMBERS.get(told[0][1], told[0][1]))
    if named[1] not in _ROMAN and not named[1].isdigit():
        return None
    asked = int(named[1]) if named[1].isdigit() else _ROMAN.index(named[1]) + 1
    if asked <= known:
        return None
    number = wording.in_words(known)
    return f"{wording.named(regulation)} không có phụ lục này: văn bản có {number} phụ lục."


def _is_the_signer(folded: str, regulation: Regulation) -> bool:
    """Whether it is asked if somebody signed who did."""
    claim = _CLAIMED_SIGNER.search(folded) or _CLAIMED_TO_SIGN.search(folded)
    asked = claim is not None and _CONFIRM.search(folded[claim.end() :]) is not None
    return asked and claim is not None and fold(regulation.signer or "") == claim[1]


def _signer(folded: str, regulation: Regulation) -> str | None:
    claim = _CLAIMED_SIGNER.search(folded) or _CLAIMED_TO_SIGN.search(folded)
    if claim is None or regulation.signer is None or claim[1] in _OFFICES:
        return None
    if office.is_claimed(folded):
        return None
    if fold(regulation.signer) == claim[1] or _NOBODY & set(claim[1].split()):
        return None
    return (
        f"Không phải: người ký {wording.named(regulation)} là {regulation.signer}"
        f"{f' ({regulation.signer_title})' if regulation.signer_title else ''}."
    )


def _start(query: Query, folded: str, regulation: Regulation) -> str | None:
    on_signing = _FROM_SIGNING.search(folded) and confirmation.asks(query)
    if on_signing and regulation.effective and regulation.signed:
        if regulation.effective == regulation.signed:
            return None
        signed = wording.date(regulation.signed)
        return (
            f"Không phải: {regulation.type} {regulation.number} được ký ngày {signed} nhưng có "
            f"{wording.since(regulation)}."
        )
    if regulation.effective is None or not _CLAIMED_START.search(folded):
        return None
    claimed = query.references.values(TIME)
    if not claimed or any(regulation.effective.isoformat().startswith(day) for day in claimed):
        return None
    return f"Không phải: {wording.named(regulation)} có {wording.since(regulation)}."


def _signed(query: Query, folded: str, regulation: Regulation) -> str | None:
    """What is to be said where another year is claimed, or another month or day of that year."""
    if regulation.signed is None or _ALTERNATIVES.search(folded):
        return None
    named = query.references.values(TIME)
    claim = _CLAIMED_YEAR.search(folded)
    told_of = query.follows and query.wants(Aspect.SIGNED)
    alone = told_of and follow_up.claims_a_field(query.references, told_of=True)
    years = {value[:4] for value in named}
    claimed = years & {claim[1]} if claim else years if alone else set()
    signed = regulation.signed
    said = (
        f"{regulation.type} {regulation.number} của {regulation.issuer} được ký ngày "
        f"{wording.date(signed)}."
    )
    if claimed and str(signed.year) not in claimed:
        return f"Không phải năm {min(claimed)}: {said}"
    days = [value for value in named if value[0].isdigit()]
    asks = _SIGNED_ON.search(folded) and confirmation.asks(query)
    if asks and len(days) == 1 and not signed.isoformat().startswith(days[0]):
        return f"Không phải: {said}"
    return None
