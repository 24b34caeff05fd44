"""The order in which a question is tried: identifiers first, names next, retrieval last."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import (
    by_document,
    candidates,
    comparison,
    confirmation,
    courtesy,
    criterion,
    document,
    free,
    governing,
    matter,
    parts,
    refusals,
    scope,
    several,
    structure,
)
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level, Nature
from knowledge.indexing.index import Index
from knowledge.references import issuers
from knowledge.references.aspects import Aspect, subject
from knowledge.references.parser import (
    CRITERION,
    DOCUMENT,
    GROUP,
    INDICATOR,
    LEVEL,
    PROVINCE,
    REGION,
)
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_FIGURE = re.compile(r"\d[\d./,]*\s*(?:%|xã|huyện|thôn|hộ|phường)")
Accept = Callable[[Passage], bool]
# `chuẩn tiếp cận pháp luật có mấy tiêu chí` counts the criteria of another standard.
SURE = 0.7
_NEAREST = 3
_SHORT = 12
_LEANS = re.compile(
    r"\b(?:ho so|dieu kien|trinh tu|thu tuc|minh chung|tham quyen|kinh phi|nguon von|thoi han|"
    r"so lieu|ty le|cu the|noi dung)\b"
)
_PLAINLY = 0.85
# `xã kiểu mẫu nộp hồ sơ theo quyết định nào` asks for the set that the file is judged by.
_PAPERWORK = frozenset(["nop", "ho", "so", "lap", "lam", "thu", "tuong"])
# A district or a province is judged by how many of its communes reached the standard.
_ABOVE_COMMUNES = (Level.DISTRICT.value, Level.PROVINCE.value)


def answer(query: Query, index: Index) -> Answer:
    """Answers one question from one index version.

    The answer carries the context that a follow-up inherits.
    """
    found = _in_context(query, _checked(query, index))
    if found.kind is Kind.REFUSAL and query.before != query.before.without_subject():
        found = _leaning(query, index) or found
    return parts.completed(query, found, lambda part: _checked(part, index))


def _leaning(query: Query, index: Index) -> Answer | None:
    """The answer to a message that goes on with what was talked about without saying so."""
    longer = resolve(query.question, query.today, query.before, query.courtesy, continues=True)
    if longer.context == query.context or len(syllables(query.question)) > _SHORT:
        return None
    own = subject(query.references.remainder)
    if own and not _LEANS.search(fold(query.question)) and not scope.is_in(query):
        return None  # `tối nay đá bóng mấy giờ` goes on with nothing
    found = _in_context(longer, _checked(longer, index))
    return None if found.abstained else found


def _checked(query: Query, index: Index) -> Answer:
    return confirmation.checked(query, _answer(query, index))


def _in_context(query: Query, found: Answer) -> Answer:
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
    if reply := refusals.no_such_title(query):
        return reply
    if query.wants(Aspect.RESULT) and query.context.level not in _ABOVE_COMMUNES:
        return _result(query, index)
    of_province = free.about_province(query, index.catalogue)
    if of_province and not _names_a_provincial_document(query, index.catalogue):
        reply = _of_province(query, index, of_province)
        if reply:
            return reply
    named = query.references.values(DOCUMENT) or _told_apart(query, index.catalogue)
    carried = [] if named else _carried_document(query, index.catalogue)
    if named or carried:
        reply = by_document.answer(query, index, named or carried, carried=bool(carried))
        if reply:
            return reply
    if ended := governing.ended_level(query, index.catalogue):
        return ended
    numbered = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    of_kind = matter.kind_asked(query).named and query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    if len(numbered) > 1 and not of_kind and not query.wants(Aspect.DIFFERENCE):
        return several.answer(query, index, numbered)
    if query.context.criterion:
        return (of_kind and matter.answer(query, index)) or criterion.by_its_number(query, index)
    return _without_identifier(query, index)


def _of_province(query: Query, index: Index, accept: Accept) -> Answer | None:
    """What the knowledge tells of a province that the message names."""
    if not (query.topic or _names_the_set(query) or query.wants(Aspect.BASIS)):
        return None
    reply = free.reply(query, index, accept, candidates.NARROW_THRESHOLD)
    if reply is None:
        return None
    of_rule = query.wants(Aspect.REQUIREMENT) and not query.wants(Aspect.RESULT)
    if reply.abstained and (of_rule or not scope.is_in(query)):
        return None
    return reply


def _names_a_provincial_document(query: Query, catalogue: Catalogue) -> bool:
    numbers = query.references.values(DOCUMENT)
    return any(regulation.provinces for number in numbers for regulation in catalogue.find(number))


def _result(query: Query, index: Index) -> Answer:
    """How many communes reached something: a figure that is reported, never a threshold."""
    named = query.references.values(PROVINCE)
    home = [query.context.province] if query.context.province else []
    narrow = free.about_province(query, index.catalogue, home)
    if named and narrow is None:
        return refusals.no_figure(query)
    narrow = narrow or _of_article_talked_about(query, index)
    threshold = candidates.NARROW_THRESHOLD if narrow else candidates.THRESHOLD
    accept = narrow or _fits(query)

    def tells(passage: Passage) -> bool:
        return accept(passage) and _FIGURE.search(passage.text) is not None

    return free.reply(query, index, tells, threshold) or refusals.no_figure(query)


def _of_article_talked_about(query: Query, index: Index) -> Accept | None:
    article = query.context.document
    if article not in index.catalogue.articles:
        return None
    return lambda passage: passage.document == article


def _without_identifier(query: Query, index: Index) -> Answer:
    asks_basis = query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    of_field = document.asks_for_a_field(query)
    if query.wants(Aspect.DIFFERENCE) and (compared := comparison.answer(query, index)):
        return compared
    demands = query.wants(Aspect.REQUIREMENT) and not query.wants(Aspect.BASIS)
    of_kind = matter.kind_asked(query).named and (asks_basis or of_field) and not demands
    own = set(subject(query.core.remainder).split()) - _PAPERWORK
    of_level = asks_basis and not own and bool(query.references.values(LEVEL))
    if of_level and (reply := governing.answer(query, index.catalogue)):
        return reply
    if of_kind and (reply := matter.answer(query, index)):
        return reply
    if not query.topic:
        reply = None
        if structure.asks_for_structure(query):
            reply = structure.answer(query, index.catalogue)
        elif of_field and not query.references.mentions:
            return refusals.which_document(query)
        elif asks_basis or of_field or _names_the_set(query):
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
    best = candidates.candidates(query, index.retriever, fits)[:_NEAREST]
    rows = [candidate.passage.row for candidate in best]
    # Where the wording is that of a criterion, its name has been looked for already.
    by_name = criterion.by_its_name(query, index) if any(rows) and not of_criterion else None
    if by_name and rows[0]:
        return by_name
    if best and best[0].passage.note:
        return criterion.of_note(query, index, best[0].passage)
    confidence = best[0].confidence if best else 0.0
    reported = bool(best) and best[0].passage.nature is Nature.ARTICLE_SUMMARY
    sure = confidence >= (candidates.NARROW_THRESHOLD if reported else SURE)
    plain = query.wants(Aspect.REQUIREMENT) and not of_criterion and not sure
    # `thu nhập xã cần bao nhiêu`: a name that is plainly meant needs no word `tiêu chí`.
    if plain and (reply := criterion.by_its_name(query, index, least=_PLAINLY)):
        return reply
    if not scope.is_in(query, confidence) and confidence < SURE:
        return _abstain(query, index)
    reply = free.reply(query, index, fits) or by_name
    of_title = query.context.level not in (None, Level.COMMUNE.value)
    if reply is None and asks_basis and (of_title or _names_the_set(query)):
        reply = governing.answer(query, index.catalogue)
    return reply or _abstain(query, index)


def _names_the_set(query: Query) -> bool:
    return "bo tieu chi" in fold(query.question)


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


def _carried_document(query: Query, catalogue: Catalogue) -> list[str]:
    """A follow-up without a criterion of its own stays with the document talked about."""
    context = query.context
    if context.document in catalogue.articles:
        return [context.document] if query.references.first(INDICATOR) is None else []
    if context.period in ("previous", "next") and catalogue.tables_of(context.document or ""):
        return []  # the set before the one talked about
    own = query.references.first(CRITERION) or query.references.first(INDICATOR)
    of_guidance = query.wants(Aspect.GUIDANCE) and not catalogue.tables_of(context.document or "")
    of_criterion = own or not document.asks_for_a_field(query) or of_guidance
    if context.criterion and of_criterion:
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
        of_level = not level or level == "xã" or candidates.speaks_of(passage, level)
        return bool(of_province and of_level)

    return accept


def _from_last(query: Query, index: Index) -> Answer | None:
    """What the document talked about last says: the message may lean on it without saying so."""
    last = query.before.document
    if last is None:
        return None
    numbers = {regulation.number for regulation in index.catalogue.find(last)} or {last}
    return free.reply(
        query, index, lambda passage: passage.document in numbers, candidates.NARROW_THRESHOLD
    )


def _abstain(query: Query, index: Index) -> Answer:
    if reply := _from_last(query, index):
        return reply
    if name := courtesy.supposed(query):
        return courtesy.answer(query, name)
    nearest = candidates.candidates(query, index.retriever)[:1]
    passage = nearest[0].passage if nearest else None
    return refusals.abstain(
        query, index.catalogue, passage, nearest[0].confidence if nearest else 0.0
    )
