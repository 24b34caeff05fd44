"""`Trước đó thì sao?`, `trước nữa?` after what a criterion demands: of the period before.

Said of a document these words ask what it replaced; said of a criterion they go back along its
sets. After a guidance on a criterion, which has nothing before it, the earlier question itself is
asked of the period before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.conversation import same_row, told
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, RelationType
from knowledge.corpus.fields import Level
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.parser import DOCUMENT, PERIOD, TIME, parse
from knowledge.text import fold

_BEFORE = re.compile(
    r"^\W*(?:the |con |vay |roi |va |xa |lui )*(?:truoc(?: (?:do|day|kia|nua|khi do|ky do))+|"
    r"(?:hoi|thoi|ngay) truoc|xua(?: kia| hon)?(?: nua)?)\b"
)
_PERIOD_BEFORE = "giai đoạn trước đó"
_OF_A_ROW = frozenset({Aspect.REQUIREMENT.value, Aspect.BASIS.value, Aspect.ABOUT.value})
_OF_A_DOCUMENT = frozenset({None, Aspect.REQUIREMENT.value, Aspect.ABOUT.value})
_ASKED = frozenset({Aspect.REQUIREMENT, Aspect.BASIS, Aspect.REPLACES, Aspect.ABOUT})


def resolved(query: Query, index: Index) -> Query:
    """The query of the period before; as it is where that is not asked, or of something else."""
    worded = _BEFORE.match(fold(query.question))
    relative = query.references.values(TIME) == ["previous"]
    kinds = {mention.kind for mention in query.references.mentions}
    if not (worded or relative) or kinds - {TIME} or follow_up.own_words(query.references):
        return query
    asked = set(aspects(query.question)) <= _ASKED
    if query.before.aspect not in (None, *_OF_A_ROW) or not asked:
        return query
    if query.before.address:
        return _of_the_row(query, index, worded.end() if worded else None)
    return _asked_before(query, index.catalogue) or query


def _of_the_row(query: Query, index: Index, end: int | None) -> Query:
    """The row talked about in the set before.

    Args:
        query: the message.
        index: the serving index.
        end: of the words that name the time, where they are not read as a period by themselves.
    """
    then = query
    if end is not None:
        rest = query.question[end:] if len(fold(query.question)) == len(query.question) else ""
        said = f"{_PERIOD_BEFORE}{rest}"
        then = resolve(said, query.today, query.before, query.courtesy, continues=True)
    if query.before.criterion:
        return then
    tables = choose(then, index.catalogue).tables[:1]
    named = next(iter(same_row.within(query, index, tables)), None)
    found = named or (same_row.by_its_place(query, index, tables[0]) if tables else None)
    if found is None:
        return then
    return replace(then, context=replace(then.context, criterion=found.address))


def _asked_before(query: Query, catalogue: Catalogue) -> Query | None:
    """The earlier question, asked of what the document told of replaced, or that it guides."""
    number = next(iter(told.read(query.before)), "")
    about = catalogue.regulations.get(number)
    if about is None:
        return None
    before = [one for one in catalogue.predecessors(about) if not catalogue.tables_of(one.number)]
    guides = any(relation.type is RelationType.GUIDES for relation in about.relations)
    bare = not (guides or aspects(query.question))
    if before and bare and query.before.aspect in _OF_A_DOCUMENT:
        asked = parse(query.before.subject or "").without(DOCUMENT, PERIOD, TIME)
        said = f"{asked.rstrip(' ?')} theo {before[0].number}"
        return resolve(said, query.today, query.before.without_subject(), query.courtesy)
    if query.before.aspect != Aspect.REQUIREMENT.value or _has_a_line(about):
        return None
    guided = [one.number for one in about.relations if one.type is RelationType.GUIDES]
    periods = [table.period for one in guided for table in catalogue.tables_of(one)]
    earlier = [
        table.period
        for table in catalogue.tables_at(Level.COMMUNE)
        if periods and table.period.last < min(period.first for period in periods)
    ]
    if not earlier:
        return None
    asked = parse(query.before.subject or "").without(DOCUMENT, PERIOD, TIME)
    said = f"{asked.rstrip(' ?')} giai đoạn {earlier[-1]}"
    return resolve(said, query.today, query.before.without_subject(), query.courtesy)


def _has_a_line(regulation: Regulation) -> bool:
    return any(relation.type in SUCCESSION for relation in regulation.relations)
