"""What carries a document out: `Chính phủ thực hiện Nghị quyết 8/2020 bằng nghị quyết nào`."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import document
from knowledge.answering.query import Query
from knowledge.answering.searching.kind_asked import KindAsked, kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import numbers
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT
from knowledge.text import fold

_CARRIED_OUT = re.compile(
    r"(?:\bsau (?:khi )?(?:\w+ ){0,4}(?:co|ban hanh|thong qua)|"
    r"\b(?:thuc hien|trien khai|thi hanh|cu the hoa|huong dan)(?: (?:cho|theo))?)"
    rf" (?:(?:{'|'.join(numbers.TYPES)}) )?(?:so )?$"
)
_BY_WHAT = re.compile(
    r"\b(?:bang|ra|ban hanh|co)(?: \w+){0,5} (?:nao|so may|so bao nhieu|gi)\b|"
    r"\b(?:ke hoach|nghi quyet|quyet dinh|thong tu|van ban|chuong trinh) (?:nao|so may|gi)\b"
)
# `Chính phủ có nghị quyết thực hiện chưa?`
_WHETHER = re.compile(r"\b(?:co|da|ra|ban hanh)\b.{0,80}\b(?:chua|khong)\W*$")
_TYPE = re.compile(r"\b(nghi dinh|thong tu|cong van|nghi quyet)\b")
_OF_THE_BODY = (Aspect.SIGNER, Aspect.ISSUER, Aspect.SIGNED, Aspect.EFFECTIVE)


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The documents by which the one named is carried out; None where that is not asked."""
    carried_out, rest = _named(query, catalogue)
    folded = fold(query.question)
    if carried_out is None or not (_BY_WHAT.search(folded) or _WHETHER.search(folded)):
        return None
    kind = _kind(rest)
    if not kind.named or kind.fits(carried_out):
        return None
    found = [
        item.regulation
        for item in catalogue.incoming(carried_out.number, RelationType.GUIDES)
        if kind.fits(item.regulation)
    ]
    if not found:
        return None
    names = wording.listed([wording.named_in_full(one) for one in found])
    fields = document.answer(query, catalogue, found) if query.wants(*_OF_THE_BODY) else None
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"{wording.named(carried_out)} được thực hiện theo {names}.",
            fields.direct if fields else None,
            *(one.about for one in found),
        ),
        query.today,
        period=str(found[0].period) if found[0].period else None,
        citations=citing.unique(citing.of_regulation(one) for one in (*found, carried_out)),
        suggestions=(f"{found[0].number} quy định gì?",),
    )


def _kind(rest: str) -> KindAsked:
    """The kind of document that is asked for, said as a question or not: `có thông tư … chưa?`."""
    kind, match = kind_in(rest), _TYPE.search(fold(rest))
    if kind.type or match is None:
        return kind
    return replace(kind, type=wording.upper_first(numbers.TYPES[match[1]]))


def _named(query: Query, catalogue: Catalogue) -> tuple[Regulation | None, str]:
    """The one document that the question says is carried out, and what else it says."""
    folded = fold(query.question)
    mentions = [m for m in query.references.mentions if m.kind == DOCUMENT]
    if len(folded) != len(query.question) or len(mentions) != 1:
        return None, query.question
    meant = catalogue.find(mentions[0].value)
    said = _CARRIED_OUT.search(folded[: mentions[0].start])
    if said is None or len(meant) != 1:
        return None, query.question
    return meant[0], f"{query.question[: said.start()]} {query.question[mentions[0].end :]}"
