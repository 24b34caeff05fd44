"""A message that names another place, or claims a figure, of the row talked about.

`Tây Nguyên cũng 98% à?`, `năm 2014?`, `mức chung cả nước thì sao?`: the row stays, in its set.
"""

from __future__ import annotations

import re

from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import follow_up, of_rows, remarks
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.parser import GROUP, PERIOD, PROVINCE, REGION, TIME
from knowledge.text import fold

_PLACES = frozenset({REGION, GROUP, PROVINCE})
_TIMES = frozenset({PERIOD, TIME})
_ASKED = frozenset({Aspect.REQUIREMENT, Aspect.DIFFERENCE})
_FEW = 3
_CLAIMED = re.compile(r"\d ?(?:%|phan tram|trieu)|\bmuc chung\b")


def target(query: Query, catalogue: Catalogue) -> Target | None:
    """The row that was talked about, in its set; None where a message asks of something else."""
    row = query.before.address
    kinds = {mention.kind for mention in query.references.mentions}
    claims = _CLAIMED.search(fold(query.question)) or remarks.of_the_whole(query.question)
    if not (query.follows and row and (kinds or claims)) or kinds - _PLACES - _TIMES:
        return None
    own = follow_up.own_words(query.references).split()
    # `ĐBSCL được châm chước xuống còn 50%`: a place and a figure leave little to be meant.
    likened = bool(kinds & _PLACES) and of_rows.likens(query.question)
    spared = _FEW if likened and query.context.subject != query.question else 0
    if len(own) > spared or set(aspects(query.question)) - _ASKED:
        return None
    if query.before.aspect not in {aspect.value for aspect in _ASKED}:
        return None
    if remarks.of_other_places(query.question):
        return None
    known = told_of(query, catalogue, row)
    then = choose(query, catalogue).tables if kinds & _TIMES else ()
    return known if known and (not kinds & _TIMES or known.table in then) else None


def told_of(query: Query, catalogue: Catalogue, row: str) -> Target | None:
    """The row in the set that the last answer was told from."""
    for table in catalogue.tables_of(query.before.document or ""):
        found = Target(table, row)
        if table.level == query.level and found.row:
            return found
    return None
