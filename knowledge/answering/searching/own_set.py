"""A province's own set of criteria that the knowledge knows only from what others say of it.

`Điện Biên có quyết định riêng về bộ tiêu chí không?`: a list of such decisions in another document
tells its number. What holds in the whole country is no answer to that.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.query import Query
from knowledge.answering.searching import signs
from knowledge.indexing.index import Index
from knowledge.references.carrying import merge
from knowledge.references.mention import DOCUMENT, PROVINCE, Mention, drop_overlaps
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.text import fold

_DECISION = r"(?:quyet dinh|qd|van ban|vb)"
_OWN = re.compile(
    rf"^(?=.*\bbo(?: tieu chi| tc)\b).*\b(?:rieng|cua (?:rieng )?tinh|ban hanh|{_DECISION})\b|"
    r"\bbo rieng\b"
)
_NOT_NATIONAL = re.compile(r"\brieng\b|\btu (?:ban hanh|xay dung|quy dinh)\b")
# `Thái Nguyên có ban hành bộ tiêu chí xã kiểu mẫu không?`
_ISSUES = re.compile(r"^ (?:co |da |co da |tu )?ban hanh\b")
_SET = re.compile(rf"\bbo (?:tieu chi|tc)\b|\b{_DECISION}\b")
_NUMBER = r"(\d{1,5}(?:/\d{4})?/QĐ-UBND)"


def resolved(query: Query, index: Index) -> Query:
    """The query as though it named that decision; as it is where none is told of or meant."""
    span = _SET.search(fold(query.question))
    if span is None or not asked(query) or known(query, index):
        return query
    number = _told(query, index)
    if number is None:
        return query
    mention = Mention(DOCUMENT, number, *span.span())
    mentions = tuple(drop_overlaps([mention, *query.references.mentions]))
    references = replace(query.references, mentions=mentions)
    return replace(query, references=references, context=merge(query.before, references))


def asked(query: Query) -> bool:
    """Whether it is asked for the set that one province has of its own."""
    others = (DOCUMENT, CRITERION, INDICATOR)
    if len(query.references.values(PROVINCE)) != 1 or any(map(query.references.values, others)):
        return False
    return _OWN.search(fold(query.question)) is not None


def is_missing(query: Query, index: Index) -> bool:
    """Whether a set of its own is asked for in so many words, and none is known."""
    folded = fold(query.question)
    issues = any(
        mention.kind == PROVINCE and _ISSUES.match(folded[mention.end :])
        for mention in query.references.mentions
    )
    own = issues or _NOT_NATIONAL.search(folded) is not None
    return own and asked(query) and not known(query, index)


def known(query: Query, index: Index) -> bool:
    """Whether the knowledge has a document of the province, of the time asked about."""
    named = query.references.values(PROVINCE)
    asked_for = query.time
    return any(
        set(named) & set(one.provinces)
        and (asked_for is None or one.period is None or asked_for.touches(one.period))
        for one in index.catalogue.regulations.values()
    )


def _told(query: Query, index: Index) -> str | None:
    """The number of the decision that a text names beside the province."""
    name = re.escape(query.references.values(PROVINCE)[0])
    beside = re.compile(
        rf"\b{name}\b[^;.\n]{{0,20}}?{_NUMBER}|{_NUMBER}[^;.\n]{{0,60}}?\btỉnh {name}\b"
    )
    span = query.time
    for passage in index.retriever.passages:
        if "QĐ-UBND" not in passage.text or not (found := beside.search(passage.text)):
            continue
        if span is None or signs.overlaps(passage, span):
            return found[1] or found[2]
    return None
