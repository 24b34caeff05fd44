"""A message that calls another criterion by its name: `còn nước sạch?` after the income.

It is answered as a question of its own within the set, time and place talked about, and what
follows goes on with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.conversation import carried
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import NAMED, Target, by_name
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references import follow_up, times
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.references.parser import (
    CRITERION,
    DOCUMENT,
    INDICATOR,
    LEVEL,
    PERIOD,
    PROVINCE,
    TIME,
)
from knowledge.text import syllables

_NOT_OF_A_ROW = OF_FIELDS | {Aspect.RESULT, Aspect.DIFFERENCE, Aspect.COUNT}
_NUMBERS = frozenset({CRITERION, INDICATOR, DOCUMENT})
_ELSEWHERE = frozenset({LEVEL, PERIOD, PROVINCE, TIME})
_SHORT = 7
_LONG = 12
# Of the set that was named even a message of some length need not say it again.
_LONGEST = 18
# In a longer message the name must plainly be that of the row.
_PLAINLY = 0.85


def resolved(query: Query, index: Index) -> Query:
    """The query with its own criterion as its subject; as it is where it names none."""
    talked_about = query.before.address
    kinds = {mention.kind for mention in query.references.mentions}
    own = follow_up.own_words(query.references)
    leans = follow_up.leans_only(query.references)
    other_aspect = set(query.own_aspects) & _NOT_OF_A_ROW
    if not (talked_about and own) or kinds & _NUMBERS or leans or other_aspect:
        return query
    if query.follows:
        return _alone(query) if _named(query, index) else query
    longest = _LONGEST if times.is_period(query.before.period) else _SHORT
    if kinds & _ELSEWHERE or len(syllables(query.question)) > longest:
        return query
    # `Khám bệnh từ xa?` after another criterion of a set
    longer = carried.continuing(query)
    asks_a_threshold = of_a_threshold(longer) and bool(_talked_about(longer, index))
    return _alone(longer) if asks_a_threshold and _named(longer, index) else query


def target(query: Query, index: Index) -> Target | None:
    """The row of the set talked about that a query names, once it has been resolved."""
    same_set = query.context.document == query.before.document and not query.names_documents
    goes_on = not query.before.is_fresh
    of_its_own = goes_on and query.context.subject == query.question
    resolved_so = of_its_own and same_set and of_a_threshold(query)
    named = _named(query, index) if resolved_so and _talked_about(query, index) else None
    return named[0] if named else None


def of_a_threshold(query: Query) -> bool:
    """Whether a threshold was talked about, and nothing else is asked."""
    asked = set(query.own_aspects)
    goes_on = query.before.aspect == Aspect.REQUIREMENT.value
    # or another question of the row came between: `… thì mức nào?`
    again = query.before.address is not None and Aspect.REQUIREMENT in asked
    return not asked - {Aspect.REQUIREMENT} and (goes_on or again)


def _alone(query: Query) -> Query:
    return replace(query, context=replace(query.context, criterion=None, subject=query.question))


def _named(query: Query, index: Index) -> list[Target]:
    """The row that a message calls by its name; empty where that is the one talked about."""
    alone = _alone(query)
    tables = _talked_about(query, index) or choose(alone, index.catalogue).tables
    length = len(syllables(query.question))
    worded = length <= _LONG and follow_up.is_follow_up(query.references)
    least = NAMED if length <= _SHORT or worded else _PLAINLY
    found = by_name(alone, index.retriever, tables, least)
    same = found and found[0].address == query.before.address
    return [] if same else found


def _talked_about(query: Query, index: Index) -> Sequence[CriteriaTable]:
    """The set talked about, at the level asked about."""
    tables = index.catalogue.tables_of(query.context.document or "")
    return [table for table in tables if table.level == query.level][:1]
