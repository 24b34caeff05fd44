"""What holds now on the matter of a text that has ended, where the time is left open."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answering.query import Query
from knowledge.answering.searching.candidates import Found, candidates
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import RelationType
from knowledge.corpus.timeline import status
from knowledge.indexing.index import Index
from knowledge.retrieval.passage import Passage

# The documents that followed speak of the same: the wording need say less.
_ENOUGH = 0.35


def instead(
    query: Query, index: Index, accept: Callable[[Passage], bool], best: Found
) -> Found | None:
    """What the documents that took the place of an ended one say on the same matter.

    Args:
        query: the question.
        index: the serving index.
        accept: passages it is false for are left out.
        best: the candidate that would be told first.
    """
    catalogue = index.catalogue
    regulation = catalogue.regulations.get(best.passage.document)
    left_open = query.context.period is None and not query.times
    if not left_open or query.names_documents or query.follows or regulation is None:
        return None
    if not status(catalogue, regulation, query.today).state.ended:
        return None
    holding = _followed_by(query, catalogue, regulation.number)

    def of_those(passage: Passage) -> bool:
        return passage.document in holding and not passage.overview and accept(passage)

    found = candidates(query, index.retriever, lambda one: not one.row and of_those(one))[:1]
    return next((one for one in found if one.passage.known and one.confidence >= _ENOUGH), None)


def _followed_by(query: Query, catalogue: Catalogue, number: str) -> set[str]:
    """What took the place of a document and holds now, with what that is based on."""
    found: set[str] = set()
    waiting = [number]
    while waiting:
        for regulation in catalogue.successors(waiting.pop()):
            if regulation.number not in found:
                found.add(regulation.number)
                waiting.append(regulation.number)
    later = [catalogue.regulations[one] for one in found]
    bases = [
        relation.number
        for one in later
        for relation in one.relations
        if relation.type is RelationType.BASED_ON and one.period
    ]
    known = [catalogue.regulations[one] for one in {*found, *bases} if one in catalogue.regulations]
    return {r.number for r in known if not status(catalogue, r, query.today).state.ended}
