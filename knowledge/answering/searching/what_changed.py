"""What one document changed in another: `Quyết định 211 sửa gì của bộ tiêu chí xã?`.

That it changed it is a relation; what it changed is told by the provisions of either, those that
are headed so first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.references import levels
from knowledge.references.follow_up import own_words
from knowledge.references.parser import DOCUMENT
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_ASKED = re.compile(
    r"\bsua(?: doi)?(?:,? bo sung)?(?: (?:o|nhung|cac|cai|noi dung|diem|cho|phan|muc|chi tieu|"
    r"tieu chi|van de|may|lai))* (?:gi|j|nao|dau|may diem|the nao|ra sao)\b(?! (?:sua|thay)\b)"
)
_CHANGE = re.compile(r"\b(?:sua|sua doi|bo sung)\b")
_ANY = 0.0


def asked(question: str) -> bool:
    """Whether it is asked what was changed, and not by which document or whether at all."""
    return _ASKED.search(fold(question)) is not None


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """The provision that tells what was changed; None where none does."""
    if len(found) != 1 or not asked(query.question):
        return None
    ties = _ties(index, found[0])
    meant = index.catalogue.find_all(query.references.values(DOCUMENT))
    named = {regulation.number for regulation in meant}
    one = ties & named or ties & {query.before.document}
    others = one or ties
    of_one = one or own_words(query.references) or levels.units(query.question)
    if len(others) > 1 and not of_one:
        return None  # which they are comes first
    return _told(query, index, found[0], others) if others else None


def _ties(index: Index, regulation: Regulation) -> set[str]:
    """What it changed, and what changed it."""
    changed = {r.number for r in regulation.relations if r.type is RelationType.AMENDS}
    changing = index.catalogue.incoming(regulation.number, RelationType.AMENDS)
    return changed | {one.regulation.number for one in changing}


def _told(query: Query, index: Index, regulation: Regulation, others: set[str]) -> Answer | None:
    """From the provisions of either document that speak of the other one and of a change."""

    def speaks(passage: Passage) -> bool:
        own = passage.document == regulation.number
        there = others if own else {regulation.number}
        of_both = (own or passage.document in others) and not passage.row
        said = f"{passage.provision} {passage.text}"
        return of_both and bool(_CHANGE.search(fold(said))) and any(n in said for n in there)

    def headed(passage: Passage) -> bool:
        of_change = _CHANGE.search(fold(passage.provision)) is not None
        return speaks(passage) and of_change

    ways: tuple[Callable[[Passage], bool], ...] = (headed, speaks)
    for way in ways:
        if reply := free.reply(query, index, way, _ANY):
            return reply
    return None
