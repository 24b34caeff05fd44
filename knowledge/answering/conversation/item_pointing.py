"""One of several things that were listed: `cái thứ ba`, `chỉ tiêu cuối`, read by its number.

After a criterion they are its indicators, after a set its criteria.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references import ordinals
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.carrying import merge
from knowledge.references.mention import CRITERION, DOCUMENT, INDICATOR, Mention
from knowledge.references.parser import LEVEL, PERIOD, TIME
from knowledge.text import fold

_CRITERIA = r"tieu chi|tc"
_INDICATORS = r"chi tieu|noi dung tieu chi|noi dung|chi tieu con|tieu chi con|muc con"
_POINTED = re.compile(
    rf"\b(?P<noun>cai|muc|dieu|y|{_INDICATORS}|{_CRITERIA})(?: o)?"
    rf" (?P<which>(?:so |thu )+(?:\d{{1,2}}|{ordinals.SPELT})\b(?!\.)|dau tien|dau(?= |\W*$)|"
    r"cuoi cung|cuoi|chot)"
)
# `bộ 1980 thì số 13 gọi là gì?`: of a set, and no number of anything else.
_NUMBER = re.compile(
    r"(?:^\W*|\b(?:thi|con|the|vay|va|o|ben|hoi|sang|qua|\d{3,4}) |, )"
    r"(?P<which>so \d{1,2})\b(?![./,]\d| ?%| (?:phan tram|trieu|ty|nguoi|ho|xa|thon|nam|thang)\b)"
)
_ELSEWHERE = frozenset({PERIOD, TIME, LEVEL})
_LISTED = (Aspect.LIST.value, Aspect.COUNT.value)


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query as though it named the item; as it is where it points to none."""
    folded = fold(query.question)
    match = (None if query.names_documents else _POINTED.search(folded)) or _numbered(query, folded)
    table = _table(query, catalogue)
    kinds = _kinds(query)
    if match is None or table is None or kinds & _ELSEWHERE or INDICATOR in kinds:
        return query
    listed = _listed(query, table, match.groupdict().get("noun") or "tc")
    address = _address(listed, match["which"])
    if address is None:
        return query
    kept = [m for m in query.references.mentions if m.kind != CRITERION]
    kind = INDICATOR if "." in address else CRITERION
    mentions = (*kept, Mention(kind, address, *match.span()))
    references = replace(query.references, mentions=tuple(sorted(mentions, key=_start)))
    context = merge(query.before, references, continues=True)
    asked = aspects(query.question)
    # `cái thứ ba là gì`: what an indicator demands, what a criterion is, where no more is asked.
    bare = Aspect.REQUIREMENT.value if kind == INDICATOR else None
    context = replace(
        context,
        document=table.document,
        period=str(table.period),
        aspect=context.aspect if asked else bare,
    )
    return replace(query, references=references, context=context)


def _numbered(query: Query, folded: str) -> re.Match[str] | None:
    """A bare number, where rows of a set are talked about."""
    of_rows = query.before.address or query.before.aspect in _LISTED
    return _NUMBER.search(folded) if of_rows and CRITERION not in _kinds(query) else None


def _kinds(query: Query) -> set[str]:
    return {mention.kind for mention in query.references.mentions}


def _table(query: Query, catalogue: Catalogue) -> CriteriaTable | None:
    """The set that is named, or else talked about."""
    meant = catalogue.find_all(query.references.values(DOCUMENT))
    if len(meant) > 1:
        return None
    tables = catalogue.tables_of(meant[0].number if meant else query.before.document or "")
    level = query.before.level
    return next((t for t in tables if level is None or t.level.value == level), None)


def _listed(query: Query, table: CriteriaTable, noun: str) -> Sequence[str]:
    """The numbers of what was listed: the indicators of a criterion, or the criteria."""
    address = query.before.address
    criterion = criterion_of(table, address) if address else None
    indicators = [i.number for i in criterion.indicators if i.number] if criterion else []
    of_criterion = re.fullmatch(_INDICATORS, noun) is not None
    if not of_criterion and re.fullmatch(_CRITERIA, noun) is None:  # `cái`
        of_criterion = query.before.aspect in _LISTED or "." in (address or "")
    if indicators and of_criterion:
        return indicators
    return [one.number for one in table.criteria]


def _address(listed: Sequence[str], which: str) -> str | None:
    """The number of an item; that beyond the last one where there are fewer."""
    if which.startswith(("cuoi", "chot")):
        return listed[-1]
    number = 1 if which.startswith("dau") else ordinals.value(which.split(maxsplit=1)[-1])
    if number is None:
        return None
    if number <= len(listed):
        return listed[number - 1]
    *above, _ = listed[0].split(".")
    return ".".join([*above, str(number)])


def _start(mention: Mention) -> int:
    return mention.start
