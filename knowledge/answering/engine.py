"""The order in which a question is tried: identifiers first, names next, retrieval last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import (
    by_document,
    comparison,
    courtesy,
    criterion,
    document,
    free,
    governing,
    matter,
    refusals,
    scope,
    structure,
)
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import issuers
from knowledge.references.aspects import Aspect, subject
from knowledge.references.parser import CRITERION, DOCUMENT, GROUP, INDICATOR, PROVINCE, REGION
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

Accept = Callable[[Passage], bool]
# `chuẩn tiếp cận pháp luật có mấy tiêu chí` counts the criteria of another standard.
SURE = 0.7
_NEAREST = 3


def answer(query: Query, index: Index) -> Answer:
    """Answers one question from one index version.

    The answer carries the context that a follow-up inherits.
    """
    found = _answer(query, index)
    if found.kind is Kind.COURTESY:
        return found.within(query.before)
    context = query.context
    if found.kind is Kind.REFUSAL and not query.references.mentions:
        return found.within(replace(context, subject=None))
    if found.citations and not found.abstained:
        context = replace(context, document=context.document or found.citations[0].document)
    if context.aspect is None and found.kind in (Kind.BASIS, Kind.REQUIREMENT):
        aspect = Aspect.BASIS if found.kind is Kind.BASIS else Aspect.REQUIREMENT
        context = replace(context, aspect=aspect.value)
    return found.within(context)


def _answer(query: Query, index: Index) -> Answer:
    if name := courtesy.recognise(query):
        return courtesy.answer(query, name)
    if courtesy.states_a_place(query) and query.before == query.before.without_subject():
        return courtesy.noted(query)
    if refusals.is_personal(query):
        return refusals.personal(query)
    of_province = free.about_province(query, index.catalogue)
    if of_province and (query.topic or query.wants(Aspect.BASIS)):
        reply = free.reply(query, index, of_province, free.NARROW_THRESHOLD)
        if reply:
            return reply
    named = (
        query.references.values(DOCUMENT)
        or _told_apart(query, index.catalogue)
        or _carried_document(query)
    )
    if named:
        reply = by_document.answer(query, index, named)
        if reply:
            return reply
    if ended := governing.ended_level(query, index.catalogue):
        return ended
    if query.context.criterion:
        of_kind = matter.kind_asked(query).named and query.wants(Aspect.BASIS, Aspect.GUIDANCE)
        return (of_kind and matter.answer(query, index)) or criterion.by_its_number(query, index)
    return _without_identifier(query, index)


def _without_identifier(query: Query, index: Index) -> Answer:
    asks_basis = query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    of_field = document.asks_for_a_field(query)
    if query.wants(Aspect.DIFFERENCE) and (compared := comparison.answer(query, index)):
        return compared
    of_kind = matter.kind_asked(query).named and (asks_basis or of_field)
    if of_kind and (reply := matter.answer(query, index)):
        return reply
    if not query.topic:
        reply = None
        if structure.asks_for_structure(query):
            reply = structure.answer(query, index.catalogue)
        elif of_field and not query.references.mentions:
            return refusals.which_document(query)
        elif asks_basis or of_field or "bo tieu chi" in fold(query.question):
            reply = governing.answer(query, index.catalogue)
        if reply:
            return reply
    if query.wants(Aspect.COUNT) and (reply := free.reply(query, index, _fits(query), SURE)):
        return reply
    of_criterion = _may_name_a_criterion(query)
    if of_criterion and (reply := criterion.by_its_name(query, index)):
        return reply
    if (asks_basis or of_field) and (reply := matter.answer(query, index)):
        return reply
    fits = _fits(query)
    best = free.candidates(query, index.retriever, fits)[:_NEAREST]
    rows = [candidate.passage.row for candidate in best]
    # Where the wording is that of a criterion, its name has been looked for already.
    by_name = criterion.by_its_name(query, index) if any(rows) and not of_criterion else None
    if by_name and rows[0]:
        return by_name
    confidence = best[0].confidence if best else 0.0
    if not scope.is_in(query, confidence) and confidence < SURE:
        return _abstain(query, index)
    return free.reply(query, index, fits) or by_name or _abstain(query, index)


def _told_apart(query: Query, catalogue: Catalogue) -> list[str]:
    """Of several documents with the number talked about, the one whose issuer or type is said."""
    meant = catalogue.find(query.before.document) if query.before.document else []
    own_matter = subject(issuers.without(fold(query.references.remainder)))
    if len(meant) < 2 or own_matter or query.references.mentions:
        return []
    issuer = issuers.find(query.question)
    said = [
        regulation.number
        for regulation in meant
        if (issuer and issuers.issued_by(regulation.issuer, issuer))
        or fold(regulation.type) in fold(query.question)
    ]
    return said if len(said) == 1 else []


def _carried_document(query: Query) -> list[str]:
    """A follow-up without a criterion of its own stays with the document talked about."""
    context = query.context
    own = query.references.first(CRITERION) or query.references.first(INDICATOR)
    if context.criterion and (own or not document.asks_for_a_field(query)):
        return []
    return [context.document] if context.document else []


def _may_name_a_criterion(query: Query) -> bool:
    """Whether the wording is that of a question on a criterion named in words."""
    if any(query.references.values(kind) for kind in (REGION, GROUP)):
        return True
    folded = fold(f"{query.question} {query.context.subject or ''}")
    return "tieu chi" in folded or "chi tieu" in folded or query.wants(Aspect.WHICH_CRITERION)


def _fits(query: Query) -> Accept:
    """A passage about one province or level does not answer a question about another."""
    provinces = set(query.references.values(PROVINCE))
    level = query.context.level

    def accept(passage: Passage) -> bool:
        of_province = not provinces or not passage.provinces or provinces & set(passage.provinces)
        of_level = not level or level == "xã" or _speaks_of(passage, level)
        return bool(of_province and of_level)

    return accept


def _speaks_of(passage: Passage, level: str) -> bool:
    """Whether a passage is about a level, or about several and names this one."""
    named = fold(level).split()[0] in syllables(f"{passage.heading} {passage.text}")
    return passage.level == level or (passage.level is None and named)


def _from_last(query: Query, index: Index) -> Answer | None:
    """What the document talked about last says: the message may lean on it without saying so."""
    last = query.before.document
    if last is None:
        return None
    numbers = {regulation.number for regulation in index.catalogue.find(last)} or {last}
    return free.reply(
        query, index, lambda passage: passage.document in numbers, free.NARROW_THRESHOLD
    )


def _abstain(query: Query, index: Index) -> Answer:
    if reply := _from_last(query, index):
        return reply
    if name := courtesy.supposed(query):
        return courtesy.answer(query, name)
    nearest = free.candidates(query, index.retriever)[:1]
    passage = nearest[0].passage if nearest else None
    return refusals.abstain(
        query, index.catalogue, passage, nearest[0].confidence if nearest else 0.0
    )
