"""Claims on the office of who signed a document: `do Chủ tịch Quốc hội ký đúng không`."""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.documents import document
from knowledge.corpus.document import Regulation
from knowledge.references import issuers
from knowledge.text import fold

_OFFICE = (
    r"(?:pho )?(?:chu tich(?: nuoc| quoc hoi| ubnd| uy ban nhan dan)?|thu tuong(?: chinh phu)?)|"
    r"tong bi thu|bo truong|thu truong"
)
_CLAIMED = re.compile(
    rf"\b(?:do|boi|chinh|la)(?: (?:chinh|dong chi|ong|ba))? ({_OFFICE})\b"
    r"(?: bo(?: (?!k[iy]\b)\w+){1,6}| (?:tp|tinh|thanh pho)(?: (?!k[iy]\b)\w+){0,4})?"
    r" (?:da |truc tiep |la nguoi )?(k[iy]|ban hanh)\b"
    r"(?=.*(?:(?:phai|dung) (?:khong|chua|the|vay)|\b(?:ma|nhi|ha|chu|a)\W*$))"
)
# Whose head an office is; nobody of that office signs what another body issues.
_BODIES = {
    "chu tich nuoc": "chu tich nuoc",
    "chu tich quoc hoi": "quoc hoi",
    "thu tuong": "chinh phu",
    "tong bi thu": "trung uong",
    "bo truong": "bo",
    "thu truong": "bo",
    "chu tich ubnd": "uy ban nhan dan",
    "chu tich uy ban nhan dan": "uy ban nhan dan",
}


def is_claimed(folded: str) -> bool:
    """Whether a (folded) question wants it confirmed that somebody of an office signed."""
    return _CLAIMED.search(folded) is not None


def is_right(folded: str, regulation: Regulation) -> bool:
    """Whether the claim is made that somebody of the signer's office signed it."""
    claim = _CLAIMED.search(folded)
    if claim is None or regulation.signer_title is None or _of_other(claim, regulation):
        return False
    office, title = claim[1].removesuffix(" chinh phu"), fold(regulation.signer_title)
    return title == office or title.startswith(f"{office} ")


def wrong(folded: str, regulation: Regulation) -> str | None:
    """What is to be said against the claim; None where none is made or it is not known false.

    Args:
        folded: the question.
        regulation: that it is about.
    """
    claim = _CLAIMED.search(folded)
    if claim is None or is_right(folded, regulation):
        return None
    office = claim[1].removesuffix(" chinh phu")
    head = office.removeprefix("pho ")
    body = _BODIES.get(head)
    elsewhere = body is not None and body not in _of(regulation)
    elsewhere = elsewhere or _of_other(claim, regulation)
    if claim[2] == "ban hanh":
        return f"Không phải: {_issued(regulation)}" if elsewhere else None
    if regulation.signer and (regulation.signer_title or elsewhere):
        return f"Không phải: {wording.lower_first(document.signer(regulation))}"
    if elsewhere:
        return f"Không phải: {_issued(regulation)} {document.signer(regulation)}"
    return None


def _issued(regulation: Regulation) -> str:
    return f"{wording.named(regulation)} do {regulation.issuer} ban hành."


def _of_other(claim: re.Match[str], regulation: Regulation) -> bool:
    """Whether the office is one of a ministry that did not issue the document."""
    body = issuers.find(claim[0])
    of_ministry = body is not None and body.startswith("bo ")
    return of_ministry and not issuers.issued_by(regulation.issuer, body or "")


def _of(regulation: Regulation) -> str:
    """The issuer, folded; the head of the government issues for it."""
    issuer = fold(regulation.issuer)
    return f"chinh phu {issuer}" if "thu tuong" in issuer else issuer
