"""Claims that a document still holds, or no longer does: `QĐ 5 giờ vẫn dùng để xét, đúng không`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation
from knowledge.answering.documents import on_day
from knowledge.answering.documents.validity import ended_by, validity
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import State, status
from knowledge.text import fold

_USE = (
    r"(?:can cu|co so|hieu luc|gia tri|ap dung|su dung|dung|theo|lam theo|thuc hien|huong dan|"
    r"cham|xet|lay)"
)
_STILL = re.compile(
    rf"\b(?:van|con)(?: (?:van|con|la|dang|duoc|phai|lam|co|cu|tiep tuc|nguyen|ho so|danh gia))* "
    rf"{_USE}\b"
)
# `Điều 3 vẫn áp dụng đến hết năm 2026`: neither yes nor no is right of the whole.
_IN_PART = re.compile(r"\b(?:van|con duoc|tiep tuc)(?: duoc)? ap dung\b")
_NO_MORE = re.compile(
    r"\b(?:het|mat) (?:hieu luc|gia tri|han)\b|\bbi (?:bai bo|thay(?: the)?|bo)\b|"
    rf"\b(?:khong|thoi|ngung)(?: (?:con|duoc|phai))* {_USE}\b"
)


def answer(query: Query, catalogue: Catalogue, regulation: Regulation) -> Answer | None:
    """Confirms or puts right what is claimed of its validity; None where nothing is."""
    folded = fold(query.question)
    denied = _NO_MORE.search(folded) is not None
    if not confirmation.asks(query) or not (denied or _STILL.search(folded)):
        return None
    day, then = on_day.asked(query, regulation)
    found = status(catalogue, regulation, day)
    if not (found.state.ended or found.state is State.IN_FORCE) or _holds_in_part(regulation):
        return None
    right = found.state.ended == denied
    said = validity(catalogue, regulation, day, then)
    cited = [regulation, *ended_by(catalogue, regulation, day)]
    return Answer(
        Outcome.ANSWERED if right else Outcome.CORRECTED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"{'Đúng' if right else 'Không đúng'}: {said}",
            f"Căn cứ: {wording.named_in_full(regulation)}.",
        ),
        query.today,
        period=str(regulation.period) if regulation.period else None,
        citations=citing.unique(citing.of_regulation(one) for one in cited),
        suggestions=(f"{regulation.number} được thay thế bởi văn bản nào?",),
    )


def _holds_in_part(regulation: Regulation) -> bool:
    told = " ".join([regulation.about, *regulation.caveats])
    return _IN_PART.search(fold(told)) is not None
