"""Where a criterion of an earlier set stands now: `tiêu chí 17 cũ bây giờ là tiêu chí nào?`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import current
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows import called
from knowledge.answering.rows.target import Target, by_name
from knowledge.corpus.catalogue import criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, LEVEL
from knowledge.text import fold

_ROW = r"(?:tieu chi|chi tieu|noi dung|tc)"
_ONCE = re.compile(r"\b(?:cu|ngay truoc|truoc day|truoc kia|hoi truoc|(?:giai doan|bo) truoc)\b")
_NOW = re.compile(r"\b(?:nay|bay gio|gio|hien nay|bo moi|bo (?:hien hanh|dang ap dung))\b")
_WHERE = re.compile(
    rf"\b(?:nam|thuoc|o|la|chuyen|gop|vao|sang|thanh|ung voi|tuong ung)\b.*"
    rf"\b(?:dau|{_ROW} (?:nao|may|gi|so may))\b"
)
_PLAINLY = 0.85


def answer(query: Query, index: Index) -> Answer | None:
    """The criterion of the set in force that took it up, or the one with its name; or neither.

    Returns:
        None where that is not asked, or no earlier set has the criterion.
    """
    folded = fold(query.question)
    asked = _ONCE.search(folded) and _NOW.search(folded) and _WHERE.search(folded)
    if not asked or query.references.values(DOCUMENT) or query.references.values(LEVEL):
        return None
    catalogue = index.catalogue
    now = governing(catalogue, query.level, Interval(query.today, query.today))
    if not (now.tables and now.certain):
        return None
    main = now.tables[0]
    before = [t for t in catalogue.tables_at(main.level) if t.period.first < main.period.first]
    earlier = _earlier(query, before[::-1])
    if earlier is None:
        return None
    named = (
        [] if current.heirs(main, earlier.address) else _of_its_name(query, index, main, earlier)
    )
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(
            f"{wording.upper_first(_found(main, earlier, named))}.",
            f"Giai đoạn {earlier.table.period}, nay đã hết: {earlier.named} do "
            f"{wording.named(catalogue.regulations[earlier.table.document])} quy định.",
            f"Căn cứ: {wording.named_in_full(catalogue.regulations[main.document])}.",
        ),
        query.today,
        period=str(main.period),
        citations=citing.unique(
            [
                citing.of_table(main),
                citing.of_row(earlier.table, earlier.address, earlier.named),
            ]
        ),
        suggestions=(f"Liệt kê các tiêu chí của {main.document}",),
    )


def _earlier(query: Query, before: list[CriteriaTable]) -> Target | None:
    """The criterion that is asked about, in the latest set that has it."""
    if query.references.values(INDICATOR):
        return None
    if number := query.references.first(CRITERION):
        return next((Target(t, number) for t in before if Target(t, number).row), None)
    folded = fold(query.question)
    found = [
        (len(name), -at, Target(table, criterion.number))
        for at, table in enumerate(before)
        for criterion in table.criteria
        for name in called.names(criterion)
        if re.search(rf"\b{_ROW} {re.escape(name)}\b", folded)
    ]
    return max(found, key=lambda one: one[:2], default=(0, 0, None))[2]


def _of_its_name(query: Query, index: Index, main: CriteriaTable, earlier: Target) -> list[Target]:
    """The rows of a set that are called what the criterion, or a thing that it lists, is called."""
    criterion = criterion_of(earlier.table, earlier.address)
    found = [
        target
        for name in sorted(called.names(criterion) if criterion else (), key=len, reverse=True)
        for target in by_name(
            resolve(f"tieu chi {name}", query.today), index.retriever, [main], _PLAINLY
        )
    ]
    return list({target.address: target for target in found}.values())


def _found(main: CriteriaTable, earlier: Target, named: list[Target]) -> str:
    if not named:
        return current.taken_up(main, earlier)
    rows = wording.listed([target.named for target in named])
    return (
        f"trong {main.title}, nội dung mang tên ấy là {rows}; kho chưa "
        f"có bảng đối chiếu từng nội dung của {earlier.numbered} cũ, {Target(main, '').annex}"
    )
