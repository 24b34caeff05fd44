"""What an amendment changed: `tiêu chí chợ trước và sau khi sửa`, `18.4 trước và sau QĐ 211`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import citing
from knowledge.answering.answer import Answer
from knowledge.answering.criteria import requirement
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, by_name, by_number
from knowledge.answering.searching import candidates, free
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.text import fold

_BEFORE_AND_AFTER = re.compile(r"\btruoc (?:va|voi|hay|so voi) sau\b")


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """What was said before and after an amendment; None where that is not asked or not known.

    Args:
        query: the question.
        index: the serving index.
        found: the regulations that it names: amended or amending.
    """
    if not _BEFORE_AND_AFTER.search(fold(query.question)):
        return None
    catalogue = index.catalogue
    concerned = _with_amendments(catalogue, found)
    if len(concerned) < 2:
        return None
    tables = [table for table in catalogue.tables if table.document in concerned]
    if targets := _amended_rows(query, index, tables):
        return requirement.answer(query, catalogue, targets, choose(query, catalogue, tables))
    reply = free.reply(
        query, index, lambda passage: passage.document in concerned, candidates.NARROW_THRESHOLD
    )
    if reply is None:
        return None
    both = [citing.of_regulation(regulation) for regulation in concerned.values()]
    return replace(reply, citations=citing.unique([*reply.citations, *both]))


def _with_amendments(catalogue: Catalogue, found: Sequence[Regulation]) -> dict[str, Regulation]:
    """The regulations with what they amend, or with what amends them, by number."""
    concerned = {regulation.number: regulation for regulation in found}
    for regulation in found:
        concerned |= {
            item.regulation.number: item.regulation
            for item in catalogue.incoming(regulation.number, RelationType.AMENDS)
        }
        concerned |= {
            relation.number: catalogue.regulations[relation.number]
            for relation in regulation.relations
            if relation.type is RelationType.AMENDS and relation.number in catalogue.regulations
        }
    return concerned


def _amended_rows(query: Query, index: Index, tables: Sequence[CriteriaTable]) -> list[Target]:
    """The row asked about, where its wording is known to be that of an amendment."""
    of_level = [table for table in tables if table.level == query.level]
    address = query.context.criterion
    rows = by_number(of_level, address) if address else by_name(query, index.retriever, of_level)
    return [row for row in rows if any(one.amended_by for one in row.indicators)][:1]
