"""Sets of criteria beside each other: one criterion of each, or the sets as wholes."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome, Table
from knowledge.answering.criteria import basis, requirement
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable

_TWO = 2


def of_rows(query: Query, catalogue: Catalogue, targets: Sequence[Target]) -> Answer:
    """One criterion or indicator in several sets."""
    rows = tuple((_title(target), said(query, catalogue, target)) for target in targets)
    decisions = [wording.named(catalogue.regulations[t.table.document]) for t in targets]
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(
            f"{_lead(targets)}\n{wording.bullets(f'{title}: {said}' for title, said in rows)}",
            f"Căn cứ: {'; '.join(dict.fromkeys(decisions))}.",
        ),
        query.today,
        table=Table(("Bộ tiêu chí", wording.upper_first(targets[0].numbered)), rows),
        citations=citing.unique(
            citing.of_row(t.table, t.address, t.named) if t.row else citing.of_table(t.table)
            for t in targets
        ),
        suggestions=basis.suggestions(targets),
    )


def of_sets(query: Query, catalogue: Catalogue, tables: Sequence[CriteriaTable]) -> Answer:
    """Sets as wholes: counts, and how the criteria of the last two differ."""
    counted = [
        f"{table.title} ({wording.named(catalogue.regulations[table.document])}): "
        f"{table.counts.criteria} tiêu chí, {table.counts.indicators} {table.indicator_word}"
        f"{_scale(table, tables)}"
        for table in tables
    ]
    return Answer(
        Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs(wording.bullets(counted), _names(*tables[-_TWO:])),
        query.today,
        citations=citing.unique(citing.of_table(table) for table in tables),
        suggestions=tuple(f"Liệt kê các tiêu chí của {table.document}" for table in tables),
    )


def _scale(table: CriteriaTable, tables: Sequence[CriteriaTable]) -> str:
    """What the thresholds are laid down by, where the sets differ in that."""
    return f"; mức theo {table.scale}" if len({one.scale for one in tables}) > 1 else ""


def _names(first: CriteriaTable, second: CriteriaTable) -> str | None:
    """The criteria whose names differ; all of the second where it is divided anew."""
    if first.counts.criteria != second.counts.criteria:
        listed = [f"{one.number}. {one.name}" for one in second.criteria]
        return (
            f"Số thứ tự không còn tương ứng với {first.document}. Các tiêu chí theo "
            f"{second.document}:\n{wording.bullets(listed)}"
        )
    renamed = [
        f"tiêu chí {a.number}: {a.name} → {b.name}"
        for a, b in zip(first.criteria, second.criteria, strict=False)
        if a.name != b.name
    ]
    title = f"Tên khác nhau ({first.document} → {second.document}):"
    return f"{title}\n{wording.bullets(renamed)}" if renamed else None


def said(query: Query, catalogue: Catalogue, target: Target) -> str:
    """What a set says of the criterion, in one line."""
    if not target.row:
        return basis.absent(catalogue, target)
    told = [requirement.demanded(query.place, target, row)[0] for row in target.indicators]
    if not told:
        return f"{target.named}; nội dung chi tiết chưa có trong kho, {target.annex}"
    if target.is_indicator or len(told) == 1:
        only = told[0].rstrip(".")
        named = target.is_indicator or target.indicators[0].name in (None, target.row.name)
        return only if named else f"{target.named}; {only}"
    word = target.table.indicator_word
    names = wording.row_names(target.indicators, word)
    return f"{target.named}, {len(told)} {word}: {'; '.join(names)}"


def _title(target: Target) -> str:
    table = target.table
    return (
        f"{wording.upper_first(wording.LEVEL_NAMES[table.level])} {table.period} ({table.document})"
    )


def _lead(targets: Sequence[Target]) -> str:
    first, second = targets[0], targets[-1]
    if len(targets) > _TWO:
        return "Qua các bộ tiêu chí:"
    if not first.row or not second.row:
        return f"{wording.upper_first(first.numbered)} chỉ có trong một trong hai bộ:"
    same = first.row.name == second.row.name
    count = len(first.indicators), len(second.indicators)
    change = "giữ nguyên tên" if same else "khác tên"
    if not first.is_indicator and all(count) and count[0] != count[1]:
        change += f", số chỉ tiêu {count[0]} và {count[1]}"
    return f"{wording.upper_first(first.numbered)} ở hai bộ {change}:"
