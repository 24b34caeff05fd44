"""The criterion or indicator talked about, as other sets have it: looked for by its name.

The same number may be that of something else there.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.target import Target, by_name
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index


def within(query: Query, index: Index, tables: Sequence[CriteriaTable]) -> list[Target]:
    """The row of each table that is called what the one talked about is; none where none is."""
    name = _name(query, index)
    return by_name(resolve(name, query.today), index.retriever, tables) if name else []


def _name(query: Query, index: Index) -> str | None:
    """What the row talked about is called in its own set."""
    address = query.before.criterion or query.before.row
    tables = index.catalogue.tables_of(query.before.document or "")
    of_level = [table for table in tables if table.level.value == query.before.level]
    table = next(iter(of_level or tables), None)
    row = Target(table, address).row if table and address else None
    return row.name if row else None
