"""The order in which a question is tried: identifiers first, names next, retrieval last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import courtesy, criterion, document, free, refusals, structure
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import Query
from knowledge.indexing.index import Index
from knowledge.references.aspects import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, GROUP, INDICATOR, PROVINCE, REGION
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

Accept = Callable[[Passage], bool]


def answer(query: Query, index: Index) -> Answer:
    """Answers one question from one index version.

    The answer carries the context that a follow-up inherits.
    """
    found = _answer(query, index)
    context = query.context
    if found.kind in (Kind.COURTESY, Kind.REFUSAL) and not query.references.mentions:
        return found.within(replace(context, subject=None))
    regulations = [c.document for c in found.citations if c.document in index.catalogue.regulations]
    if found.kind is not Kind.ARTICLE and regulations:
        context = replace(context, document=context.document or regulations[0])
    if context.aspect is None and found.kind in (Kind.BASIS, Kind.REQUIREMENT):
        aspect = Aspect.BASIS if found.kind is Kind.BASIS else Aspect.REQUIREMENT
        context = replace(context, aspect=aspect.value)
    return found.within(context)


def _answer(query: Query, index: Index) -> Answer:
    if name := courtesy.recognise(query):
        return courtesy.answer(query, name)
    if refusals.is_personal(query):
        return refusals.personal(query)
    if named := query.references.first(DOCUMENT) or _carried_document(query):
        return _about_document(query, index, named)
    if articles := free.about_province(query, index.catalogue):
        own = {article.id for article in articles}
        reply = _free(query, index, lambda passage: passage.document in own)
        if reply:
            return reply
    if query.context.criterion:
        return criterion.by_its_number(query, index)
    whole_set = structure.asks_for_structure(query) and not query.topic
    if whole_set and (reply := structure.answer(query, index.catalogue)):
        return reply
    if _may_name_a_criterion(query) and (reply := criterion.by_its_name(query, index)):
        return reply
    return _free(query, index) or _abstain(query, index)


def _carried_document(query: Query) -> str | None:
    """A follow-up without a criterion of its own stays with the document talked about."""
    context = query.context
    own = query.references.first(CRITERION) or query.references.first(INDICATOR)
    if context.criterion and (own or not document.asks_for_a_field(query)):
        return None
    return context.document


def _may_name_a_criterion(query: Query) -> bool:
    """Whether the wording is that of a question on a criterion named in words."""
    if any(query.references.values(kind) for kind in (REGION, GROUP)):
        return True
    folded = fold(query.question)
    return "tieu chi" in folded or "chi tieu" in folded or query.wants(Aspect.WHICH_CRITERION)


def _about_document(query: Query, index: Index, named: str) -> Answer:
    catalogue = index.catalogue
    found = catalogue.find(named)
    if not found:
        return document.not_found(query, catalogue, named)
    tables = [table for regulation in found for table in catalogue.tables_of(regulation.number)]
    mentioned = query.references.first(CRITERION) or query.references.first(INDICATOR)
    if tables and query.context.criterion and (mentioned or not document.asks_for_a_field(query)):
        return criterion.by_its_number(query, index, tables)
    if document.asks_for_a_field(query) and not (tables and _may_name_a_criterion(query)):
        return document.answer(query, catalogue, found)
    whole_set = tables and structure.asks_for_structure(query) and not query.topic
    if whole_set and (reply := structure.answer(query, catalogue, tables)):
        return reply
    if tables and query.topic and (reply := criterion.by_its_name(query, index, tables)):
        return reply
    numbers = {regulation.number for regulation in found}
    reply = _free(query, index, lambda passage: passage.document in numbers)
    return reply or document.answer(query, catalogue, found)


def _free(query: Query, index: Index, accept: Accept | None = None) -> Answer | None:
    def fits(passage: Passage) -> bool:
        """A passage about one province does not answer a question about another."""
        asked = query.references.values(PROVINCE)
        return not asked or not passage.provinces or bool(set(asked) & set(passage.provinces))

    found = free.candidates(query, index.retriever, accept or fits)
    if not found or found[0].confidence < free.THRESHOLD:
        return None
    chosen = free.in_time(query, found)
    if chosen[0].passage.row and (reply := criterion.by_its_name(query, index)):
        return reply
    return free.answer(query, index.catalogue, chosen)


def _abstain(query: Query, index: Index) -> Answer:
    nearest = free.candidates(query, index.retriever)[:1]
    passage = nearest[0].passage if nearest else None
    return refusals.abstain(
        query, index.catalogue, passage, nearest[0].confidence if nearest else 0.0
    )
