"""The row that a message describes without naming it: `hẻm nhỏ trong xóm mưa là bùn, có đạt không`.

Only where nothing else answers. The example questions kept beside the rows are what it is held
against, as with any passage; the row must be likelier than every other of its set but those of
its own criterion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import scope
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, is_row_of
from knowledge.answering.searching import amounts, candidates, doubt
from knowledge.answering.searching.confidence import coverage, terms_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import (
    CRITERION,
    DOCUMENT,
    GROUP,
    INDICATOR,
    LEVEL,
    PROVINCE,
    REGION,
)
from knowledge.retrieval.lexical import STOP_SYLLABLES
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# Of messages like these that were not tuned on, nine in ten were of the row found so.
_LEAST = 0.5
_APART = 0.15
# Share of the message that must stand beside the row at the least: one is always the nearest.
_SAID = 0.35
_OF_DECISIONS = (Aspect.BASIS, Aspect.GUIDANCE, Aspect.WHICH_CRITERION)
# `nhà nước cho bao nhiêu vốn`, `gọi số nào`: no row tells
_OF_NO_ROW = re.compile(
    r"\b(?:goi|lien he|bao) (?:cho )?(?:ai|so nao|so may|o dau)\b|"
    r"\b(?:duoc|cho|cap|nhan) (?:\w+ )?(?:bao nhieu|may) (?:tien|von)\b"
)
_OF_SETS = frozenset({DOCUMENT, GROUP, LEVEL, REGION})
_JUDGED = re.compile(r"\b(?:dat|chuan|cham|rot|xet|yeu cau|doi hoi|bat buoc|tieu chi)\b")
_NAMING = frozenset({CRITERION, INDICATOR, PROVINCE})


def instead(query: Query, index: Index, found: Answer) -> Answer | None:
    """The answer from the likeliest row; None where none is likely enough.

    Args:
        query: the message.
        index: the serving index.
        found: what it was met with: not an answer.
    """
    refused = found.kind is Kind.REFUSAL and found.outcome is not Outcome.ASKED
    named = {mention.kind for mention in query.references.mentions}
    folded = fold(query.question)
    if amounts.of_money(query.question) or _OF_NO_ROW.search(folded):
        return None
    if not (query.time or named & _OF_SETS or _JUDGED.search(folded)):
        return None  # the commune's other business is worded as the rows are
    if not refused or named & _NAMING or query.follows or scope.is_other_business(query):
        return None
    only = [
        table
        for regulation in index.catalogue.find_all(query.references.values(DOCUMENT))
        for table in index.catalogue.tables_of(regulation.number)
    ]
    if DOCUMENT in named and not only:
        return None
    choice = choose(query, index.catalogue, only)
    likely = [(table, _likely(query, index, table)) for table in choice.all]
    targets = [
        Target(table, rows[0].passage.criteria[0], rows[0].confidence)
        for table, rows in likely
        if rows
    ]
    if not targets:
        return None
    reply = criterion.of_targets(query, index, targets, choice)
    if reply.kind is Kind.BASIS and not query.wants(*_OF_DECISIONS):
        return None  # by which decision is not what was asked
    return doubt.with_choices(reply, max((rows for _, rows in likely), key=len))


def _likely(query: Query, index: Index, table: CriteriaTable) -> Sequence[candidates.Found]:
    """The rows of a set that a message may be about, best first; none where that is open."""
    rows = candidates.candidates(query, index.retriever, lambda p: is_row_of(table, p))
    if not rows or rows[0].confidence < _LEAST:
        return ()
    if not _says_enough_of(query, rows[0].passage, index):
        return ()
    own = rows[0].passage.criteria[0].split(".")[0]
    others = [row for row in rows if row.passage.criteria[0].split(".")[0] != own]
    next_best = others[0].confidence if others else 0.0
    return rows if rows[0].confidence - next_best >= _APART else ()


def _says_enough_of(query: Query, row: Passage, index: Index) -> bool:
    """One row is always the nearest; a message that is of it says so in more than one word."""
    words = set(query.topic.split()) - STOP_SYLLABLES
    share = coverage(query.content, row, index.retriever, pairing=False)
    return share >= _SAID and len(words & terms_of(row)) > 1
