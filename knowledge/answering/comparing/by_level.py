"""Levels and titles compared where one of them has no table of criteria: `nâng cao, kiểu mẫu`."""

from __future__ import annotations

from knowledge.answering import citing, spans, wording
from knowledge.answering.answer import Answer
from knowledge.answering.comparing import sides
from knowledge.answering.query import Query
from knowledge.corpus.fields import Level
from knowledge.indexing.index import Index
from knowledge.references.parser import DOCUMENT, LEVEL
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TWO = 2
_MOST = 4
_CONDITIONS = "{0} là gì, điều kiện của {0}"


def answer(query: Query, index: Index) -> Answer | None:
    """What the latest decision on each of the levels named says of it.

    Returns:
        None where fewer than two are named, a matter is compared, or a level has no decision.
    """
    levels = [Level(value) for value in query.references.values(LEVEL)][:_MOST]
    of_matter = query.topic or query.context.criterion or query.references.values(DOCUMENT)
    if len(levels) < _TWO or of_matter:
        return None
    found = [_side(query, index, level) for level in levels]
    told = [side for side in found if side]
    return sides.told(query, index, told) if len(told) == len(levels) else None


def _side(query: Query, index: Index, level: Level) -> sides.Side | None:
    """How many criteria the level has, where they are known one by one; else its conditions."""
    catalogue = index.catalogue
    tables = [table for table in catalogue.tables_at(level) if spans.fits(query.time, table.period)]
    if tables:
        table = tables[-1]
        said = (
            f"{wording.upper_first(wording.LEVEL_NAMES[level])} giai đoạn {table.period}, theo "
            f"{table.document}: {table.counts.criteria} tiêu chí, {table.counts.indicators} "
            f"{table.indicator_word} ({table.annex})."
        )
        return sides.Side(said, table.document, citing.of_table(table))
    decisions = [one for one in catalogue.decisions_at(level) if spans.fits(query.time, one.period)]
    if not decisions:
        return None
    number, name = decisions[-1].number, wording.LEVEL_NAMES[level]

    def tells(passage: Passage) -> bool:
        of_it = passage.document == number and not (passage.row or passage.overview)
        return of_it and passage.known and fold(level.value).split()[-1] in fold(passage.text)

    hits = index.retriever.search(_CONDITIONS.format(name), 1, accept=tells)
    return sides.of_passage(hits[0].passage) if hits else None
