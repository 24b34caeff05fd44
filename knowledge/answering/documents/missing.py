"""A number that no document of the knowledge has."""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import numbers


def answer(query: Query, catalogue: Catalogue, reference: str) -> Answer:
    """Says what is known of it: named by others, or that another one has the same serial."""
    mentioned = catalogue.find_mentioned(reference)
    if mentioned:
        known = mentioned[0]
        dated = f" ngày {wording.date(known.signed)}" if known.signed else ""
        about = f": {known.about}" if known.about else ""
        text = wording.paragraphs(
            f"Kho chỉ biết {known.number}{dated} qua văn bản khác nhắc đến{about}; "
            "chưa có nội dung của văn bản này.",
            f"Nguồn nhắc đến: {known.source}.",
        )
        return Answer(Outcome.UNKNOWN, Kind.DOCUMENT, text, query.today)
    near = catalogue.same_serial(reference)
    if near and numbers.is_complete(reference):
        names = wording.listed([wording.named(regulation) for regulation in near])
        text = (
            f"Trong kho không có {_named(reference)}, nên không trả lời được về văn bản này. "
            f"Kho có {names} cùng số, nhưng đó là văn bản khác."
        )
        return Answer(
            Outcome.UNKNOWN,
            Kind.DOCUMENT,
            text,
            query.today,
            suggestions=tuple(f"{regulation.number} quy định gì?" for regulation in near),
        )
    if near:
        names = wording.listed([wording.named(regulation) for regulation in near], last="hoặc")
        text = f"Trong kho không có {_named(reference)}. Cùng số có {names}; đó là văn bản khác."
        return Answer(
            Outcome.CORRECTED,
            Kind.DOCUMENT,
            text,
            query.today,
            citations=citing.unique(citing.of_regulation(regulation) for regulation in near),
            suggestions=tuple(f"{regulation.number} quy định gì?" for regulation in near),
        )
    text = (
        f"Trong kho không có {_named(reference)}, nên không trả lời được về văn bản này. "
        "Anh/chị kiểm tra lại số hiệu, hoặc tra ở Cơ sở dữ liệu quốc gia về văn bản pháp luật "
        "(vbpl.vn)."
    )
    return Answer(Outcome.UNKNOWN, Kind.DOCUMENT, text, query.today)


def _named(reference: str) -> str:
    """How the question names it: `văn bản 999`."""
    return reference if reference.startswith("văn bản ") else f"văn bản {reference}"
