"""What is reported of each of several provinces, one after the other."""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.comparing import sides
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL, PROVINCE, parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TWO = 2
_MOST = 4
# The province narrows the choice already.
_LEAST = 0.15
_EACH = re.compile(r"\b(?:lan luot|moi (?:tinh|noi|dia phuong|ben)|tung (?:tinh|noi)|hai tinh)\b")
_FIGURES = re.compile(r"\b(?:so|bao nhieu|may|ty le)\b")
_FIGURE = re.compile(r"\d[\d./,]*\s*(?:%|xã|huyện|thôn|hộ|phường)")


def answer(query: Query, index: Index) -> Answer | None:
    """One side for each province; None where they are not compared or one of them tells nothing."""
    provinces = query.references.values(PROVINCE)[:_MOST]
    folded = fold(query.question)
    each = query.wants(Aspect.DIFFERENCE) or _EACH.search(folded)
    if len(provinces) < _TWO or not each:
        return None
    figures = _FIGURES.search(folded) is not None
    found = []
    for province in provinces:
        own = {article.id for article in index.catalogue.articles_about({province})}

        def is_of_it(passage: Passage, province: str = province, own: set[str] = own) -> bool:
            of_it = passage.document in own or passage.provinces == (province,)
            titles = set(parse(f"{passage.provision} {passage.heading}").values(LEVEL)) - {"xã"}
            told = not figures or _FIGURE.search(passage.text) is not None
            return of_it and told and titles <= set(query.references.values(LEVEL))

        best = candidates.candidates(query, index.retriever, is_of_it)[:1]
        if not best or best[0].confidence < _LEAST:
            return None
        found.append(sides.of_passage(best[0].passage))
    return sides.told(query, index, found)
