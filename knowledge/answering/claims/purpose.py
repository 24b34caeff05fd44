"""Claims on what a document is for: `Quyết định 5 quy định về xã nâng cao phải không`."""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.claims import confirmation
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation
from knowledge.references.mention import Mention
from knowledge.references.parser import DOCUMENT, LEVEL, PERIOD
from knowledge.text import fold

# Between number and level or period, a claim on the document as such has nothing but these.
_ONLY = re.compile(
    r"\W*(?:(?:la|quy|dinh|ve|cho|cua|bo|tieu|chi|quoc|gia|ap|dung|danh|doi|voi|xet|cham|noi|cap|"
    r"van|ban|ban hanh|trong|giai|doan|thoi|ky|cong|nhan|cac|dung de)\b\W*)+"
)
_LEVEL_TITLES = {level.value: name for level, name in wording.LEVEL_NAMES.items()}


def wrong(query: Query, regulation: Regulation) -> str | None:
    """What is to be said against the claim; None where none is made or it is not known false."""
    named = [m for m in query.references.mentions if m.kind == DOCUMENT]
    folded = fold(query.question)
    if len(named) != 1 or len(folded) != len(query.question) or not confirmation.asks(query):
        return None
    of_level = _claimed(query, named[0], LEVEL)
    if of_level and regulation.levels and not _is_for(regulation, of_level):
        return (
            f"Không phải: {wording.named(regulation)} không quy định về "
            f"{_LEVEL_TITLES[of_level]}. {regulation.about}"
        )
    of_period = _claimed(query, named[0], PERIOD)
    if of_period and regulation.period and not _in(regulation, of_period):
        return (
            f"Không phải: {wording.named(regulation)} là văn bản của giai đoạn "
            f"{regulation.period}. {regulation.about}"
        )
    return None


def _claimed(query: Query, document: Mention, kind: str) -> str | None:
    """The value of a kind that the question says of the document."""
    folded = fold(query.question)
    for mention in query.references.mentions:
        between = folded[document.end : mention.start]
        if mention.kind == kind and between and _ONLY.fullmatch(between):
            return mention.value
    return None


def _is_for(regulation: Regulation, level: str) -> bool:
    levels = {one.value for one in regulation.levels}
    return level in levels or fold(_LEVEL_TITLES[level]) in fold(regulation.title or "")


def _in(regulation: Regulation, period: str) -> bool:
    first, _, last = period.partition("-")
    own = regulation.period
    return own is not None and own.first <= int(last) and int(first) <= own.last
