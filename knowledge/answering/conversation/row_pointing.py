"""The criterion, or one of several things, that a follow-up points to, as though it named it."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import spans
from knowledge.answering.query import Query
from knowledge.references import issuers, ordinals
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.carrying import merge
from knowledge.references.mention import (
    CRITERION,
    DOCUMENT,
    INDICATOR,
    TIME,
    Mention,
    drop_overlaps,
)
from knowledge.references.numbers import take_apart
from knowledge.references.parser import References, parse
from knowledge.text import fold

_ROW = r"(?:tieu chi|chi tieu|tc|noi dung tieu chi)"
_NEXT = re.compile(rf"\b{_ROW} (?:ke tiep|tiep theo|ke ben|sau do)\b")
_PREVIOUS = re.compile(rf"\b{_ROW} (?:lien truoc|truoc do|ke truoc)\b")
_THAT = re.compile(rf"\b{_ROW} (?:do|nay|ay|kia|tren|vua roi|vua noi)\b")


_BARE = re.compile(
    r"\W*(?:the |con |vay |va |roi )*(?:so |cai )?(\d{1,2})(?: (?:thi sao|thi|nua|the nao|sao))*\W*"
)
_ASKED_OF_ROWS = {
    None,
    *(one.value for one in (Aspect.REQUIREMENT, Aspect.BASIS, Aspect.ABOUT, Aspect.TITLE)),
    *(one.value for one in (Aspect.LIST, Aspect.WHICH_CRITERION, Aspect.GUIDANCE)),
}


def of_another(query: Query) -> Query:
    """`còn loại 3?` as the earlier question on `loại 1`, asked of that one; else as it is."""
    earlier = query.before.subject
    if not earlier or query.references.mentions:
        return query
    asked = ordinals.exchanged(query.question, earlier)
    if asked is None:
        return query
    # The document may have been another one since: `nghị định 34?`, then `còn loại 3?`.
    asked = _of_the_last(parse(asked), query.before.document)
    references = parse(asked)
    context = replace(merge(query.before, references, continues=True), subject=asked)
    return replace(query, references=references, context=context)


def _of_the_last(asked: References, document: str | None) -> str:
    """The question without the document it named, where another one is talked about by now."""
    named = asked.first(DOCUMENT)
    parts, last = take_apart(named or ""), take_apart(document or "")
    other = parts and last and parts.serial != last.serial
    return asked.without(DOCUMENT) if other else asked.text


def resolved(query: Query) -> Query:
    """The query with the criterion that it points to; as it is where it points to none."""
    talked_about = query.before.criterion
    if any(m.kind in (CRITERION, INDICATOR) for m in query.references.mentions):
        return query
    if talked_about:
        return _pointed(query, talked_about)
    asked = aspects(query.question)
    # `văn bản nào của Bộ Y tế quy định việc này?`: what a ministry issues on a row is its guide
    of_ministry = Aspect.BASIS in asked and (issuers.find(query.question) or "").startswith("bo ")
    guided = (Aspect.GUIDANCE in asked or of_ministry) and query.follows
    same_document = query.context.document == query.before.document
    timed = bool(query.references.mentions)
    same_set = (same_document or timed) and not query.names_documents
    if guided and same_set and query.before.row and _is_within(query):
        # `bộ nào hướng dẫn cái này?` after a criterion that was called by its name
        return replace(query, context=replace(query.context, criterion=query.before.row))
    return query


def _is_within(query: Query) -> bool:
    """Whether a message names nothing but times within the period talked about."""
    period = spans.of(query.before.period or "")
    times = [spans.of(m.value) for m in query.references.mentions if m.kind == TIME]
    if len(times) < len(query.references.mentions):
        return False
    return all(
        period and time and period.first <= time.first and time.last <= period.last
        for time in times
    )


def _pointed(query: Query, talked_about: str) -> Query:
    folded = fold(query.question)
    number = _BARE.fullmatch(folded)
    if number and not query.references.mentions and query.before.aspect in _ASKED_OF_ROWS:
        # `còn 11?` after another criterion
        references = replace(
            query.references, mentions=(Mention(CRITERION, number[1], *number.span(1)),)
        )
        context = merge(query.before, references, continues=True)
        return replace(query, references=references, context=context)
    *above, last = talked_about.split(".")
    for pattern, step in ((_NEXT, 1), (_PREVIOUS, -1), (_THAT, 0)):
        match = pattern.search(folded)
        if match and int(last) + step > 0:
            address = ".".join([*above, str(int(last) + step)])
            kind = INDICATOR if above else CRITERION
            pointer = Mention(kind, address, *match.span())
            mentions = tuple(drop_overlaps([*query.references.mentions, pointer]))
            references = replace(query.references, mentions=mentions)
            context = merge(query.before, references, continues=True)
            return replace(query, references=references, context=context)
    return query
