"""Sets of criteria compared as wholes: `hồi xưa 19 tiêu chí, giờ còn 19 không?`."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.comparing import side_by_side, sides, then_and_now
from knowledge.answering.query import Query
from knowledge.answering.rows.target import by_name
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.text import fold, pairs

_TWO = 2
_SET = re.compile(
    r"\bbo (?:tieu chi|tc|moi|cu|hien hanh|truoc|sau|bay gio|dang dung)\b|"
    r"\b(?:so|so luong|bao nhieu|may|\d+|cac|nhung) (?:tieu chi|chi tieu|tc|cai)\b"
)
_CHANGE = re.compile(
    r"\b(?:may|bao nhieu) (?:tieu chi|chi tieu|tc)\b|"
    r"\bkhac\b|\bthay doi\b|\bso (?:voi|vs)\b|\bdiem moi\b|\bco gi moi\b|"
    # `bộ cũ … bộ mới` drops nothing
    r"\b(?:tang|giam|them|bot|rut|gop|gon|"
    r"bo(?! (?:tieu chi|tc|cu|moi|truoc|sau|hien|nay|bay|dang)))\b.*"
    r"\b(?:hay|hon|them|bot|con|di|xuong|len|cu|truoc)\b|"
    r"\b(?:con|van|giu|du)\b.*\b(?:khong|ko|chua|a|ha|nhi)\W*(?:\w+\W*)?$"
)
_OF_THE_FIELD = re.compile(r"\b(?:nong thon moi|ntm)\b")
_CHANGING = frozenset(
    {"bo", "bot", "con", "cu", "doi", "du", "giam", "giu", "hon", "khac", "moi", "so", "tang"}
    | {"them", "truoc", "xua"}
)
_STILL = re.compile(r"\bcon (?:\w+ ){0,2}?(\d+)\b(?: (?:tieu chi|chi tieu|tc|cai))?")


def answer(query: Query, index: Index) -> Answer | None:
    """The set in force beside an earlier one; None where no two sets are compared as wholes."""
    catalogue = index.catalogue
    if not _is_asked(query) or _has_a_matter(query, index):
        return None
    tables = _sets(query, catalogue)
    if len(tables) < _TWO or len(by_name(query, index.retriever, tables)) == len(tables):
        return None
    return _corrected(query, side_by_side.of_sets(query, catalogue, tables), tables[-1])


def _is_asked(query: Query) -> bool:
    folded = _OF_THE_FIELD.sub(" ", fold(query.question))
    named = (CRITERION, INDICATOR, DOCUMENT, PROVINCE)
    if any(query.references.values(kind) for kind in named):
        return False
    two_times = then_and_now.THEN.search(folded) or query.times
    now = then_and_now.NOW.search(folded) or len(query.times) >= _TWO
    return bool(_SET.search(folded) and _CHANGE.search(folded) and two_times and now)


def _has_a_matter(query: Query, index: Index) -> bool:
    """Whether words stand together that are a matter of the knowledge: `bảo hiểm`, `thu hồi`."""
    words = [word for word in query.topic.split() if word not in _CHANGING]
    return any(map(index.retriever.lexical.knows, pairs(words)))


def _sets(query: Query, catalogue: Catalogue) -> list[CriteriaTable]:
    """The sets of the times named; the one in force beside that; else that before it."""
    everything = catalogue.tables_at(query.level)
    now = governing(catalogue, query.level, Interval(query.today, query.today)).tables
    named = [t for span in query.times for t in sides.of_span(catalogue, query.level, span)]
    meant = [table for table in everything if table in named or table in now]
    # `bộ mới 2026-2030 có mấy tiêu chí?`: the period is that of the new set, and no other one
    once = bool(named) and not then_and_now.THEN.search(fold(query.question))
    if len(meant) >= _TWO or not now or (once and not query.wants(Aspect.DIFFERENCE)):
        return meant
    position = everything.index(now[0])
    return everything[position - 1 : position + 1] if position else []


def _corrected(query: Query, told: Answer, latest: CriteriaTable) -> Answer:
    """The comparison; as a correction where it is asked whether a number still stands."""
    still = _STILL.search(fold(query.question))
    count = latest.counts.criteria
    if still is None or int(still[1]) in (count, latest.counts.indicators):
        return told
    lead = f"Không còn {still[1]}: {latest.title} có {count} tiêu chí."
    return replace(told, outcome=Outcome.CORRECTED, text=wording.paragraphs(lead, told.text))
