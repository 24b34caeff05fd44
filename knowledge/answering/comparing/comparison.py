"""What is compared: sets of criteria, documents, or what was said in several periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.comparing import by_level, by_period, side_by_side, sides, telling
from knowledge.answering.query import Query
from knowledge.answering.rows.target import by_name, by_number
from knowledge.answering.searching import candidates, signs
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT, LEVEL, TIME
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TWO = 2
_ALL = re.compile(r"qua (?:cac|nhung|tung) (?:giai doan|thoi ky|bo)|cac giai doan")
_MOST = 4
_BOTH = re.compile(r"\b(?:hai|2) (?:ben|bo|cai|loai)\b")
# What a programme aims at or costs: no row of a set of criteria tells it.
_OF_PROGRAMME = re.compile(
    r"\b(?:muc tieu|nguon von|von ngan sach|kinh phi|ngan sach)\b(?! quoc gia)"
)


def answer(query: Query, index: Index, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """Compares a criterion, or the sets as wholes, between the two sets that a question means.

    Returns:
        None where the question does not mean two sets that are known.
    """
    catalogue = index.catalogue
    if len(query.places) >= _TWO and not _names_several(query):
        return None  # one set at several places
    of_programme = not query.context.criterion and _OF_PROGRAMME.search(fold(query.question))
    if of_programme and (found := by_period.answer(query, index)):
        return found
    tables = _sets(query, catalogue, only)
    if len(tables) < _TWO or (query.context.level and not catalogue.tables_at(query.level)):
        return by_level.answer(query, index) or by_period.answer(query, index)
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
    return by_period.answer(query, index) or _where_named(query, index, tables)


def _where_named(query: Query, index: Index, tables: Sequence[CriteriaTable]) -> Answer | None:
    """The rows of two titles on a matter, of which the knowledge may lack the name of either."""
    of_titles = len({table.level for table in tables}) == len(tables)
    if not of_titles or not by_name(query, index.retriever, index.catalogue.tables):
        return None
    found = [
        sides.of_row(query, index, index.catalogue.regulations[table.document], table)
        for table in tables
    ]
    there = [one or sides.unnamed(table) for one, table in zip(found, tables, strict=True)]
    return replace(sides.told(query, index, there), outcome=Outcome.UNKNOWN)


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
    of_times = [
        t for span in query.times for t in sides.of_span(index.catalogue, query.level, span)
    ]
    documents += [index.catalogue.regulations[table.document] for table in of_times]
    documents = list({document.number: document for document in documents}.values())[:_MOST]
    if len(documents) < _TWO:
        return None
    documents.sort(key=lambda regulation: str(regulation.signed or ""))
    catalogue = index.catalogue
    tables = [sides.table_of(query, catalogue, regulation) for regulation in documents]
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


def _by_content(query: Query, index: Index, documents: Sequence[Regulation]) -> Answer | None:
    """What each document says on the matter, one after the other."""
    found = []
    for regulation in documents:
        side = sides.of_row(query, index, regulation) or _passage_of(query, index, regulation)
        if side is None:
            return None
        found.append(side)
    return sides.told(query, index, found)


def _passage_of(query: Query, index: Index, regulation: Regulation) -> sides.Side | None:
    of_level = partial(_is_text_of, regulation.number, query.context.level)
    of_any = partial(_is_text_of, regulation.number, None)
    passages = candidates.candidates(query, index.retriever, of_level)
    passages = passages or candidates.candidates(query, index.retriever, of_any)
    return sides.of_passage(telling.best(query, index, passages)) if passages else None


def _is_text_of(number: str, level: str | None, passage: Passage) -> bool:
    of_level = level is None or signs.speaks_of(passage, level)
    return not passage.row and passage.document == number and of_level


def _sets(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable]) -> list[CriteriaTable]:
    """The sets meant, earliest first: of several documents, levels or times, or of neighbours."""
    levels = [Level(value) for value in query.references.values(LEVEL)]
    everything = catalogue.tables_at(query.level)
    meant = catalogue.find_all(query.references.values(DOCUMENT))
    numbers = {regulation.number for regulation in meant}
    if _ALL.search(fold(query.question)) and not query.times and len(numbers) < _TWO:
        return everything[-_MOST:]
    if len(numbers) < _TWO and len(levels) == _TWO:
        return _same_decision(catalogue, levels)
    of_times = [
        table for span in _spans(query) for table in sides.of_span(catalogue, query.level, span)
    ]
    if len(query.times) >= _TWO and len(set(map(id, of_times))) == 1 and len(numbers) < _TWO:
        return []  # two years of one set
    named = [table for table in everything if table.document in numbers or table in of_times]
    if len(named) >= _TWO or len(numbers) >= _TWO:
        return named[:_MOST]
    if not named and (told := _told_of(query, catalogue, everything)):
        return told
    if named and (both := _with_the_last(query, everything, named[0])):
        return both
    anchors = named or [table for table in only if table in everything]
    anchors = anchors or _talked_about(query, everything) or everything[-1:]
    if not anchors:
        return []
    position = everything.index(anchors[0])
    if query.context.period == "next":
        return everything[position : position + 2]
    return everything[position - 1 : position + 1] if position else []


def _spans(query: Query) -> list[Interval]:
    """The times named; with today where it is set against one of them."""
    today = [Interval(query.today, query.today)] if "now" in query.references.values(TIME) else []
    return [*query.times, *today] if query.times else []


def _talked_about(query: Query, everything: Sequence[CriteriaTable]) -> list[CriteriaTable]:
    """The set that `so với giai đoạn trước` starts from."""
    relative = query.follows and query.context.period in ("previous", "next")
    return [t for t in everything if relative and t.document == query.before.document]


def _told_of(
    query: Query, catalogue: Catalogue, everything: Sequence[CriteriaTable]
) -> list[CriteriaTable]:
    """The two sets that a follow-up goes on to compare, where two were told of."""
    numbers = query.before.documents_told if query.follows else []
    compared = query.before.aspect == Aspect.DIFFERENCE.value and not query.context.period
    both = _BOTH.search(fold(query.question)) is not None
    for told in (numbers, numbers[:_TWO]):  # a note on what is in force may name another one
        found = [table for table in everything if table.document in told]
        if len(found) == _TWO and (compared or both):
            return found
    levels = catalogue.tables_of(query.before.document or "")
    return levels if both and len(levels) == _TWO else []


def _with_the_last(
    query: Query, everything: Sequence[CriteriaTable], named: CriteriaTable
) -> list[CriteriaTable]:
    """The set that a follow-up names and the one talked about before it, earliest first."""
    last = query.before.document if query.follows else None
    both = [table for table in everything if table is named or table.document == last]
    return both if len(both) == _TWO else []


def _names_several(query: Query) -> bool:
    """Whether a question names several documents or several times."""
    return max(len(query.references.values(DOCUMENT)), len(query.times)) >= _TWO


def _same_decision(catalogue: Catalogue, levels: Sequence[Level]) -> list[CriteriaTable]:
    for table in reversed(catalogue.tables_at(levels[0])):
        for other in catalogue.tables_at(levels[1]):
            if other.document == table.document:
                return [table, other]
    return []
