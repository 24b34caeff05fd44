"""A text that a message plainly means is told, rather than a document's card or a list of sets.

`Hồ sơ 2018 phần công chức xã đủ chuẩn: sổ tay trỏ tới nghị định nào?` has words of a handbook's
title and of a row in four sets; both are looked up by name, and neither says what is asked. A
threshold is told by rows: those of every set say more than one text does.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.rows import called
from knowledge.answering.searching import candidates, free, matter, signs, timing
from knowledge.answering.searching.likeliest import is_text
from knowledge.corpus.timeline import status
from knowledge.indexing.index import Index
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.retrieval.passage import Passage

_CHANCE = 0.6
_OPENING = 50


def rather(query: Query, index: Index, found: Answer) -> Answer | None:
    """What the likeliest text says; None where none is likely enough, or it is told already.

    Args:
        query: the message.
        index: the serving index.
        found: what it was met with.
    """
    of_a_title = found.kind is Kind.DOCUMENT and found.confidence == matter.SURE
    numbered = query.references.values(CRITERION) or query.references.values(INDICATOR)
    if query.follows or numbered or found.outcome is Outcome.CORRECTED:
        return None
    if not (of_a_title or _of_several_sets(found, index)):
        return None
    if called.is_all_said(query.topic, index.catalogue):  # `giao thông theo văn bản nào?`
        return None
    fits = candidates.fitting(query)
    near = candidates.candidates(query, index.retriever, lambda p: is_text(p) and fits(p))
    best = max(near, key=lambda one: one.chance or 0.0, default=None)
    if best is None or (best.chance or 0.0) < _CHANCE or best.confidence < candidates.THRESHOLD:
        return None
    passage = best.passage
    told = passage.text.split("\n")[0][:_OPENING] in found.text
    if passage.overview or told or not _is_of_the_time(query, index, passage):
        return None
    return free.answer(query, index.catalogue, timing.in_time(query, [best]))


def _of_several_sets(found: Answer, index: Index) -> bool:
    """Whether rows of several sets are told, the message naming no time."""
    cited = {citation.document for citation in found.citations}
    sets = [number for number in cited if index.catalogue.tables_of(number)]
    return found.kind is Kind.BASIS and found.period is None and len(sets) > 1


def _is_of_the_time(query: Query, index: Index, passage: Passage) -> bool:
    """Whether a passage is of the time asked about; where none is, of a document that holds."""
    if query.time:
        return signs.timely(query, passage) >= 0
    regulation = index.catalogue.regulations.get(passage.document)
    return regulation is None or not status(index.catalogue, regulation, query.today).state.ended
