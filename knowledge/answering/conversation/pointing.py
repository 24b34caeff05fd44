"""The document that a follow-up points to, read as though the message had named it.

`công văn đó`, `cái năm 2024`, `văn bản của Bộ Nội vụ`, `giai đoạn sau` mean one of the documents
that the last answer told of; `ai ký?` alone means its result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.conversation import told
from knowledge.answering.documents import document_relations
from knowledge.answering.query import Query
from knowledge.answering.searching import matter
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import issuers, numbers
from knowledge.references.aspects import OF_RELATIONS, OF_VALIDITY, Aspect, aspects
from knowledge.references.context import merge
from knowledge.references.follow_up import own_words
from knowledge.references.mention import DOCUMENT, PERIOD, TIME, Mention, drop_overlaps
from knowledge.text import fold

_NOUN = (
    r"quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|luat|huong dan|chi thi|van ban|qd|nd|tt|"
    r"nq|cv|vb"
)
_THAT = re.compile(rf"\b({_NOUN}) (?:do|nay|ay|kia|tren|noi tren|vua roi|vua neu)\b")
_OF_YEAR = re.compile(
    rf"\b(?:cai )?({_NOUN}|cai)(?: (?:ra|ky|cua|ban hanh|trong|hoi|nam))* (20[0-4]\d)\b(?!-)"
)
_OF_ISSUER = re.compile(rf"\b({_NOUN}|cai|ban)(?: (?:do|ay|kia))? (?:cua|do)\b")
_OBJECT = re.compile(rf"\bthay(?: the)?(?: cho)? ({_NOUN}) (?:nao|gi)\b")
_IT = re.compile(r"\bno\b")
_EARLIER = re.compile(r"\btruoc (?:do |day )?nua\b")
_THAT_PERIOD = re.compile(r"\b(?:giai doan|gd|thoi ky) (?:do|ay)\b")
_ACTING = re.compile(
    rf"\b({_NOUN}) (?:da )?(sua|thay|huong dan)(?: doi| the)?(?: cho)?(?! (?:nao|gi|boi|bang))\b"
)
_ACTS = {
    "sua": RelationType.AMENDS,
    "thay": RelationType.REPLACES,
    "huong dan": RelationType.GUIDES,
}
_WHICH = re.compile(rf"\b({_NOUN}) (?:nao|gi|so may)\b")
_CARRIES_OUT = re.compile(r"\b(?:trien khai|thuc hien|ban hanh|cu the hoa|bang|ra|de)\b")
_UPON = re.compile(
    rf"^\W*(?:the |vay |no )*(?:duoc )?(?:ban hanh )?(?:can cu|dua)(?: vao| theo| tren)? "
    rf"(?:{_NOUN}|cai|dau|gi)(?: nao| gi)?(?: vay| the| a| de ban hanh| ban hanh)*\W*$"
)
_ANY = ("van ban", "vb", "cai", "ban")
_OF_ITSELF = OF_VALIDITY | {Aspect.SIGNER, Aspect.ISSUER, Aspect.TITLE}
_SUCCESSION = (RelationType.SUCCEEDS, RelationType.REPLACES)


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query with the document that it points to; as it is where it points to none."""
    if query.names_documents:
        return query
    known = _told(query, catalogue)
    if not known:
        return query
    for read in (_by_year, _by_relation, _by_type, _by_issuer, _by_period, _by_kind):
        if found := read(query, catalogue, known):
            number, start, end = found
            return _naming(query, number, start, end)
    return _of_that_period(_grounds(_bare(query, catalogue, known), known), known)


def _told(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What the last answer told of, its result first, then the document talked about."""
    before = query.before
    numbers_told = [*told.read(before), *([before.document] if before.document else [])]
    found = [regulation for number in numbers_told for regulation in catalogue.find(number)[:1]]
    return list({regulation.number: regulation for regulation in found}.values())


def _naming(query: Query, number: str, start: int, end: int) -> Query:
    """The query as though it named the document where it points to it."""
    pointer = Mention(DOCUMENT, number, start, end)
    mentions = tuple(drop_overlaps([pointer, *query.references.mentions]))
    references = replace(query.references, mentions=mentions)
    context = merge(query.before, references, continues=True)
    return replace(query, references=references, context=context)


_Pointed = tuple[str, int, int]


def _by_year(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> _Pointed | None:
    match = _OF_YEAR.search(fold(query.question))
    if match is None:
        return None
    fitting = [r for r in _of_type(match[1], known) if r.signed and str(r.signed.year) == match[2]]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_type(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> _Pointed | None:
    folded = fold(query.question)
    match = _THAT.search(folded)
    if match is None:
        return None
    fitting = _of_type(match[1], known)
    replaced = _OBJECT.search(folded)
    if replaced:
        fitting = _of_type(replaced[1], fitting) or fitting
    issuer = issuers.find(query.question)
    if issuer and re.match(r" cua\b", folded[match.end() :]):
        fitting = [r for r in fitting if issuers.issued_by(r.issuer, issuer)]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_relation(
    query: Query, catalogue: Catalogue, known: Sequence[Regulation]
) -> _Pointed | None:
    """`ai ký quyết định sửa nó?`: what acts on a document told of."""
    match = _ACTING.search(fold(query.question))
    own = aspects(query.question)
    if match is None or not own or own[0] not in _OF_ITSELF:
        return None
    acting = [
        item.regulation
        for regulation in known
        for item in catalogue.incoming(regulation.number, _ACTS[match[2]])
    ]
    fitting = _of_type(match[1], acting)
    return (fitting[0].number, *match.span()) if fitting else None


def _by_kind(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> _Pointed | None:
    """`Chính phủ triển khai bằng nghị quyết nào?`: what a body issued on a document told of."""
    match = _WHICH.search(fold(query.question))
    kind = matter.kind_asked(query)
    own = _CARRIES_OUT.sub(" ", own_words(query.references))
    of_row = query.before.criterion or query.before.row
    if match is None or not (kind.type and kind.issuer) or own.strip() or of_row:
        return None
    acting = [i.regulation for r in known[:1] for i in catalogue.incoming(r.number)]
    fitting = [regulation for regulation in acting if kind.fits(regulation)]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_issuer(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> _Pointed | None:
    match = _OF_ISSUER.search(fold(query.question))
    issuer = issuers.find(query.question)
    own = set(aspects(query.question))
    if match is None or issuer is None or not own & (OF_RELATIONS | OF_VALIDITY):
        return None
    of_type = _of_type(match[1], known)
    fitting = [r for r in of_type if issuers.issued_by(r.issuer, issuer)]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_period(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> _Pointed | None:
    """`giai đoạn sau` of a document that is no set of criteria: what succeeds it."""
    mention = next((m for m in query.references.mentions if m.kind in (TIME, PERIOD)), None)
    about = known[0]
    which = Aspect.BASIS in aspects(query.question) and not own_words(query.references)
    of_row = query.before.criterion or query.before.row
    if mention is None or (of_row and not which):
        return None
    if mention.kind == PERIOD:
        of_period = [r.number for r in known[1:] if str(r.period) == mention.value]
        found = of_period if which and not of_row else []
    elif catalogue.tables_of(about.number):
        return None
    elif mention.value == "next":
        after = catalogue.incoming(about.number, *_SUCCESSION)
        found = [document_relations.standing(catalogue, item.regulation) for item in after]
    elif mention.value == "previous":
        found = [r.number for r in about.relations if r.type in _SUCCESSION]
        found = [number for number in found if number in catalogue.regulations]
    else:
        return None
    return (found[0], mention.start, mention.end) if found else None


def _bare(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Query:
    """`ai ký?`: of the result of the last answer, not of what it was asked about."""
    folded = fold(query.question)
    own = aspects(query.question)
    of_field = bool(own) and own[0] in OF_RELATIONS | OF_VALIDITY
    result: str | None = known[0].number
    follows = query.context.document == query.before.document
    further = bool(_EARLIER.search(folded))
    if not (of_field or further) or not follows:
        return query
    if query.references.mentions or own_words(query.references):
        return query
    if replaced := _OBJECT.search(folded):
        fitting = _of_type(replaced[1], known)
        result = fitting[0].number if fitting else result
    elif further:
        result = _further(query, catalogue)
    elif _IT.search(folded):
        return query
    return replace(query, context=replace(query.context, document=result))


def _grounds(query: Query, known: Sequence[Regulation]) -> Query:
    """`căn cứ nghị quyết nào?` after a field of a document: what it was issued upon."""
    fields = {aspect.value for aspect in OF_RELATIONS | OF_VALIDITY}
    of_field = query.before.aspect in fields and query.context.document == known[0].number
    has = any(relation.type is RelationType.BASED_ON for relation in known[0].relations)
    if not (of_field and has and _UPON.search(fold(query.question))):
        return query
    return replace(query, context=replace(query.context, aspect=Aspect.BASED_ON.value))


def _further(query: Query, catalogue: Catalogue) -> str | None:
    """What `trước nữa?` goes on from: the document that the one talked about replaced."""
    last = query.before.document
    about = catalogue.regulations.get(last or "")
    if about is None or query.before.aspect != Aspect.REPLACES.value:
        return last
    older = [r.number for r in about.relations if r.type in _SUCCESSION]
    return next((number for number in older if number in catalogue.regulations), last)


def unresolved(query: Query) -> str:
    """The type of a document that a message points to and nothing told of has; else empty."""
    match = None if query.names_documents else _THAT.search(fold(query.question))
    return match[1] if match and match[1] not in _ANY else ""


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


def _of_type(noun: str, known: Sequence[Regulation]) -> list[Regulation]:
    """Those of the type that a noun names."""
    if noun in _ANY:
        return list(known)
    named = wording.upper_first(numbers.TYPES[noun])
    return [regulation for regulation in known if regulation.type == named]
