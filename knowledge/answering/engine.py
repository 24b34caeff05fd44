"""The order in which a question is tried: identifiers first, names next, retrieval last."""

from __future__ import annotations

from knowledge.answering import (
    by_document,
    by_words,
    carried,
    confirmation,
    courtesy,
    criterion,
    governing,
    local,
    matter,
    parts,
    refusals,
    several,
)
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import Query
from knowledge.indexing.index import Index
from knowledge.references.aspects import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR


def answer(query: Query, index: Index) -> Answer:
    """Answers one question from one index version.

    The answer carries the context that a follow-up inherits.
    """

    def again(other: Query) -> Answer:
        return _checked(other, index)

    found = carried.in_context(query, again(query))
    if found.kind is Kind.REFUSAL:
        found = carried.leaning(query, again) or found
    return parts.completed(query, found, again)


def _checked(query: Query, index: Index) -> Answer:
    return confirmation.checked(query, _answer(query, index))


def _answer(query: Query, index: Index) -> Answer:
    if name := courtesy.recognise(query):
        return courtesy.answer(query, name)
    if courtesy.states_a_place(query) and query.before == query.before.without_subject():
        return courtesy.noted(query)
    if refusals.is_personal(query):
        return refusals.personal(query)
    if reply := refusals.no_such_title(query):
        return reply
    if local.asks_for_a_result(query):
        return local.result(query, index)
    if reply := local.of_province(query, index):
        return reply
    named = query.references.values(DOCUMENT) or carried.told_apart(query, index.catalogue)
    if named and (reply := governing.at_the_time(query, index.catalogue, named)):
        return reply
    numbers = named or carried.documents(query, index.catalogue)
    if numbers and (reply := by_document.answer(query, index, numbers, carried=not named)):
        return reply
    if ended := governing.ended_level(query, index.catalogue):
        return ended
    numbered = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    of_kind = matter.kind_asked(query).named and query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    if len(numbered) > 1 and not of_kind and not query.wants(Aspect.DIFFERENCE):
        return several.answer(query, index, numbered)
    if query.context.criterion:
        return (of_kind and matter.answer(query, index)) or criterion.by_its_number(query, index)
    return by_words.answer(query, index)
