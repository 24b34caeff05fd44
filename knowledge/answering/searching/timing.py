"""Which candidates are of the time asked about, or of the document's own where none is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from knowledge.answering.query import Query
from knowledge.answering.searching import signs
from knowledge.answering.searching.candidates import (
    NARROW_THRESHOLD,
    THRESHOLD,
    Found,
    least,
    tells_who,
)
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import RelationType
from knowledge.corpus.fields import Nature
from knowledge.corpus.timeline import Interval
from knowledge.retrieval.passage import Passage

# Passages nearly as good as the best may hold for another period.
_NEARLY = 0.12


def of_the_time(query: Query, catalogue: Catalogue, found: list[Found]) -> list[Found]:
    """The candidates of the time asked about alone, where one of them says enough."""
    asked = query.time
    if asked is None or not found:
        return found
    found = [one for one in found if not _was_over(catalogue, one.passage, asked)] or found
    fitting = [f for f in found if f.passage.period and signs.overlaps(f.passage, asked)]
    best = found[0].passage
    late = best.period is not None and not signs.overlaps(best, asked)
    return fitting if late and fitting and fitting[0].confidence >= NARROW_THRESHOLD else found


def _was_over(catalogue: Catalogue, passage: Passage, asked: Interval) -> bool:
    """Whether another document had replaced this one, before its period was over."""
    regulation = catalogue.regulations.get(passage.document)
    after = catalogue.incoming(passage.document, RelationType.REPLACES) if regulation else []
    starts = [one.regulation.effective or one.regulation.signed for one in after]
    return any(start is not None and start <= asked.first for start in starts)


def of_its_own(query: Query, catalogue: Catalogue, enough: list[Found]) -> list[Found]:
    """The candidates without a lead that only says what is not known of a later period.

    Of a document named without a time, its own provisions are asked for.
    """
    lead = enough[0].passage
    regulation = catalogue.regulations.get(lead.document)
    period = regulation.period if regulation else None
    years = Interval(dt.date(period.first, 1, 1), dt.date(period.last, 12, 31)) if period else None
    if query.time or lead.known or years is None or signs.overlaps(lead, years):
        return enough
    return [one for one in enough if one.passage.known] or enough


def in_time(query: Query, found: Sequence[Found]) -> list[Found]:
    """The best candidate for the time asked about first, then its counterparts in other periods.

    Where the question leaves the time open, the latest period comes first. Only candidates
    nearly as good as the best, or that tell who decides as it does, are counterparts.
    """
    best = found[0]
    if best.passage.nature is Nature.ARTICLE_SUMMARY or not best.passage.period:
        return [best]
    rivals = {best.passage.period: best}
    for candidate in found:
        period = candidate.passage.period
        near = _as_near(best, candidate) or (tells_who(query, best) and tells_who(query, candidate))
        regulation = candidate.passage.nature is not Nature.ARTICLE_SUMMARY
        sure = candidate.confidence >= least(query, candidate, THRESHOLD)
        if period and near and sure and regulation and candidate.passage.known:
            rivals.setdefault(period, candidate)
    asked = query.time
    ordered = sorted(rivals.values(), key=lambda found: found.passage.period or "", reverse=True)
    if asked is None:
        return ordered
    fitting = [c for c in ordered if signs.overlaps(c.passage, asked)]
    return [*fitting, *(c for c in ordered if c not in fitting)] if fitting else [best]


def _as_near(best: Found, other: Found) -> bool:
    """Whether another text is as good; by the wording, too, as chances are shared among twins."""
    apart = min(best.confidence - other.confidence, best.worded - other.worded)
    return apart <= _NEARLY
