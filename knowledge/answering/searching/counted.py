"""How many criteria a document has that the knowledge holds as a text and not as a table."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free, signs
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.follow_up import own_words
from knowledge.retrieval.passage import Passage


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """The passage of the document that counts; None where none is asked for or none does."""
    numbers = {regulation.number for regulation in found}
    bare = not own_words(query.references) and query.own_aspects[:1] == [Aspect.COUNT]
    if not bare or any(index.catalogue.tables_of(number) for number in numbers):
        return None

    def of_document(passage: Passage) -> bool:
        told = passage.known and not passage.overview and not passage.row
        return told and passage.document in numbers and signs.counts(passage)

    return free.reply(query, index, of_document, 0.0)
