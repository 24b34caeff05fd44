"""That it is not known whether a document still holds, where its own pages say so.

A text without a known day of effect, and nothing known to replace it, is taken to apply still;
what its own pages say of that comes first.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import State, status
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_HEADING = "tinh trang hieu luc"


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """What the pages of the one document say of its status; None where they leave it to be seen."""
    own = query.own_aspects or query.aspects
    if len(found) != 1 or Aspect.STATUS not in own or len(set(own) - {Aspect.BASIS}) > 1:
        return None
    if status(index.catalogue, found[0], query.today).state is not State.SIGNED_ONLY:
        return None

    def says_so(passage: Passage) -> bool:
        of_status = passage.document == found[0].number and not passage.known
        return of_status and _HEADING in fold(passage.provision)

    return free.reply(query, index, says_so, 0.0)
