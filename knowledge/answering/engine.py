"""From a message to its answer: read, answered by the first route, held against the talk."""

from __future__ import annotations

from knowledge.answering import reading, routing
from knowledge.answering.answer import Answer
from knowledge.answering.claims import confirmation, other_title
from knowledge.answering.comparing import one_by_one
from knowledge.answering.conversation import (
    asked_together,
    carried,
    going_on,
    holding,
    nearest_told,
    province_kept,
    repeated,
)
from knowledge.answering.documents import reached
from knowledge.answering.query import Query
from knowledge.answering.routes import likely_row
from knowledge.answering.searching import plainly_meant, two_tiers
from knowledge.answering.several import one_after_another
from knowledge.indexing.index import Index


def answer(query: Query, index: Index) -> Answer:
    """Answers one message from one index version.

    The answer carries the context that a follow-up inherits.
    """
    whole = _as_one(query, index)
    said = one_after_another.instead(query, whole, lambda other: _as_one(other, index))
    return nearest_told.instead(query, index, said) or said


def _as_one(query: Query, index: Index) -> Answer:
    """Answers one question; where the talk before it has something better to say, with that."""

    def again(other: Query) -> Answer:
        return _checked(other, index)

    query = reading.resolved(query, index)
    found = carried.in_context(query, again(query), index.catalogue)
    if found.abstained:
        found = (
            going_on.instead(query, index, found, again)
            or likely_row.instead(query, index, found)
            or found
        )
    else:
        other = province_kept.rather(query, index, found) or going_on.rather(query, index, found)
        found = other or found
    if whole := asked_together.instead(query, found, lambda other: _as_one(other, index)):
        return whole
    if compared := one_by_one.instead(query, index, found, again):
        found = compared.within(found.context)
    if other := repeated.instead(query, index, found):
        found = other.within(found.context)
    return repeated.noted(query, reached.noted(query, found))


def _checked(query: Query, index: Index) -> Answer:
    """The answer by its route, told as of the day and held against what the message claims."""
    routed = routing.answer(query, index)
    routed = plainly_meant.rather(query, index, routed) or routed
    found = holding.held(query, routed, index.catalogue)
    checked = other_title.noted(query, confirmation.checked(query, found), index.catalogue)
    return two_tiers.noted(query, index, checked)
