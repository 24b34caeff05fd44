"""Which passage of a side tells what is asked: a figure where one is, a detail before an overview.

Within one document or period the wording alone does not say it: the introduction shares the most
words with any question, and a neighbouring provision shares them all but for the figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.query import Query
from knowledge.answering.searching import signs
from knowledge.answering.searching.candidates import Found
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_ASKS_A_FIGURE = re.compile(r"\b(?:bao nhieu|ty le|phan tram|muc|thu nhap|von|kinh phi)\b|%")
_FIGURE = re.compile(r"\d\s*(?:%|lần|triệu|tỷ|đồng)")
# Another passage must be nearly as likely as the best to be told in its stead.
_LIKELY = 0.5


def best(query: Query, index: Index, found: Sequence[Found]) -> Passage:
    """The passage to tell, of those found on one side.

    Args:
        query: what is asked of the side.
        index: the serving index.
        found: at least one candidate, best first.
    """
    # `Huyện đạt chuẩn khi nào?` is asked of no province.
    found = [one for one in found if _is_of_unit(query, one)] or found
    first = found[0].passage
    if query.wants(Aspect.COUNT):
        return next((one.passage for one in found if signs.counts(one.passage)), first)
    if first.known and not first.overview:
        return _with_figure(query, found)
    covered = coverage(query.topic, first, index.retriever)
    details = [one for one in found if not one.passage.overview and one.passage.known]
    more = [one for one in details if coverage(query.topic, one.passage, index.retriever) > covered]
    return _with_figure(query, more or found)


def _is_of_unit(query: Query, one: Found) -> bool:
    of_level = signs.of_level(one.passage, query.context.level) >= 0
    return of_level and signs.of_others(query, one.passage) <= 0


def _with_figure(query: Query, found: Sequence[Found]) -> Passage:
    """The best candidate; where a figure is asked for and it has none, a likely one that has."""
    first = found[0]
    if not _ASKS_A_FIGURE.search(fold(query.question)) or _FIGURE.search(first.passage.text):
        return first.passage
    likely = [one.passage for one in found if one.confidence >= _LIKELY * first.confidence]
    return next((one for one in likely if _FIGURE.search(one.text)), first.passage)
