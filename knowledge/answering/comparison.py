"""A criterion in two sets, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from knowledge.answering import basis, candidates, citing, requirement, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome, Table
from knowledge.answering.query import Query
from knowledge.answering.target import Target, by_name, by_number
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.references.aspects import Aspect
from knowledge.references.parser import DOCUMENT, LEVEL
from knowledge.retrieval.passage import Passage

_TWO = 2
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
            return _side_by_side(query, catalogue, targets)
        return None
    if not query.topic:
        return _whole_sets(query, catalogue, tables)
    targets = by_name(query, index.retriever, tables)
    if len(targets) == len(tables):
        return _side_by_side(query, catalogue, targets)
    return _by_period(query, index)


def _side_by_side(query: Query, catalogue: Catalogue, targets: Sequence[Target]) -> Answer:
    rows = tuple((_title(target), _said(query, catalogue, target)) for target in targets)
    decisions = [wording.named(catalogue.regulations[t.table.document]) for t in targets]
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(
            f"{_lead(targets)}\n{wording.bullets(f'{title}: {said}' for title, said in rows)}",
            f"Căn cứ: {'; '.join(dict.fromkeys(decisions))}.",
        ),
        query.today,
        table=Table(("Bộ tiêu chí", wording.upper_first(targets[0].numbered)), rows),
        citations=citing.unique(
            citing.of_row(t.table, t.address, t.named) if t.row else citing.of_table(t.table)
            for t in targets
        ),
        suggestions=basis.suggestions(targets),
    )


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
            return _whole_sets(query, catalogue, sets)
        targets = by_number(sets, address) if address else by_name(query, index.retriever, sets)
        if len(targets) == len(sets):
            return _side_by_side(query, catalogue, targets)
        return _whole_sets(query, catalogue, sets)
    return _by_content(query, index, documents)


def _table_of(query: Query, catalogue: Catalogue, regulation: Regulation) -> CriteriaTable | None:
    tables = [table for table in catalogue.tables if table.document == regulation.number]
    of_level = [table for table in tables if table.level == query.level]
    return next(iter(of_level or tables), None)


def _whole_sets(query: Query, catalogue: Catalogue, tables: Sequence[CriteriaTable]) -> Answer:
    """Sets as wholes: counts, and the criteria whose names differ between the last two."""
    counted = [
        f"{table.title} ({wording.named(catalogue.regulations[table.document])}): "
        f"{table.counts.criteria} tiêu chí, {table.counts.indicators} {table.indicator_word}"
        for table in tables
    ]
    first, second = tables[-_TWO:]
    renamed = [
        f"tiêu chí {a.number}: {a.name} → {b.name}"
        for a, b in zip(first.criteria, second.criteria, strict=False)
        if a.name != b.name
    ]
    names = f"Tên khác nhau ({first.document} → {second.document}):\n{wording.bullets(renamed)}"
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(wording.bullets(counted), names if renamed else None),
        query.today,
        citations=citing.unique(citing.of_table(table) for table in tables),
        suggestions=tuple(f"Liệt kê các tiêu chí của {table.document}" for table in tables),
    )


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
    said = f"Theo {regulation.number}: {_said(query, index.catalogue, target)}."
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


def _title(target: Target) -> str:
    table = target.table
    return (
        f"{wording.upper_first(wording.LEVEL_NAMES[table.level])} {table.period} ({table.document})"
    )


def _said(query: Query, catalogue: Catalogue, target: Target) -> str:
    if not target.row:
        return basis.absent(catalogue, target)
    told = [requirement.demanded(query.place, target, row)[0] for row in target.indicators]
    if not told:
        return f"{target.named}; nội dung chi tiết chưa có trong kho, {target.annex}"
    if target.is_indicator or len(told) == 1:
        return told[0].rstrip(".")
    names = [
        f"{row.number} {row.name or '(tên chưa có nguồn xác nhận)'}" for row in target.indicators
    ]
    return f"{target.named}, {len(told)} {target.table.indicator_word}: {'; '.join(names)}"


def _lead(targets: Sequence[Target]) -> str:
    first, second = targets[0], targets[-1]
    if len(targets) > _TWO:
        return "Qua các bộ tiêu chí:"
    if not first.row or not second.row:
        return f"{wording.upper_first(first.numbered)} chỉ có trong một trong hai bộ:"
    same = first.row.name == second.row.name
    count = len(first.indicators), len(second.indicators)
    said = "giữ nguyên tên" if same else "khác tên"
    if not first.is_indicator and count[0] != count[1]:
        said += f", số chỉ tiêu {count[0]} và {count[1]}"
    return f"{wording.upper_first(first.numbered)} ở hai bộ {said}:"
