"""`Nhóm 3 gồm tiêu chí nào?` after a set whose criteria stand in groups: no group of communes."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering.criteria import groups
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.carrying import merge
from knowledge.references.parser import GROUP


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query without the group of communes that it does not mean; else as it is."""
    if not groups.is_of_criteria(query, catalogue):
        return query
    kept = tuple(m for m in query.references.mentions if m.kind != GROUP)
    references = replace(query.references, mentions=kept)
    return replace(
        query, references=references, context=merge(query.before, references, continues=True)
    )
