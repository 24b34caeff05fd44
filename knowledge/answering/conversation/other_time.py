"""`Thế năm 2027?`: what the documents before and after those told of say of another time."""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.answering.searching import free, signs
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.retrieval.passage import Passage


def answer(query: Query, index: Index) -> Answer | None:
    """`thế năm 2027?`: what the documents before and after those told of say."""
    asked = query.time if query.time_values else None
    of_row = query.before.address
    if asked is None or of_row or not query.follows or follow_up.own_words(query.references):
        return None
    numbers = {regulation.number for regulation in of_its_line(query, index.catalogue)}

    def of_that_time(passage: Passage) -> bool:
        return passage.document in numbers and signs.overlaps(passage, asked)

    return free.reply(query, index, of_that_time, told.ENOUGH)


def of_its_line(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What stands before or after the documents told of, of the time that the message names."""
    asked = query.time if query.time_values else None
    near = [r for number in told.read(query.before) for r in line(catalogue, number)]
    return [r for r in near if asked and r.period and asked.touches(r.period)]


def line(catalogue: Catalogue, number: str) -> list[Regulation]:
    """What a document replaced or succeeded, and what did so to it."""
    own = catalogue.regulations.get(number)
    return [*catalogue.predecessors(own), *catalogue.successors(number)] if own else []
