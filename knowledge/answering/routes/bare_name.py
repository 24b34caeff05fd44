"""A criterion called by its bare name: `y tế theo văn bản nào?`, `môi trường gồm những gì?`.

`Môi trường`, `điện`, `quy hoạch` are words of many a title, indicator and name of a ministry, and
the criterion is meant. Where a document lays down a standard of that name, `chuẩn nghèo đa chiều`,
either may be meant, and it is left to what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answering.answer import Answer
from knowledge.answering.criteria import named_before, named_elsewhere, structure
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion
from knowledge.answering.rows import called
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, by_name
from knowledge.answering.searching import speaking
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.timeline import status
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import subject
from knowledge.text import fold, syllables

_STANDARD = re.compile(r"\bchuan\b(.*)")
_DECISION = "Quyết định"
# `thu nhập gồm những khoản nào?` asks for no indicators.
_PARTS = re.compile(r"\b(?:chi tieu|noi dung|tieu chi|gi)\b")
_FILLER = re.compile(
    r"tieu|chi|noi|dung|phan|muc|cho|hoi|ve|thi|sao|the|nao|con|trong|cua|xa|o|a|voi|nhe|la"
)
_PLAINLY = 0.85
_TWO = 2
_OTHERWISE = (Aspect.REQUIREMENT, Aspect.DIFFERENCE, Aspect.RESULT)


def answer(query: Query, index: Index) -> Answer | None:
    """Its decision, its guides or its indicators; None where more than the name is said."""
    goes_on = query.follows and not query.before.is_fresh
    if goes_on or not query.topic.strip():
        return None
    if not query.aspects:
        return _as_named(query, index)
    if query.aspects[:1] in ([Aspect.BASIS], [Aspect.GUIDANCE]):
        return _decision(query, index)
    topic, catalogue = query.topic.strip(), index.catalogue
    of_parts = query.wants(Aspect.LIST) and _PARTS.search(fold(query.question))
    if not of_parts or query.wants(*_OTHERWISE):
        return None
    choice = choose(query, catalogue)
    found = [
        Target(table, one.number)
        for table in choice.all
        for one in table.criteria
        if topic in map(subject, called.names(one))
    ]
    return structure.of_criterion(query, catalogue, found, choice)


def _as_named(query: Query, index: Index) -> Answer | None:
    """`nội dung điện trong bộ mới`, `còn nhà ở thì sao?`: nothing but the name is said."""
    said = set(syllables(query.references.remainder)) - set(query.topic.split())
    more = [word for word in said if not _FILLER.fullmatch(word)]
    if more or not called.is_all_said(query.topic, index.catalogue):
        return None
    return criterion.by_its_name(query, index) or named_elsewhere.answer(query, index)


def _decision(query: Query, index: Index) -> Answer | None:
    kind = kind_in(query.question)
    topic, catalogue = query.topic.strip(), index.catalogue
    if kind.issuer or speaking.types_in(query.question) - {_DECISION}:
        return None
    if not (called.is_all_said(topic, catalogue) or _plainly_names_a_row(query, index)):
        return None
    of_basis = query.aspects[0] is Aspect.BASIS
    if of_basis and any(topic in standard for standard in _standards(query, catalogue)):
        return None
    return named_before.answer(query, index) or criterion.by_its_name(query, index)


def _plainly_names_a_row(query: Query, index: Index) -> bool:
    """`nước sạch theo văn bản nào?`: an indicator's name, and of no document's title."""
    said, tables = set(query.topic.split()), index.catalogue.tables
    titles = (set(syllables(one.title or "")) for one in index.catalogue.regulations.values())
    if len(said) < _TWO or any(said <= title for title in titles):
        return False
    return bool(by_name(query, index.retriever, tables, _PLAINLY))


def _standards(query: Query, catalogue: Catalogue) -> Iterable[str]:
    """What documents that have not ended lay down a standard of, by their titles, folded."""
    holding = (
        regulation
        for regulation in catalogue.regulations.values()
        if not status(catalogue, regulation, query.today).state.ended
    )
    titles = (fold(regulation.title or "") for regulation in holding)
    return (match[1] for title in titles if (match := _STANDARD.search(title)))
