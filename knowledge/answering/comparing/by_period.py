"""What the knowledge says on a matter in each of several periods."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import partial

from knowledge.answering.answer import Answer
from knowledge.answering.comparing import sides, telling
from knowledge.answering.comparing.sides import Side
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free, signs
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval
from knowledge.indexing.index import Index
from knowledge.references.parser import TIME
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TWO = 2
_MOST = 4
# Both the time and the level narrow the choice: less of the wording need be there.
_LEAST = 0.25
# A period is wider than a document, but what is of it may be said in other words.
_WITHIN = 0.4
# `giai đoạn 2021-2025 và 2026-2030 mỗi giai đoạn bao nhiêu`
_EACH = re.compile(
    r"lan luot|tung giai doan|tung nam|moi (?:giai doan|nam|thoi ky|ben|chuong trinh|ky|dot|cai)|"
    r"\d{4} (?:va|voi|roi) (?:den |sang |tu |vao )*(?:giai doan |nam |thoi ky )?\d{4}"
)


def asked(query: Query) -> bool:
    """Whether a question that compares nothing asks for each of several periods, one by one."""
    spans = sorted(query.times, key=lambda span: span.first)
    apart = all(one.last < other.first for one, other in itertools.pairwise(spans))
    return len(spans) >= _TWO and apart and _EACH.search(fold(query.question)) is not None


def answer(query: Query, index: Index) -> Answer | None:
    """What the knowledge says on the matter in each of the periods that the question names."""
    periods = _periods(query, index.catalogue)
    if len(periods) < _TWO:
        return None
    found: list[Side] = []
    for value in periods[:_MOST]:
        then = replace(query, context=replace(query.context, period=value))
        side = _then(query, index, then.time, then) if then.time else None
        if side is None or side in found:
            side = _row_then(then, index) or side
        if side is None:
            return None
        found.append(side)
    apart = list(dict.fromkeys(found))
    return sides.told(query, index, apart) if len(apart) >= _TWO else None


def within(query: Query, index: Index) -> Answer | None:
    """What is told of a time alone: the time and the matter both narrow the choice."""
    if query.time is None or query.context.criterion:
        return None
    accept = partial(_in_period, query, query.time)
    return free.reply(query, index, accept, _WITHIN)


def _periods(query: Query, catalogue: Catalogue) -> list[str]:
    """The periods and years named; this year and the period before those, where meant so."""
    relative = query.references.values(TIME)
    values = query.time_values
    if "now" in relative:
        values = [*values, str(query.today.year)]
    years = [int(value[:4]) for value in values]
    if "previous" in relative and years:
        tables = catalogue.tables_at(Level.COMMUNE)
        earlier = [str(t.period) for t in tables if t.period.last < min(years)]
        values = [*earlier[-1:], *values]
    return list(dict.fromkeys(values))


def _then(query: Query, index: Index, span: Interval, then: Query) -> Side | None:
    """What is said on the matter in one span of time."""
    found = candidates.candidates(then, index.retriever, partial(_in_period, query, span))
    least = _LEAST if query.context.level else candidates.NARROW_THRESHOLD
    if not found or found[0].confidence < least:
        return None
    number = found[0].passage.document
    same = [one for one in found if one.passage.document == number]
    return sides.of_passage(telling.best(then, index, same))


def _row_then(then: Query, index: Index) -> Side | None:
    """The row of the set of that time that the question names."""
    tables = sides.of_span(index.catalogue, then.level, then.time) if then.time else ()
    for table in tables:
        if side := sides.of_row(then, index, index.catalogue.regulations[table.document]):
            return side
    return None


def _in_period(query: Query, span: Interval, passage: Passage) -> bool:
    of_level = not query.context.level or signs.speaks_of(passage, query.context.level)
    return (
        not passage.row
        and not passage.provinces
        and of_level
        and bool(passage.period)
        and signs.overlaps(passage, span)
    )
