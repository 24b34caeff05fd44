"""A text on a region and a year as such: it comes before the criterion of that name."""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.routes import no_row
from knowledge.answering.searching import candidates, free
from knowledge.indexing.index import Index
from knowledge.references.parser import REGION, TIME, parse
from knowledge.retrieval.passage import Passage


def answer(query: Query, index: Index) -> Answer | None:
    """What a passage headed by the year and the region tells; None where there is none."""
    years = {value[:4] for value in query.references.values(TIME)}
    on_it = no_row.on_the_matter(query, index, candidates.fitting(query))

    def of_year_and_place(passage: Passage) -> bool:
        title = f"{passage.provision} {passage.heading}"
        dated = any(year in title for year in years)
        return dated and parse(title).first(REGION) == query.place and on_it(passage)

    return free.reply(query, index, of_year_and_place) if years else None
