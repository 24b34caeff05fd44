"""The sides of a comparison: what a set, a document or a period says on the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.comparing import side_by_side
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target, by_name, by_number
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_OF_PERIOD = re.compile(r"\b(?:giai doan|thoi ky)(?: (?:nao|gi|ap dung|may)|\W*$)")


@dataclass(frozen=True)
class Side:
    """What is said on one side of a comparison, and where it stands."""

    text: str
    document: str
    citation: Citation


def table_of(query: Query, catalogue: Catalogue, regulation: Regulation) -> CriteriaTable | None:
    """The table of a document: that of the level asked about, else its first."""
    tables = [table for table in catalogue.tables if table.document == regulation.number]
    of_level = [table for table in tables if table.level == query.level]
    return next(iter(of_level or tables), None)


def of_row(
    query: Query, index: Index, regulation: Regulation, own: CriteriaTable | None = None
) -> Side | None:
    """The row of the document's own table that the question means.

    Args:
        query: the question.
        index: the serving index.
        regulation: the document.
        own: its table, where it has several and this one is meant.
    """
    table = own or table_of(query, index.catalogue, regulation)
    if table is None:
        return None
    address = query.context.criterion
    targets = by_number([table], address) if address else by_name(query, index.retriever, [table])
    if not targets or not targets[0].row:
        return None
    target = targets[0]
    said = f"Theo {regulation.number}: {side_by_side.said(query, index.catalogue, target)}."
    return Side(said, regulation.number, citing.of_row(table, target.address, target.named))


def unnamed(table: CriteriaTable) -> Side:
    """That the knowledge has no row of a table on the matter."""
    target = Target(table, "")
    said = (
        f"{wording.upper_first(wording.LEVEL_NAMES[table.level])} theo {table.document}: kho chưa "
        f"có tên và mức của nội dung này; {target.annex}."
    )
    return Side(said, table.document, citing.of_table(table))


def of_passage(passage: Passage) -> Side:
    """What a passage says."""
    return Side(passage.text, passage.document, citing.of_passage(passage))


def told(query: Query, index: Index, found: Sequence[Side]) -> Answer:
    """The sides one after the other, with where they stand."""
    catalogue = index.catalogue
    of_period = _OF_PERIOD.search(fold(query.question)) is not None
    names = [_source(side.document, catalogue) for side in found]
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(
            wording.bullets(_by_name(side, catalogue, of_period=of_period) for side in found),
            f"Tóm lược theo {'; '.join(dict.fromkeys(names))}; không phải nguyên văn.",
        ),
        query.today,
        citations=citing.unique(side.citation for side in found),
    )


def _source(document: str, catalogue: Catalogue) -> str:
    """How the regulation or the article is named."""
    regulation = catalogue.regulations.get(document)
    if regulation:
        return wording.named(regulation)
    return wording.named_article(catalogue.articles[document])


def _by_name(side: Side, catalogue: Catalogue, *, of_period: bool) -> str:
    """What a side says, with the document it is of where the words do not name it.

    Args:
        side: of the comparison.
        catalogue: of the serving index.
        of_period: whether it is asked for which period each document is.
    """
    regulation = catalogue.regulations.get(side.document)
    if regulation is None or (regulation.number in side.text and not of_period):
        return side.text
    period = f" (giai đoạn {regulation.period})" if of_period and regulation.period else ""
    return f"{regulation.type} {regulation.number}{period}: {side.text}"


def of_span(catalogue: Catalogue, level: Level, span: Interval) -> Sequence[CriteriaTable]:
    """The set of a planning period that is named as such; else the sets in force in a span."""
    exact = [
        table
        for table in catalogue.tables_at(level)
        if (table.period.first, table.period.last) == (span.first.year, span.last.year)
    ]
    return exact or governing(catalogue, level, span).tables
