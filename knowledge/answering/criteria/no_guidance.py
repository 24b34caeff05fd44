"""A body's guidance on a row that it does not guide: says so, and what it says on other rows."""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import guidance
from knowledge.answering.documents.related import line
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.target import Target, suggestions
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import issuers
from knowledge.references.parser import CRITERION, INDICATOR


def answer(query: Query, catalogue: Catalogue, target: Target, choice: Choice) -> Answer | None:
    """A body's guidance is asked for and none is known; None where that is not so."""
    body = issuers.find(query.question)
    if not (body and target.row):
        return None
    beside = guidance.of(catalogue, target)
    others = wording.bullets(line(item, target.table) for item in beside)
    decision = wording.named(catalogue.regulations[target.table.document])
    of_set = "" if choice.open else f" của {decision}"
    written = _as_written(query, catalogue, body)
    nothing = f"Kho chưa ghi nhận văn bản nào của {written} hướng dẫn {target.named}{of_set}."
    on_others = guidance.of_other_rows(catalogue, target, body)
    lines = wording.bullets(line(item, target.table) for item in on_others)
    of_body = f"Văn bản của {written} về bộ tiêu chí này:\n{lines}" if on_others else None
    # `Bộ A thì sao? Vậy Bộ B hướng dẫn bằng văn bản nào?`: the row is not asked for again
    of_the_set = bool(on_others) and not any(map(query.references.values, (CRITERION, INDICATOR)))
    parts = (of_body, nothing) if of_the_set else (nothing, of_body)
    return Answer(
        Outcome.ANSWERED if of_the_set else Outcome.UNKNOWN,
        Kind.BASIS,
        wording.paragraphs(*parts, f"Văn bản hướng dẫn khác:\n{others}" if beside else None),
        query.today,
        period=str(target.table.period),
        citations=citing.unique(
            [
                *(citing.of_regulation(item.regulation) for item in on_others),
                citing.of_table(target.table),
                *(citing.of_regulation(item.regulation) for item in beside),
            ]
        ),
        suggestions=suggestions([target]),
    )


def _as_written(query: Query, catalogue: Catalogue, body: str) -> str:
    """The name of an issuing body as documents write it; as typed where none is of it."""
    written = [
        regulation.issuer
        for regulation in catalogue.regulations.values()
        if issuers.issued_by(regulation.issuer, body)
    ]
    return min(written, key=len, default=issuers.as_typed(query.question, body))
