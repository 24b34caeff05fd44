"""The document that a follow-up points to, read as though the message had named it.

`công văn đó`, `cái năm 2024`, `văn bản của Bộ Nội vụ`, `giai đoạn sau` mean one of the documents
that the last answer told of; `ai ký?` alone means its result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.conversation import each_told, guided_row, pointers, told
from knowledge.answering.conversation.nouns import ANY, NOUN, of_type
from knowledge.answering.documents import document_relations
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import follow_up
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.references.aspects import aspects
from knowledge.references.carrying import merge
from knowledge.references.follow_up import own_words
from knowledge.references.mention import DOCUMENT, TIME, Mention, drop_overlaps
from knowledge.text import fold

_EARLIER = re.compile(r"\btruoc (?:do |day )?nua\b")
# `cái đó lại thay cái nào nữa?` after what a document replaced
_STILL = re.compile(r"\b(?:nua|lai|tiep)\b|\b(?:cai|ban) (?:do|ay|kia)\b")
_THAT_PERIOD = re.compile(r"\b(?:giai doan|gd|thoi ky) (?:do|ay)\b")
_UPON = re.compile(
    rf"^\W*(?:the |vay |no )*(?:duoc )?(?:ban hanh )?(?:can cu|dua)(?: vao| theo| tren)? "
    rf"(?:{NOUN}|cai|dau|gi)(?: nao| gi)?(?: vay| the| a| de ban hanh| ban hanh)*\W*$"
)


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query with the document that it points to; as it is where it points to none."""
    if query.names_documents:
        return query
    known = _told(query, catalogue)
    if not known or each_told.in_plural(query, catalogue):
        return query
    for read in pointers.READERS:
        if found := read(query, catalogue, known):
            named = _naming(query, *found)
            asks_else = read is not pointers.by_latest or aspects(query.question)
            # `bản hiện hành là cái nào?`: the document itself, whatever was asked before
            return named if asks_else else _anew(named)
    return _of_that_period(_grounds(_bare(query, catalogue, known), known), known)


def _told(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What the last answer told of, its result first, then the document talked about."""
    before = query.before
    named = guided_row.named_before(query, catalogue)
    numbers_told = [*([named.number] if named else []), *told.read(before), before.document or ""]
    found = [regulation for number in numbers_told for regulation in catalogue.find(number)[:1]]
    places = set(found[0].provinces) if found else set()
    # `cái năm 2024` after a decision of a province: another one of the same place
    found += [r for r in catalogue.regulations.values() if places & set(r.provinces)]
    return list({regulation.number: regulation for regulation in found}.values())


def _anew(query: Query) -> Query:
    return replace(query, context=replace(query.context, aspect=None))


def _naming(query: Query, number: str, start: int, end: int) -> Query:
    """The query as though it named the document where it points to it."""
    pointer = Mention(DOCUMENT, number, start, end)
    mentions = tuple(drop_overlaps([pointer, *query.references.mentions]))
    references = replace(query.references, mentions=mentions)
    context = merge(query.before, references, continues=True)
    return replace(query, references=references, context=context)


def _bare(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Query:
    """`ai ký?`: of the result of the last answer, not of what it was asked about."""
    folded = fold(query.question)
    own = aspects(query.question)
    of_field = bool(own) and own[0] in OF_FIELDS
    result: str | None = known[0].number
    follows = query.context.document == query.before.document
    further = bool(_EARLIER.search(folded)) or _goes_further(query)
    if not (of_field or further) or not follows:
        return query
    besides = [mention for mention in query.references.mentions if mention.kind != TIME]
    if besides or own_words(query.references) or each_told.of_a_bare_field(query, catalogue):
        return query
    last = query.before.document or ""
    if not catalogue.find(last) and catalogue.find_mentioned(last):
        return query  # one that others only tell of, which was asked about
    if further:
        result = _further(query, catalogue)
    elif replaced := pointers.OBJECT.search(folded):
        fitting = of_type(replaced[1], known)
        result = fitting[0].number if fitting else result
    elif follow_up.has_it(query.question) and query.before.document in catalogue.regulations:
        return query
    return replace(query, context=replace(query.context, document=result))


def _grounds(query: Query, known: Sequence[Regulation]) -> Query:
    """`căn cứ nghị quyết nào?` after a field of a document: what it was issued upon."""
    fields = {aspect.value for aspect in OF_FIELDS}
    of_field = query.before.aspect in fields and query.context.document == known[0].number
    # `nó căn cứ nghị định nào?` after an article that told of the document
    of_field = of_field or follow_up.has_it(query.question)
    has = any(relation.type is RelationType.BASED_ON for relation in known[0].relations)
    if not (of_field and has and _UPON.search(fold(query.question))):
        return query
    about = replace(query.context, document=known[0].number, aspect=Aspect.BASED_ON.value)
    return replace(query, context=about)


def _goes_further(query: Query) -> bool:
    """Whether it is asked once more what a document replaced: now of the one that was told."""
    asked = aspects(query.question)[:1] == [Aspect.REPLACES]
    again = query.before.aspect == Aspect.REPLACES.value
    return asked and again and _STILL.search(fold(query.question)) is not None


def _further(query: Query, catalogue: Catalogue) -> str | None:
    """What `trước nữa?` goes on from: the document that the one talked about replaced."""
    last = query.before.document
    if query.before.aspect == Aspect.BASIS.value:  # which document it was has just been told
        return next(iter(told.read(query.before)), last)
    about = catalogue.regulations.get(last or "")
    if about is None or query.before.aspect != Aspect.REPLACES.value:
        return last
    older = document_relations.earlier(catalogue, about)
    return older.number if older else last


def unresolved(query: Query) -> str:
    """The type of a document that a message points to and nothing told of has; else empty."""
    match = None if query.names_documents else pointers.THAT.search(fold(query.question))
    return match[1] if match and match[1] not in ANY else ""


def asks_which(query: Query) -> bool:
    """`còn giai đoạn 2021-2025 theo văn bản nào?`: the document pointed to is what is asked for."""
    of_basis = aspects(query.question)[:1] == [Aspect.BASIS]
    return query.points_to_a_document and of_basis and not own_words(query.references)


def _of_that_period(query: Query, known: Sequence[Regulation]) -> Query:
    """`giai đoạn đó`: the one of the document told of, where none was named."""
    if query.context.period or not _THAT_PERIOD.search(fold(query.question)):
        return query
    period = known[0].period
    return replace(query, context=replace(query.context, period=str(period) if period else None))
