"""`Sang giai đoạn 2021-2025 cái này là số mấy?`: the number that a row has in another set.

The row talked about is looked for there by its name: its number may be that of something else.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import same_row
from knowledge.answering.criteria import structure
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.parser import DOCUMENT, LEVEL, PERIOD, TIME
from knowledge.text import fold

_ROW = r"(?:tieu chi|chi tieu|noi dung tieu chi|tc|ct|muc)"
_WHICH_NUMBER = re.compile(
    rf"\b(?:{_ROW} )?(?:thu|so) (?:may|bao nhieu|nao)\b|\b{_ROW} (?:may|bao nhieu|nao)\b"
)
_ELSEWHERE = frozenset({DOCUMENT, LEVEL, PERIOD, TIME})


def answer(query: Query, index: Index) -> Answer | None:
    """Which row of the set named is called what the one talked about is; None where none is."""
    row = query.before.address  # `chỉ tiêu này` was read as its number
    kinds = {mention.kind for mention in query.references.mentions if mention.value != row}
    asked = _WHICH_NUMBER.search(fold(query.question)) is not None
    elsewhere = bool(kinds) and kinds <= _ELSEWHERE and not follow_up.own_words(query.references)
    if not (query.follows and asked and elsewhere):
        return None
    named = index.catalogue.find(query.references.first(DOCUMENT) or "")
    only = [table for one in named for table in index.catalogue.tables_of(one.number)]
    choice = choose(query, index.catalogue, only)
    found = same_row.within(query, index, choice.tables)
    return structure.which(query, index.catalogue, found, choice) if found else None
