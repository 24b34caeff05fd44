"""`Ở miền núi có được thấp hơn không?`, `vùng nào cao nhất?` after a threshold: of every region.

The sets know seven regions, and neither mountains nor coasts: what the row demands in each of them
is the answer, whichever region was talked about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.conversation import carried, row_staying
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.text import fold

_KIND_OF_PLACE = (
    r"\b(?:mien nui|vung nui|vung cao|mien xuoi|dong bang|ven bien|bai ngang|hai dao|vung sau)\b"
    r"(?! (?:phia|bac|song))"
)
_DIFFERS = (
    r"\b(?:hon|giam|ha|noi|cham chuoc|chiu|uu tien|linh dong|khac|rieng|bot|the nao|ra sao|"
    r"bao nhieu|sao)\b"
)
_ASKED = re.compile(
    rf"{_KIND_OF_PLACE}.*{_DIFFERS}|{_DIFFERS}.*{_KIND_OF_PLACE}|"
    r"\b(?:vung|noi|mien|khu vuc|nhom(?: xa)?) nao\b.*\b(?:cao|thap|de|nhe|nhieu|it|kho|khac)\b"
)
_SAID_SO_WORDS = """
mien nui vung cao xuoi dong bang ven bien bai ngang hai dao sau xa thap hon giam ha noi cham chuoc
uu tien linh khac rieng bot nhe de kho nhieu it xuong muc chiu nhat
"""
_SAID_SO = frozenset(_SAID_SO_WORDS.split())
_OF_A_THRESHOLD = (Aspect.REQUIREMENT.value, Aspect.DIFFERENCE.value)


def resolved(query: Query) -> Query:
    """The query as one on the row talked about, in no region; as it is where it asks otherwise."""
    if not _asked(query):
        return query
    context = carried.continuing(query).context
    context = replace(context, aspect=Aspect.REQUIREMENT.value, document=query.before.document)
    return replace(query, context=replace(context, region=None, province=None, group=None))


def target(query: Query, catalogue: Catalogue) -> Target | None:
    """The row whose thresholds are asked for, in its set; None where that is not asked."""
    row = query.before.address
    return row_staying.told_of(query, catalogue, row) if row and _asked(query) else None


def _asked(query: Query) -> bool:
    own = set(follow_up.own_words(query.references).split())
    talked_about = query.before.address and query.before.aspect in _OF_A_THRESHOLD
    worded = _ASKED.search(fold(query.question)) is not None
    return bool(talked_about) and worded and not (query.references.mentions or own - _SAID_SO)
