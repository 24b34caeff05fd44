"""A follow-up on a threshold that was told: of another place, or of another row of the set."""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import row_everywhere, row_naming, row_staying
from knowledge.answering.criteria import requirement
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.indexing.index import Index


def answer(query: Query, index: Index) -> Answer | None:
    """What the row demands; None where a message does not go on with a threshold."""
    catalogue = index.catalogue
    found = (
        row_everywhere.target(query, catalogue)
        or row_staying.target(query, catalogue)
        or row_naming.target(query, index)
    )
    if found is None:
        return None
    return requirement.answer(query, catalogue, [found], choose(query, catalogue, [found.table]))
