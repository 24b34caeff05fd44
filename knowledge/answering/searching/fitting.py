"""Whether a passage can be the answer at all, however near its wording is."""

from __future__ import annotations

from knowledge.answering.query import Query
from knowledge.answering.searching import acts, amounts, units_meant
from knowledge.retrieval.passage import Passage


def fits(query: Query, passage: Passage) -> bool:
    """Whether it speaks of the amount, of the act and of the unit that are asked about."""
    return (
        amounts.fits(query.search_text, passage)
        and acts.fits(query.question, passage)
        and units_meant.fits(query.question, passage)
    )
