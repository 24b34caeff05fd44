"""The provision that says it, rather than the introduction that says what a document is about."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.query import Query
from knowledge.answering.searching import acts
from knowledge.answering.searching.candidates import NARROW_THRESHOLD, Found
from knowledge.references.aspect import Aspect


def rather(query: Query, enough: Sequence[Found], found: Sequence[Found]) -> Found:
    """The best; where a requirement is asked for, no introduction if a provision says it.

    With the document certain, a provision of it need cover less of the question.
    """
    best = enough[0]
    if query.aspects[:1] != [Aspect.REQUIREMENT] or not best.passage.overview:
        return best
    provisions = [
        one
        for one in (*enough, *found)
        if one.passage.document == best.passage.document
        and one.passage.known
        and not one.passage.overview
    ]
    sure = next((one for one in provisions if one in enough), None)
    of_it = (
        one
        for one in provisions
        if one.confidence >= NARROW_THRESHOLD and acts.is_about_it(query.question, one.passage)
    )
    return next(of_it, sure or best)
