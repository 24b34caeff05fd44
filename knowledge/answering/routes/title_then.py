"""A title of a time for which no decision has a set of it: what a text says of just that.

`Năm 2019 xã nâng cao do ai ban hành tiêu chí?`: the set of that time for communes is no answer. A
threshold is told from that set all the same, with a note.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free, signs
from knowledge.corpus.timeline import decisions_of
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import (
    CRITERION,
    DOCUMENT,
    INDICATOR,
    LEVEL,
    PERIOD,
    PROVINCE,
    parse,
)
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# The heading names the title and the period: the wording need hardly say more.
_ENOUGH = 0.05
_OTHERS = (CRITERION, DOCUMENT, INDICATOR, PROVINCE)


def answer(query: Query, index: Index) -> Answer | None:
    """What a text headed by the title and the period says; None where a decision is of both."""
    level, asked = query.context.level, query.time
    if not (level and asked and signs.is_a_title(level)) or not query.references.values(LEVEL):
        return None
    if query.wants(Aspect.REQUIREMENT) or any(map(query.references.values, _OTHERS)):
        return None
    if decisions_of(index.catalogue, query.level, asked):
        return None
    title = fold(level).partition(" ")[2]

    def of_both(passage: Passage) -> bool:
        heading = signs.heading(passage)
        named = title in fold(heading) and parse(heading).values(PERIOD)
        return bool(named) and passage.known and signs.overlaps(passage, asked)

    return free.reply(query, index, of_both, _ENOUGH)
