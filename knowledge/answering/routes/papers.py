"""The papers that prove a criterion: `hồ sơ tiêu chí điện gồm những gì?`.

What a text on the row lists is told. Where the knowledge has no such list it says so, with the
documents that guide the row: its threshold or its indicators would be no answer.
"""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import row_staying
from knowledge.answering.criteria import guidance
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, by_name, by_number, suggestions
from knowledge.answering.searching import candidates, free
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_PAPERS = r"(?:ho so|minh chung|chung minh|giay to|tai lieu)"
_ROW = r"(?:tieu chi|chi tieu|noi dung)"
_ASKED = re.compile(
    rf"\b{_PAPERS}\b.{{0,60}}\b(?:gom|can|phai co|nop|la|chuan bi|lay)\b.{{0,30}}\b(?:gi|nao)\b|"
    rf"\b(?:can|phai co|nop|lap|lam|chuan bi|gom)\b (?:\w+ ){{0,4}}{_PAPERS}.{{0,12}}"
    r"\b(?:gi|nao)\b|"
    rf"\b{_PAPERS}\b.{{0,40}}\bai (?:lap|lam|chuan bi)\b|"
    rf"^\W*{_PAPERS}(?: (?:minh chung|cua|cho))* {_ROW}\b"
)
# What is left of the message is to be the name of the row.
_BESIDES = re.compile(
    rf"\b(?:{_PAPERS}|{_ROW}|gom|can|phai co|nop|lap|lam|chuan bi|nhung|cac|ai|gi|nao|cua|cho|de|"
    r"loai|xa|minh|toi|em|la|lay|tu|dau)\b"
)
_PLAINLY = 0.85
_OF_TOLD = 0.1
_TERMS = ("hồ sơ", "minh chứng", "giấy tờ", "tài liệu")


def answer(query: Query, index: Index) -> Answer | None:
    """The papers of a row that is numbered or plainly named; None where none are asked for."""
    elsewhere = query.wants(Aspect.BASIS, Aspect.GUIDANCE, Aspect.DIFFERENCE)
    if query.names_documents or elsewhere or not _ASKED.search(fold(query.question)):
        return None
    choice = choose(query, index.catalogue)
    found = _told_of(query, index) if query.follows else _targets(query, index, choice)
    targets = [target for target in found if target.row]
    if not targets:
        return None
    rows = {(str(target.table.period), target.address) for target in targets}

    def lists_them(passage: Passage) -> bool:
        of_row = any((passage.period, one) in rows for one in passage.criteria)
        said = f"{passage.heading} {passage.text if passage.known else ''}".lower()
        return of_row and any(term in said for term in _TERMS)

    # Of the row talked about nothing need be said again.
    enough = _OF_TOLD if query.follows else candidates.NARROW_THRESHOLD
    listed = free.reply(query, index, lists_them, enough)
    return listed or _not_known(query, index, targets, choice)


def _told_of(query: Query, index: Index) -> list[Target]:
    """The row talked about, in its set: `hồ sơ gồm những gì?` says no more."""
    row = query.before.address
    if row is None or query.references.mentions or not follow_up.leans_only(query.references):
        return []
    target = row_staying.told_of(query, index.catalogue, row)
    return [target] if target else []


def _targets(query: Query, index: Index, choice: Choice) -> list[Target]:
    number = query.references.first(INDICATOR) or query.references.first(CRITERION)
    if number:
        return by_number(choice.all, number)
    folded = fold(query.question)
    if len(folded) != len(query.question):
        return []
    name = query.question
    for match in _BESIDES.finditer(folded):
        name = f"{name[: match.start()]}{' ' * len(match[0])}{name[match.end() :]}"
    return by_name(resolve(name, query.today), index.retriever, choice.all, _PLAINLY)


def _not_known(query: Query, index: Index, targets: list[Target], choice: Choice) -> Answer:
    first = targets[0]
    whole = f"{first.named}{wording.of_title(first.table)}, giai đoạn {first.table.period}"
    of_row = "nội dung này" if choice.open else whole
    return Answer(
        Outcome.UNKNOWN,
        Kind.REQUIREMENT,
        wording.paragraphs(
            f"Kho chưa có danh mục hồ sơ, minh chứng của {of_row}.",
            guidance.told(index.catalogue, targets, choice),
        ),
        query.today,
        period=None if choice.open else str(first.table.period),
        citations=citing.unique(
            [
                *(citing.of_row(t.table, t.address, t.named) for t in targets),
                *guidance.cited(index.catalogue, targets),
            ]
        ),
        suggestions=suggestions(targets),
    )
