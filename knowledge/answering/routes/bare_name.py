"""A criterion called by its bare name: `y tế theo văn bản nào?`, `môi trường gồm những gì?`.

`Môi trường`, `điện`, `quy hoạch` are words of many a title, indicator and name of a ministry, and
the criterion is meant. Where a document lays down a standard of that name, `chuẩn nghèo đa chiều`,
either may be meant, and it is left to what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answering.answer import Answer
from knowledge.answering.criteria import named_before, structure
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Criterion
from knowledge.corpus.timeline import status
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.text import fold

_BETWEEN = re.compile(r", | va ")
_STANDARD = re.compile(r"\bchuan\b(.*)")
_DECISION = "Quyết định"
# `thu nhập gồm những khoản nào?` asks for no indicators.
_PARTS = re.compile(r"\b(?:chi tieu|noi dung|tieu chi|gi)\b")
_OTHERWISE = (Aspect.REQUIREMENT, Aspect.DIFFERENCE, Aspect.RESULT)


def answer(query: Query, index: Index) -> Answer | None:
    """Its decision, its guides or its indicators; None where more than the name is said."""
    if query.follows:
        return None
    if query.aspects[:1] in ([Aspect.BASIS], [Aspect.GUIDANCE]):
        return _decision(query, index)
    topic, catalogue = query.topic.strip(), index.catalogue
    of_parts = query.wants(Aspect.LIST) and _PARTS.search(fold(query.question))
    if not of_parts or query.wants(*_OTHERWISE):
        return None
    choice = choose(query, catalogue)
    found = [Target(t, one.number) for t in choice.all for one in t.criteria if _is(topic, one)]
    return structure.of_criterion(query, catalogue, found, choice)


def _decision(query: Query, index: Index) -> Answer | None:
    kind = kind_in(query.question)
    topic, catalogue = query.topic.strip(), index.catalogue
    named = any(_is(topic, one) for table in catalogue.tables for one in table.criteria)
    if kind.type not in (None, _DECISION) or kind.issuer or not named:
        return None
    if any(topic in standard for standard in _standards(query, catalogue)):
        return None
    return named_before.answer(query, index) or criterion.by_its_name(query, index)


def _is(topic: str, criterion: Criterion) -> bool:
    """Whether it is the whole name of a criterion, or one of the things that the name lists."""
    name = fold(criterion.name or "")
    return bool(topic) and topic in (name, *_BETWEEN.split(name))


def _standards(query: Query, catalogue: Catalogue) -> Iterable[str]:
    """What documents that have not ended lay down a standard of, by their titles, folded."""
    holding = (
        regulation
        for regulation in catalogue.regulations.values()
        if not status(catalogue, regulation, query.today).state.ended
    )
    titles = (fold(regulation.title or "") for regulation in holding)
    return (match[1] for title in titles if (match := _STANDARD.search(title)))
