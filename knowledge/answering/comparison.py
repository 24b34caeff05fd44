"""What is compared: sets of criteria, documents, or what was said in several periods."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from knowledge.answering import candidates, citing, side_by_side, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.target import by_name, by_number
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.references.aspects import Aspect
from knowledge.references.parser import DOCUMENT, LEVEL
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TWO = 2
_ALL = re.compile(r"qua (?:cac|nhung|tung) (?:giai doan|thoi ky|bo)|cac giai doan")
# `giai đoạn 2021-2025 và 2026-2030 mỗi giai đoạn bao nhiêu`
_EACH = re.compile(
    r"lan luot|tung giai doan|tung nam|moi (?:giai doan|nam|thoi ky)|"
    r"\d{4} (?:va|voi|roi) (?:den |sang |tu |vao )*(?:giai doan |nam |thoi ky )?\d{4}"
)
_MOST = 4
# Both the time and the level narrow the choice: less of the wording need be there.
_LEAST = 0.25


@dataclass(frozen=True)
class Side:
    """What is said on one side of a comparison, and where it stands."""

    text: str
    document: str
    citation: Citation


def answer(query: Query, index: Index, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """Compares a criterion, or the sets as wholes, between the two sets that a question means.

    Returns:
        None where the question does not mean two sets that are known.
    """
    catalogue = index.catalogue
    tables = _sets(query, catalogue, only)
    if len(tables) < _TWO or (query.context.level and not catalogue.tables_at(query.level)):
        return _by_period(query, index)
    if query.context.criterion:
        targets = by_number(tables, query.context.criterion)
        if any(target.row for target in targets):
            return side_by_side.of_rows(query, catalogue, targets)
        return None
    if not query.topic:
        return side_by_side.of_sets(query, catalogue, tables)
    targets = by_name(query, index.retriever, tables)
    if len(targets) == len(tables):
        return side_by_side.of_rows(query, catalogue, targets)
    return _by_period(query, index)


def of_each_period(query: Query) -> bool:
    """Whether a question that compares nothing asks for each of several periods, one by one."""
    spans = sorted(query.times, key=lambda span: span.first)
    apart = all(one.last < other.first for one, other in itertools.pairwise(spans))
    return len(spans) >= _TWO and apart and _EACH.search(fold(query.question)) is not None


def of_documents(
    query: Query, index: Index, named: Sequence[Sequence[Regulation]]
) -> Answer | None:
    """Compares two documents on the matter asked about, or as wholes.

    Args:
        query: the question.
        index: the serving index.
        named: for each number in the question, the regulations it can mean.
    """
    documents = [found[0] for found in named if found]
    of_times = [t for span in query.times for t in _of_span(index.catalogue, query.level, span)]
    documents += [index.catalogue.regulations[table.document] for table in of_times]
    documents = list({document.number: document for document in documents}.values())[:_MOST]
    if len(documents) < _TWO:
        return None
    documents.sort(key=lambda regulation: str(regulation.signed or ""))
    catalogue = index.catalogue
    tables = [_table_of(query, catalogue, regulation) for regulation in documents]
    if all(tables):
        sets = [table for table in tables if table]
        address = query.context.criterion
        if query.wants(Aspect.COUNT) and not address:
            return side_by_side.of_sets(query, catalogue, sets)
        targets = by_number(sets, address) if address else by_name(query, index.retriever, sets)
        if len(targets) == len(sets):
            return side_by_side.of_rows(query, catalogue, targets)
        return side_by_side.of_sets(query, catalogue, sets)
    return _by_content(query, index, documents)


def _table_of(query: Query, catalogue: Catalogue, regulation: Regulation) -> CriteriaTable | None:
    tables = [table for table in catalogue.tables if table.document == regulation.number]
    of_level = [table for table in tables if table.level == query.level]
    return next(iter(of_level or tables), None)


def _by_content(query: Query, index: Index, documents: Sequence[Regulation]) -> Answer | None:
    """What each document says on the matter, one after the other."""
    found = []
    for regulation in documents:
        side = _row_of(query, index, regulation) or _passage_of(query, index, regulation)
        if side is None:
            return None
        found.append(side)
    return _told(query, index, found)


def _row_of(query: Query, index: Index, regulation: Regulation) -> Side | None:
    """The row of the document's own table that the question means."""
    table = _table_of(query, index.catalogue, regulation)
    if table is None:
        return None
    address = query.context.criterion
    targets = by_number([table], address) if address else by_name(query, index.retriever, [table])
    if not targets or not targets[0].row:
        return None
    target = targets[0]
    said = f"Theo {regulation.number}: {side_by_side.said(query, index.catalogue, target)}."
    return Side(said, regulation.number, citing.of_row(table, target.address, target.named))


def _passage_of(query: Query, index: Index, regulation: Regulation) -> Side | None:
    of_level = partial(_is_text_of, regulation.number, query.context.level)
    of_any = partial(_is_text_of, regulation.number, None)
    passages = candidates.candidates(query, index.retriever, of_level)
    passages = passages or candidates.candidates(query, index.retriever, of_any)
    return _side(passages[0].passage) if passages else None


def _by_period(query: Query, index: Index) -> Answer | None:
    """What the knowledge says on the matter in each of the periods that the question names."""
    if len(query.times) < _TWO:
        return None
    found = []
    for value in query.time_values[:_MOST]:
        then = replace(query, context=replace(query.context, period=value))
        if then.time is None:
            return None
        best = candidates.candidates(then, index.retriever, partial(_in_period, query, then.time))[
            :1
        ]
        least = _LEAST if query.context.level else candidates.NARROW_THRESHOLD
        if not best or best[0].confidence < least:
            return None
        found.append(_side(best[0].passage))
    return _told(query, index, list(dict.fromkeys(found)))


def _side(passage: Passage) -> Side:
    return Side(passage.text, passage.document, citing.of_passage(passage))


def _in_period(query: Query, span: Interval, passage: Passage) -> bool:
    of_level = not query.context.level or candidates.speaks_of(passage, query.context.level)
    return (
        not passage.row
        and not passage.provinces
        and of_level
        and bool(passage.period)
        and candidates.overlaps(passage, span)
    )


def _told(query: Query, index: Index, found: Sequence[Side]) -> Answer:
    catalogue = index.catalogue
    names = [wording.named(catalogue.regulations[side.document]) for side in found]
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(
            wording.bullets(side.text for side in found),
            f"Tóm lược theo {'; '.join(dict.fromkeys(names))}; không phải nguyên văn.",
        ),
        query.today,
        citations=citing.unique(side.citation for side in found),
    )


def _is_text_of(number: str, level: str | None, passage: Passage) -> bool:
    of_level = level is None or candidates.speaks_of(passage, level)
    return not passage.row and passage.document == number and of_level


def _sets(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable]) -> list[CriteriaTable]:
    """The sets meant, earliest first: of several documents, levels or times, or of neighbours."""
    levels = [Level(value) for value in query.references.values(LEVEL)]
    everything = catalogue.tables_at(query.level)
    numbers = {
        document.number
        for reference in query.references.values(DOCUMENT)
        for document in catalogue.find(reference)
    }
    if _ALL.search(fold(query.question)) and not query.times and len(numbers) < _TWO:
        return everything[-_MOST:]
    if len(numbers) < _TWO and len(levels) == _TWO:
        return _same_decision(catalogue, levels)
    of_times = [table for span in query.times for table in _of_span(catalogue, query.level, span)]
    named = [table for table in everything if table.document in numbers or table in of_times]
    if len(named) >= _TWO or len(numbers) >= _TWO:
        return named[:_MOST]
    anchors = named or [table for table in only if table in everything] or everything[-1:]
    if not anchors:
        return []
    position = everything.index(anchors[0])
    return everything[position - 1 : position + 1] if position else []


def _of_span(catalogue: Catalogue, level: Level, span: Interval) -> Sequence[CriteriaTable]:
    """The set of a planning period that is named as such; else the sets in force in a span."""
    exact = [
        table
        for table in catalogue.tables_at(level)
        if (table.period.first, table.period.last) == (span.first.year, span.last.year)
    ]
    return exact or governing(catalogue, level, span).tables


def _same_decision(catalogue: Catalogue, levels: Sequence[Level]) -> list[CriteriaTable]:
    for table in reversed(catalogue.tables_at(levels[0])):
        for other in catalogue.tables_at(levels[1]):
            if other.document == table.document:
                return [table, other]
    return []
