"""`Giờ khác gì?`, `so với bộ mới thì sao?` after a row of one set: the row then and in another set.

The row was asked for by what it is about, so it is looked up by that in the other set, which may
number it otherwise.
"""

from __future__ import annotations

from knowledge.answering import wording
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.fields import Level
from knowledge.references.aspect import Aspect
from knowledge.references.follow_up import own_words
from knowledge.references.parser import (
    DOCUMENT,
    GROUP,
    LEVEL,
    PERIOD,
    PROVINCE,
    REGION,
    TIME,
    parse,
)

_SAYS_NO_MORE_WORDS = """
gio nay bay hien tai moi bo cai khac thay doi so voi sanh sao gi nao the cho diem co khong nhau ra
di la thi con no luc bo quy dinh muc yeu cau tang giam len xuong
"""
_SAYS_NO_MORE = frozenset(_SAYS_NO_MORE_WORDS.split())
_LONGEST = 40
# Said of both sets anew, or remembered by the talk.
_KEPT_APART = (TIME, PERIOD, DOCUMENT, LEVEL, REGION, PROVINCE, GROUP)


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The question that names the row and both times; the query where it asks something else."""
    values = query.references.values(TIME)
    kinds = {mention.kind for mention in query.references.mentions}
    bare = set(own_words(query.references).split()) <= _SAYS_NO_MORE
    relative = "previous" in values or "next" in values
    if relative or not bare or not kinds <= {PERIOD, TIME}:
        return query
    table = _told_of(query, catalogue)
    asked = query.own_aspects
    if table is None or Aspect.DIFFERENCE not in asked or Aspect.COUNT in asked:
        return query
    other = query.time_values[0] if query.time_values else None
    then = f"giai đoạn {table.period}"
    beside = "hiện nay" if other is None else f"giai đoạn {other}" if "-" in other else other
    if other is None and table.period.covers(query.today):
        return query
    question = f"{_matter(query, table)} {then} so với {beside} khác gì"
    return resolve(question, query.today, query.before.without_subject(), query.courtesy)


def _told_of(query: Query, catalogue: Catalogue) -> CriteriaTable | None:
    """The set of which a row was told last; None where none was, or no threshold was asked for."""
    before = query.before
    asked = before.aspect == Aspect.REQUIREMENT.value and len((before.subject or "").split())
    if (not asked and not before.criterion) or (asked or 0) > _LONGEST:
        return None
    level = Level(before.level) if before.level else Level.COMMUNE
    told = before.documents_told[:1]
    return next((t for t in catalogue.tables_at(level) if t.document in told), None)


def _matter(query: Query, table: CriteriaTable) -> str:
    """What was asked about, without the time and the document; a number by its name there."""
    before = query.before
    of_title = table.level is not Level.COMMUNE
    title = f" {wording.LEVEL_NAMES[table.level]}" if of_title else ""
    if address := before.criterion:
        row = Target(table, address).row
        kind = "chỉ tiêu" if "." in address else "tiêu chí"
        return f"{kind} {row.name if row and row.name else address}{title}"
    matter = parse(before.subject or "").without(*_KEPT_APART).strip(" ?.!")
    return f"{matter}{title}"
