"""One statement on a document, with the document it rests on."""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation


def of_document(query: Query, regulation: Regulation, outcome: Outcome, said: str) -> Answer:
    """What is said of a document, its basis, and what can be asked of it next."""
    return Answer(
        outcome,
        Kind.DOCUMENT,
        wording.paragraphs(said, f"Căn cứ: {wording.named_in_full(regulation)}."),
        query.today,
        period=str(regulation.period) if regulation.period else None,
        citations=(citing.of_regulation(regulation),),
        suggestions=(f"{regulation.number} quy định gì?",),
    )
