"""A follow-up that calls another criterion by its name: `còn nước sạch?` after the income.

It is answered as a question of its own within the set, time and place talked about, and what
follows goes on with it.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import NAMED, by_name
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspects import OF_RELATIONS, OF_VALIDITY, Aspect, aspects
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR
from knowledge.text import syllables

_NOT_OF_A_ROW = OF_RELATIONS | OF_VALIDITY | {Aspect.RESULT, Aspect.DIFFERENCE, Aspect.COUNT}
_NUMBERS = frozenset({CRITERION, INDICATOR, DOCUMENT})
_SHORT = 7
# In a longer message the name must plainly be that of the row.
_PLAINLY = 0.85


def resolved(query: Query, index: Index) -> Query:
    """The query with its own criterion as its subject; as it is where it names none."""
    talked_about = query.before.criterion or query.before.row
    numbered = any(mention.kind in _NUMBERS for mention in query.references.mentions)
    own = follow_up.own_words(query.references)
    leans = follow_up.leans_only(query.references)
    other_aspect = set(aspects(query.question)) & _NOT_OF_A_ROW
    if not (query.follows and talked_about and own) or numbered or leans or other_aspect:
        return query
    context = replace(query.context, criterion=None, subject=query.question)
    alone = replace(query, context=context)
    tables = index.catalogue.tables_of(query.context.document or "")
    choice = choose(alone, index.catalogue, tables)
    least = NAMED if len(syllables(query.question)) <= _SHORT else _PLAINLY
    named = by_name(alone, index.retriever, choice.tables, least)
    return alone if named and named[0].address != talked_about else query
