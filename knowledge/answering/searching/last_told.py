"""What the document talked about last says, of a message that does not say it leans on it."""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.outside import scope
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up

# Words of which no passage has so much together are not of the field.
_KNOWN = 0.55
_NEAREST = 5


def of_the_field(query: Query, index: Index) -> bool:
    """Whether some passage has most of what a message says, word beside word."""
    own = follow_up.said(query.references)
    near = index.retriever.search(own, _NEAREST)
    covered = [coverage(own, hit.passage, index.retriever) for hit in near]
    return max(covered, default=0.0) >= _KNOWN


def reply(query: Query, index: Index) -> Answer | None:
    """What the document talked about last says: the message may lean on it without saying so."""
    last = query.before.document
    if last is None or not (scope.is_in(query) or of_the_field(query, index)):
        return None
    numbers = {regulation.number for regulation in index.catalogue.find(last)} or {last}
    fits = candidates.fitting(query)
    return free.reply(
        query,
        index,
        lambda passage: passage.document in numbers and fits(passage),
        candidates.NARROW_THRESHOLD,
    )
