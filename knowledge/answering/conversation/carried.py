"""What a conversation carries: the document talked about, and what a follow-up inherits."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import told
from knowledge.answering.documents import document
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.references import follow_up, issuers
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import subject
from knowledge.references.parser import CRITERION, GROUP, INDICATOR, REGION
from knowledge.text import fold


def continuing(query: Query) -> Query:
    """The message as one that goes on with what was talked about, however it is worded."""
    return resolve(query.question, query.today, query.before, query.courtesy, continues=True)


def in_context(query: Query, found: Answer, catalogue: Catalogue) -> Answer:
    """The answer with the context that a follow-up inherits."""
    if found.kind is Kind.COURTESY or found.outcome is Outcome.OUT_OF_SCOPE:
        return found.within(query.before)
    context = query.context
    if query.before.document and query.names_documents and follow_up.has_it(query.question):
        # `nó thay 318 từ ngày nào?`: what is talked about is still `nó`
        context = replace(context, document=query.before.document)
    refused = found.kind is Kind.REFUSAL and found.abstained
    if refused and not query.references.mentions:
        context = context if query.follows else replace(context, subject=None)
        return found.within(told.noted(query, found, catalogue, context))
    if found.citations and not found.abstained:
        context = replace(context, document=context.document or found.citations[0].document)
    meant = catalogue.find(context.document) if context.document else []
    if len(meant) == 1:
        context = replace(context, document=meant[0].number)
        of_threshold = found.kind is Kind.REQUIREMENT and told.row(found)
        of_row = of_threshold or (context.address and query.follows)
        if of_row and query.names_documents and not context.period:
            # `theo QĐ 491?`: what follows stays with the set of its period
            period = meant[0].period
            context = replace(context, period=str(period) if period else None)
    first = found.citations[0].document if found.citations else ""
    relative = context.period in ("previous", "next")
    if relative and query.names_documents and len(meant) == 1 and first == meant[0].number:
        context = replace(context, period=None)  # `tiêu chí 5 của bộ cũ nay là gì trong QĐ 51?`
    elif relative and found.period and catalogue.tables_of(first):
        # What comes next is of the set that was told of, not of the one it started from.
        context = replace(context, document=first, period=found.period)
    if context.level is None and (of_title := _title_told_of(found, catalogue)):
        context = replace(context, level=of_title)
    if found.kind is not Kind.REFUSAL:
        context = told.noted(query, found, catalogue, context)
    if _of_its_own(query, found):
        context = replace(context, subject=query.question)
    if context.aspect == Aspect.DIFFERENCE.value and found.kind is Kind.REQUIREMENT:
        # `Tây Nguyên có thấp hơn không?` was met with the threshold there.
        context = replace(context, aspect=Aspect.REQUIREMENT.value)
    if context.aspect is None and found.kind in (Kind.BASIS, Kind.REQUIREMENT):
        aspect = Aspect.BASIS if found.kind is Kind.BASIS else Aspect.REQUIREMENT
        context = replace(context, aspect=aspect.value)
    return found.within(context)


def _title_told_of(found: Answer, catalogue: Catalogue) -> str | None:
    """The title whose set alone a row was told of: `điện nâng cao` names it without `xã`."""
    if found.kind is not Kind.REQUIREMENT:
        return None
    rows = [c for c in found.citations if c.provision and catalogue.tables_of(c.document)]
    of_rows = {
        table.level
        for citation in rows
        for table in catalogue.tables_of(citation.document)
        if (citation.provision or "").startswith(f"{table.annex},")
    }
    title = of_rows.pop() if len(of_rows) == 1 else Level.COMMUNE
    return None if title is Level.COMMUNE else title.value


def _of_its_own(query: Query, found: Answer) -> bool:
    """Whether a follow-up brought a matter that was told of: what comes next is about that."""
    own = follow_up.own_words(query.references).split()
    told_of = found.kind in (Kind.PROVISION, Kind.ARTICLE) and not found.abstained
    leans = follow_up.leans_only(query.references)
    return query.follows and told_of and len(own) > 1 and not leans


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
    if own and query.follows and of_the_set_named(query, catalogue):
        return [query.before.document or ""]
    of_guidance = query.wants(Aspect.GUIDANCE) and not catalogue.tables_of(context.document or "")
    of_criterion = own or not document.asks_for_a_field(query) or of_guidance
    if context.criterion and of_criterion:
        return []
    return [context.document] if context.document else []


def of_the_set_named(query: Query, catalogue: Catalogue) -> bool:
    """`thế 18.2?` after `18.4 của 318`: of the set that was named, where nothing else is said."""
    last = query.before.document
    same = last is not None and query.context.document == last and not query.context.period
    kinds = {mention.kind for mention in query.references.mentions}
    alone = kinds <= {CRITERION, INDICATOR, REGION, GROUP}
    return same and alone and bool(catalogue.tables_of(last or ""))
