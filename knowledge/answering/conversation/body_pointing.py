"""The document told of that a follow-up means by the body that issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.conversation.nouns import NOUN, Pointed, of_type
from knowledge.answering.query import Query
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references import issuers
from knowledge.references.aspect import OF_FIELDS, OF_VALIDITY
from knowledge.references.aspects import aspects
from knowledge.references.follow_up import own_words
from knowledge.text import fold

_OF_ISSUER = re.compile(rf"\b({NOUN}|cai|ban)(?: (?:do|ay|kia))? (?:cua|do)\b")
_WHICH = re.compile(rf"\b({NOUN}) (?:nao|gi|so may)\b")
_CARRIES_OUT = re.compile(r"\b(?:trien khai|thuc hien|ban hanh|cu the hoa|bang|ra|de)\b")


def by_issuer(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`văn bản của Bộ Nội vụ`; `Quốc hội thông qua hôm nào?`, with nothing else to be meant."""
    match = _OF_ISSUER.search(fold(query.question))
    issuer = issuers.starts(fold(query.question))
    own = set(aspects(query.question))
    bare = bool(own & OF_VALIDITY) and not (
        query.references.mentions or own_words(query.references)
    )
    if issuer is None or not own & OF_FIELDS or not (match or bare):
        return None
    typed = of_type(match[1], known) if match else known
    fitting = [r for r in typed if issuers.issued_by(r.issuer, issuer[0])]
    span = match.span() if match else (issuer[1], issuer[1] + len(issuer[0]))
    return (fitting[0].number, *span) if fitting else None


def by_kind(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`Chính phủ triển khai bằng nghị quyết nào?`: what a body issued on a document told of."""
    match = _WHICH.search(fold(query.question))
    kind = kind_in(query.question)
    own = _CARRIES_OUT.sub(" ", own_words(query.references))
    of_row = query.before.address
    if match is None or not (kind.type and kind.issuer) or own.strip() or of_row:
        return None
    acting = [i.regulation for r in known[:1] for i in catalogue.incoming(r.number)]
    fitting = [regulation for regulation in acting if kind.fits(regulation)]
    return (fitting[0].number, *match.span()) if fitting else None
