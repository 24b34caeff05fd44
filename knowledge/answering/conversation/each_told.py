"""`Ai ký?`, `ngày nào?` after an answer that named several documents: asked of each of them.

`Văn bản nào sửa?` may be met with two decrees. What comes next is about what was named, not about
the latest of them alone, and not about what they amend.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import told
from knowledge.answering.conversation.nouns import NOUN
from knowledge.answering.documents import document
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, RelationType
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.text import fold

_OF_ITSELF = frozenset(
    {
        *(Aspect.SIGNED, Aspect.SIGNER, Aspect.EFFECTIVE),
        *(Aspect.STATUS, Aspect.ISSUER, Aspect.TITLE),
    }
)
# `cái cuối cùng`, `bản mới`: one of them is singled out.
_ONE_OF_THEM = re.compile(
    r"\b(?:dau tien|cuoi(?: cung)?|sau cung|moi nhat|gan nhat|con lai|thu (?:nhat|hai|ba)|cu|moi)\b"
)
# `mấy văn bản đó`, `cả hai quyết định này`
_ALL_OF_THEM = re.compile(
    rf"\b(?:cac|nhung|may|ca|hai|ba|\d) (?:{NOUN}|cai)(?: (?:do|nay|ay|tren|vua (?:neu|roi)))\b"
)
# `trong mấy văn bản đó cái nào còn hiệu lực?`: of whatever was named
_WHICH_OF_THEM = re.compile(
    rf"\b(?:trong|so) (?:cac|nhung|may|\d) (?:{NOUN}|cai)(?: (?:do|nay|ay|tren))?\b.*"
    rf"\b(?:{NOUN}|cai) (?:nao|gi)\b"
)
_MOST = 3
_MOST_LISTED = 8


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The field of each of them; None where another thing is asked, or one document was named."""
    meant = of_a_bare_field(query, catalogue)
    return document.answer(query, catalogue, meant, several="") if meant else None


def in_plural(query: Query, catalogue: Catalogue) -> bool:
    """Whether a message points to all of the documents named, and not to one of them."""
    pointed = _ALL_OF_THEM.search(fold(query.question)) is not None
    return pointed and bool(of_a_bare_field(query, catalogue))


def of_a_bare_field(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """The documents that a field is asked of; empty where there are not several."""
    asked = aspects(query.question)
    of_itself = bool(asked) and set(asked) <= _OF_ITSELF and not query.references.mentions
    same = query.context.document == query.before.document
    if not (of_itself and same) or follow_up.own_words(query.references):
        return []
    folded = fold(query.question)
    if _ONE_OF_THEM.search(folded) or follow_up.has_it(query.question):
        return []
    if _WHICH_OF_THEM.search(folded):
        return told.regulations(query.before, catalogue)[:_MOST_LISTED]
    found = _named_last(query, catalogue)
    if not 1 < len(found) <= _MOST and _ALL_OF_THEM.search(folded):
        found = _beside_it(query, catalogue)
    return found if 1 < len(found) <= _MOST else []


def _beside_it(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What the last answer named beside the document talked about."""
    about = query.before.document
    return [one for one in told.regulations(query.before, catalogue) if one.number != about]


def _named_last(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What the last answer named first: all that act alike on the document talked about."""
    about = query.before.document
    named: list[Regulation] = []
    kinds: set[RelationType] = set()
    for number in told.read(query.before):
        regulation = catalogue.regulations.get(number)
        acts = (
            {one.type for one in regulation.relations if one.number == about}
            if regulation
            else set()
        )
        acts |= SUCCESSION if acts & SUCCESSION else set()
        kinds = kinds & acts if named else acts
        if number == about or regulation is None or not kinds:
            break
        named.append(regulation)
    return named
