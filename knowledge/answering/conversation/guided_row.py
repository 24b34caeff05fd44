"""`3.1 mức bao nhiêu?` after a circular on it: the row of the set that the circular is about.

Who asks of a handbook or of a ministry's guidance, and then of a criterion by its number, means
the set that it guides. The document stays within reach: `ai ký?` asks for its signer still.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references.aspect import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, GROUP, INDICATOR, REGION, parse

_ABOUT_A_SET = frozenset({RelationType.GUIDES, RelationType.SETS_STANDARD})
_ROWS = frozenset({CRITERION, INDICATOR})
_WITH_A_ROW = _ROWS | {REGION, GROUP}
_OF_SEVERAL = (Aspect.DIFFERENCE, Aspect.HISTORY, Aspect.RESULT)


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query of the set that the document talked about guides; as it is where it has none."""
    kinds = {mention.kind for mention in query.references.mentions}
    if not kinds & _ROWS or kinds - _WITH_A_ROW or set(query.own_aspects) & set(_OF_SEVERAL):
        return query
    about = catalogue.regulations.get(query.before.document or "")
    table = _guided(catalogue, about, query.context.criterion or "") if about else None
    if about is None or table is None:
        return query
    context = replace(
        query.context,
        document=table.document,
        period=str(table.period),
        # what is talked about besides: the document by its name
        subject=f"{about.type} {about.number}",
    )
    return replace(query, context=context)


def named_before(query: Query, catalogue: Catalogue) -> Regulation | None:
    """The document that the conversation is on, where the last answer was of a row of its set."""
    of_row = query.before.address
    named = parse(query.before.subject or "").first(DOCUMENT) if of_row else None
    about = catalogue.regulations.get(named or "")
    if about is None or about.number not in told.read(query.before):
        return None
    return about if _guided(catalogue, about, of_row or "") else None


def _guided(catalogue: Catalogue, about: Regulation, address: str) -> CriteriaTable | None:
    """The table of the one set that a document is about, if it has the row."""
    numbers = {one.number for one in about.relations if one.type in _ABOUT_A_SET}
    if catalogue.tables_of(about.number):
        return None
    tables = [table for number in numbers for table in catalogue.tables_of(number)]
    if len({table.document for table in tables}) != 1:
        return None
    return tables[0] if criterion_of(tables[0], address) else None
