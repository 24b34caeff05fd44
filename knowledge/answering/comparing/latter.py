"""The later and the earlier of two documents: `54 và 41/2013, cái sau có thay cái trước không?`."""

from __future__ import annotations

import re

from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references.numbers import TYPES
from knowledge.references.parser import DOCUMENT
from knowledge.text import fold

_TWO = 2
_ONE = rf"(?:cai|ban|cuon|{'|'.join(TYPES)})"
_LATER = re.compile(rf"\b{_ONE} (?:(?:ban hanh|ra) )?sau\b(?! (?:day|khi|do))")
_EARLIER = re.compile(rf"\b{_ONE} (?:(?:ban hanh|ra) )?truoc\b(?! (?:day|khi|do|kia))")

# What the two have to do with each other, and not what each says on a matter.
_RELATES = re.compile(r"\b(?:thay|sua|bai bo|huy|noi tiep|ke tiep|huong dan)\b")


def named(query: Query, catalogue: Catalogue) -> Query:
    """The question with the numbers of the two documents for what it calls them by.

    Args:
        query: the question as typed.
        catalogue: of the serving index.

    Returns:
        The question itself where it does not name two known documents and then point to them.
    """
    mentions = [m for m in query.references.mentions if m.kind == DOCUMENT]
    if len(mentions) != _TWO:
        return query
    text, folded = query.question, fold(query.question)
    known = {r.number: r for m in mentions if (r := catalogue.only(m.value))}
    if len(folded) != len(text) or len(known) != _TWO:
        return query
    rest = text[mentions[-1].end :]
    start = len(text) - len(rest)
    later, earlier = _LATER.search(folded, start), _EARLIER.search(folded, start)
    if later is None or not _RELATES.search(folded, start):
        return query
    first, second = sorted(known.values(), key=_signed)
    spoken = [(later.span(), second)] + ([(earlier.span(), first)] if earlier else [])
    for (begin, end), regulation in sorted(spoken, key=lambda one: one[0], reverse=True):
        text = f"{text[:begin]}{regulation.type} {regulation.number}{text[end:]}"
    opens = min(begin for (begin, _), _ in spoken)
    rewritten = text[opens:] if earlier else f"{text[opens:]} ({first.number})"
    return resolve(rewritten, query.today, query.before)


def _signed(regulation: Regulation) -> str:
    """The day, or where it is not known the year in the number."""
    return str(regulation.signed or regulation.year or "")
