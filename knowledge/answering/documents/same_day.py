"""`Cùng ngày đó còn ban hành quyết định nào?`: what the same body signed on the same day."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.references import levels
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_SAME_DAY = re.compile(
    r"\b(?:cung|trong|dung) (?:mot )?(?:ngay|hom)(?: (?:do|ay|day|nay))?\b|"
    r"\b(?:ngay|hom) (?:do|ay|day)\b"
)
_OTHERS = re.compile(
    r"\b(?:con|nhung|cac|co|ban hanh|ky|them)\b.*\b(?:van ban|quyet dinh|thong tu|nghi dinh|"
    r"nghi quyet|qd|vb|cai) (?:nao|gi|khac)\b"
)
_MOST = 6


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The other documents of the day that was told; None where none are asked for."""
    folded = fold(query.question)
    about = catalogue.find(query.before.document or "")[:1]
    asked = _SAME_DAY.search(folded) and _OTHERS.search(folded)
    if not (asked and about and about[0].signed) or query.names_documents:
        return None
    same = [one for one in catalogue.regulations.values() if _of_its_day(one, about[0])]
    fitting = [one for one in same if _is_of(one, query)]
    day = f"{about[0].issuer} ký ngày {wording.date(about[0].signed)}"
    found = (fitting or same)[:_MOST]
    if not found:
        said = f"Ngoài {wording.named(about[0])}, kho không có văn bản nào khác do {day}."
    else:
        said = f"Cùng do {day}, kho có:\n" + wording.bullets(
            f"{wording.named_in_full(one)}. {one.about}" for one in found
        )
    return Answer(
        Outcome.ANSWERED if found else Outcome.UNKNOWN,
        Kind.DOCUMENT,
        said,
        query.today,
        citations=citing.unique(citing.of_regulation(one) for one in (*found, about[0])),
        suggestions=tuple(f"{one.number} quy định gì?" for one in found[:2]),
    )


def _of_its_day(one: Regulation, other: Regulation) -> bool:
    """Whether a document is another one of the same body and day."""
    same = one.signed == other.signed and one.issuer == other.issuer
    return same and one.number != other.number


def _is_of(regulation: Regulation, query: Query) -> bool:
    """Whether a document is about the level or unit that the message names; so if it names none."""
    about = fold(f"{regulation.title or ''} {regulation.about}")
    named = [fold(Level(value).value) for value in query.references.values(LEVEL)]
    named = named or levels.units(query.question)
    return all(part in about for one in named for part in [one.removeprefix("xa ")])
