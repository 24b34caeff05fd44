"""What a conversation carries: the document talked about, and what a follow-up inherits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import candidates, document, free, scope
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import issuers
from knowledge.references.aspects import Aspect, subject
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.text import fold, syllables

_SHORT = 12
_LEANS = re.compile(
    r"\b(?:ho so|dieu kien|trinh tu|thu tuc|minh chung|tham quyen|kinh phi|nguon von|thoi han|"
    r"so lieu|ty le|cu the|noi dung)\b"
)


def in_context(query: Query, found: Answer) -> Answer:
    """The answer with the context that a follow-up inherits."""
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


def leaning(query: Query, again: Callable[[Query], Answer]) -> Answer | None:
    """The answer to a message that goes on with what was talked about without saying so.

    Args:
        query: the message, not taken for a follow-up.
        again: answers it as one.
    """
    if query.before == query.before.without_subject():
        return None
    longer = resolve(query.question, query.today, query.before, query.courtesy, continues=True)
    if longer.context == query.context or len(syllables(query.question)) > _SHORT:
        return None
    own = subject(query.references.remainder)
    if own and not _LEANS.search(fold(query.question)) and not scope.is_in(query):
        return None  # `tối nay đá bóng mấy giờ` goes on with nothing
    found = in_context(longer, again(longer))
    return None if found.abstained else found


def told_apart(query: Query, catalogue: Catalogue) -> list[str]:
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


def documents(query: Query, catalogue: Catalogue) -> list[str]:
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


def from_last(query: Query, index: Index) -> Answer | None:
    """What the document talked about last says: the message may lean on it without saying so."""
    last = query.before.document
    if last is None:
        return None
    numbers = {regulation.number for regulation in index.catalogue.find(last)} or {last}
    return free.reply(
        query, index, lambda passage: passage.document in numbers, candidates.NARROW_THRESHOLD
    )
