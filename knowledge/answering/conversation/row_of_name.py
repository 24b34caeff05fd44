"""A follow-up on a criterion that was called by its name: read as though its number were said.

`có mấy chỉ tiêu?` counts those of that criterion, in the set that was told of; `còn xã nâng cao?`
asks for the criterion of that name in the set of another level.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.conversation import row_staying, same_row
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_COUNTS_ROWS = re.compile(r"\b(?:bao nhieu|may|nhung|cac) (?:chi tieu|noi dung)\b")


def resolved(query: Query, index: Index) -> Query:
    """The query with the number of the criterion; as it is where more is said, or else asked."""
    row = query.before.row
    named_by_number = query.before.criterion is not None
    if not (query.follows and row) or named_by_number or follow_up.own_words(query.references):
        return query
    kinds = {mention.kind for mention in query.references.mentions}
    if not kinds and _COUNTS_ROWS.search(fold(query.question)):
        return _in_its_set(query, index, row.split(".")[0])
    if kinds == {LEVEL}:
        return _at_level(query, index)
    return query


def _in_its_set(query: Query, index: Index, row: str) -> Query:
    target = row_staying.told_of(query, index.catalogue, row)
    if target is None:
        return query
    period = str(target.table.period)
    return replace(query, context=replace(query.context, criterion=row, period=period))


def _at_level(query: Query, index: Index) -> Query:
    choice = choose(query, index.catalogue)
    tables = [table for table in choice.tables if table.level.value == query.context.level]
    found = next(iter(same_row.within(query, index, tables[:1])), None)
    if found is None:
        return query
    return replace(query, context=replace(query.context, criterion=found.address))
