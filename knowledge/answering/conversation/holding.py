"""Whether an answer speaks of what a follow-up asks, or only of what was talked about.

`Hồ sơ gồm những gì?` must be met with the hồ sơ, `bài học thứ mười` not with the seventh, and a
row that was told already is no answer to a message that says something else.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer, Kind
from knowledge.answering.claims import confirmation
from knowledge.answering.conversation import told
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import follow_up, ordinals, remarks
from knowledge.references.aspects import aspects
from knowledge.text import syllables

_LOOKED_UP = (Kind.PROVISION, Kind.ARTICLE)
_CIRCUMSTANCES = ("period", "level", "region", "province", "group", "aspect")


def held(query: Query, found: Answer, catalogue: Catalogue) -> Answer:
    """The answer, if it speaks of what a message without a matter of its own asks: the hồ sơ."""
    of_another = ordinals.contradicts(query.question, found.direct)
    other = found.kind in _LOOKED_UP and of_another and not confirmation.asks(query)
    if other or _repeats(query, found):  # its own words were passed over
        return refusals.abstain(query)
    if found.abstained or not (query.follows and follow_up.leans_only(query.references)):
        return found
    row = query.before.address
    if row and told.row(found) == row:
        return found
    said = found.direct.lower()  # folded, `số hộ so với` has `hồ sơ`
    if all(term in said for term in follow_up.leaning(query.references)):
        return found
    about = [n for n in told.read(query.before) if n in catalogue.regulations]
    if about:
        return refusals.not_in(query, catalogue.regulations[about[0]])
    return refusals.abstain(query)


def _repeats(query: Query, found: Answer) -> bool:
    """Whether a row is told once more to a message that asks something else of it."""
    row = query.before.address
    own = follow_up.own_words(query.references)
    asks = aspects(query.question) or query.references.mentions
    besides = not asks and syllables(follow_up.said(query.references))
    other = own or (besides and not _claims(query))
    if not (query.follows and row and other) or found.kind not in (Kind.REQUIREMENT, Kind.BASIS):
        return False
    before, now = query.before.as_slots(), query.context.as_slots()
    same = all(before[name] == now[name] for name in _CIRCUMSTANCES)
    known = set(syllables(found.text))
    said = set(own.split() or syllables(follow_up.said(query.references)))
    return same and told.row(found) == row and not said <= known


def _claims(query: Query) -> bool:
    """`mức chung vẫn là 98% hả?`: the row that was told is what is to be confirmed."""
    whole = remarks.of_the_whole(query.question)
    return whole or confirmation.asks(query) or confirmation.claims_a_quantity(query)


def _direct(found: Answer) -> str:
    return found.text.split("\n")[0]
