"""The criterion or indicator talked about, as other sets have it: looked for by its name.

The same number may be that of something else there.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.target import Target, by_name
from knowledge.corpus.catalogue import criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.text import fold, syllables

# So many first words of the name of a criterion are the same where it is the same one.
_FIRST = 2


def within(query: Query, index: Index, tables: Sequence[CriteriaTable]) -> list[Target]:
    """The row of each table that is called what the one talked about is; none where none is."""
    row = _talked_about(query, index)
    name = row.row.name if row and row.row else None
    return by_name(resolve(name, query.today), index.retriever, tables) if name else []


def by_its_place(query: Query, index: Index, table: CriteriaTable) -> Target | None:
    """The row with that number of the same criterion, where none has the name any more."""
    row = _talked_about(query, index)
    other = Target(table, row.address) if row else None
    if row is None or other is None or not other.row:
        return None
    return other if _opening(row) and _opening(row) == _opening(other) else None


def _talked_about(query: Query, index: Index) -> Target | None:
    """The row told of last, in its own set."""
    address = query.before.address
    tables = index.catalogue.tables_of(query.before.document or "")
    of_level = [table for table in tables if table.level.value == query.before.level]
    table = next(iter(of_level or tables), None)
    return Target(table, address) if table and address else None


def _opening(target: Target) -> list[str]:
    """The first words of the name of the criterion that a row belongs to."""
    criterion = criterion_of(target.table, target.address)
    return syllables(fold(criterion.name))[:_FIRST] if criterion and criterion.name else []
