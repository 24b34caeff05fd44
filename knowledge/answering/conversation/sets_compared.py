"""`Tiêu chí nào đổi tên?`, `về thu nhập thì khác gì?` after two sets were compared: of both."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.answer import Answer
from knowledge.answering.comparing import comparison, side_by_side
from knowledge.answering.conversation import carried
from knowledge.answering.conversation.nouns import NOUN
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.text import fold

_TWO = 2
_CHANGED = re.compile(
    r"\b(?:doi|khac|giong|trung|giu|nguyen|moi|them|bot|mat|bo(?! tieu chi)|gop|tach|sua)\b"
)
_ASKS = re.compile(r"\b(?:nao|gi|may|bao nhieu|khong|chua|sao)\b")
_OF_DOCUMENTS = re.compile(rf"\b(?:{NOUN}) (?:nao|gi)\b")
# `tiêu chí nào bị thay đổi tên` asks for no document that replaced one.
_OF_NAMES = frozenset({Aspect.TITLE, Aspect.REPLACED_BY, Aspect.REPLACES, Aspect.AMENDED_BY})
# Of how the names and numbers of two sets differ nothing else need be said.
_SAYS_IT_WORDS = """
nguyen giu moi cu bo gop mat ten goi tach sua doi thay khac giong trung bot them diem hai cai ben y
chang han bi
"""
_SAYS_IT = frozenset(_SAYS_IT_WORDS.split())


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query as one that compares the two sets; as it is where it asks something else."""
    if not _goes_on(query) or len(_compared(query, catalogue)) != _TWO:
        return query
    context = carried.continuing(query).context
    # The two sets are known by their documents: the period named may be that of one of them.
    context = replace(context, aspect=Aspect.DIFFERENCE.value, period=None, criterion=None)
    return replace(query, context=replace(context, document=query.before.document))


def answer(query: Query, index: Index) -> Answer | None:
    """The two sets, or a row of them, beside each other; None where that is not asked."""
    tables = _compared(query, index.catalogue)
    if len(tables) != _TWO or not _goes_on(query):
        return None
    if _is_bare(query):
        return side_by_side.of_sets(query, index.catalogue, tables)
    return comparison.answer(query, index)


def _goes_on(query: Query) -> bool:
    """Whether a message without a set or row of its own asks how what was told differs."""
    asked = set(query.own_aspects)
    folded = fold(query.question)
    of_field = asked & OF_FIELDS - _OF_NAMES or _OF_DOCUMENTS.search(folded)
    if query.references.mentions or of_field:
        return False
    if query.before.address:  # of a row of both; `về giao thông thì khác gì?` asks of another one
        return Aspect.DIFFERENCE in asked and not _is_bare(query)
    changed = _CHANGED.search(folded) and _ASKS.search(folded)
    return bool(changed and _is_bare(query)) or Aspect.DIFFERENCE in asked


def _is_bare(query: Query) -> bool:
    return not set(follow_up.own_words(query.references).split()) - _SAYS_IT


def _compared(query: Query, catalogue: Catalogue) -> list[CriteriaTable]:
    """The two sets of one level that the last answer told of, earliest first."""
    numbers = query.before.documents_told[:_TWO]
    compared = query.before.aspect in (Aspect.DIFFERENCE.value, Aspect.COUNT.value)
    tables = catalogue.tables_at(query.level)
    return [table for table in tables if compared and table.document in numbers]
