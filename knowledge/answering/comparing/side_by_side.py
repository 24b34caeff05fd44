"""Sets of criteria beside each other: one criterion of each, or the sets as wholes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome, Table
from knowledge.answering.criteria import basis, current, requirement
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target, suggestions
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable, Indicator

_TWO = 2


def of_rows(query: Query, catalogue: Catalogue, targets: Sequence[Target]) -> Answer:
    """One criterion or indicator in several sets."""
    rows = tuple((_title(target), said(query, catalogue, target)) for target in targets)
    decisions = [wording.named(catalogue.regulations[t.table.document]) for t in targets]
    # At a place thresholds are compared: where none is known there, that is the answer.
    known = query.place is None or any(
        requirement.demanded(query.place, t, row)[1]
        for t in targets
        if t.row
        for row in t.indicators
    )
    return Answer(
        Outcome.ANSWERED if known else Outcome.UNKNOWN,
        Kind.COMPARISON,
        wording.paragraphs(
            f"{_lead(targets)}\n{wording.bullets(f'{title}: {said}' for title, said in rows)}",
            _renumbered(targets),
            f"Căn cứ: {'; '.join(dict.fromkeys(decisions))}.",
        ),
        query.today,
        table=Table(("Bộ tiêu chí", wording.upper_first(targets[0].numbered)), rows),
        citations=citing.unique(citation for t in targets for citation in _cited(t)),
        suggestions=suggestions(targets),
    )


def _cited(target: Target) -> list[Citation]:
    """The row, and those of its indicators whose thresholds are told."""
    if not target.row:
        return [citing.of_table(target.table)]
    own = citing.of_row(target.table, target.address, target.named)
    numbers = [row.number for row in target.indicators if row.number and row.name]
    return [own, *(citing.of_row(target.table, number, target.named) for number in numbers)]


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
    kept = len(renamed) < first.counts.criteria
    rest = "\nCác tiêu chí còn lại giữ nguyên tên." if kept else ""
    return f"{title}\n{wording.bullets(renamed)}{rest}" if renamed else None


def said(query: Query, catalogue: Catalogue, target: Target) -> str:
    """What a set says of the criterion: one line, or one for each of its indicators."""
    if not target.row:
        return basis.absent(catalogue, target)
    rows = target.indicators
    if not rows:
        return f"{target.named}; nội dung chi tiết chưa có trong kho, {target.annex}"
    if target.is_indicator or len(rows) == 1:
        only = requirement.demanded(query.place, target, rows[0])[0].rstrip(".")
        apart = None if query.place or rows[0].requirement else _by_value(rows[0])
        only = f"{only.partition(': mức khác nhau')[0]}: {apart}" if apart else only
        named = target.is_indicator or rows[0].name in (None, target.row.name)
        return only if named else f"{target.named}; {only}"
    lines = "".join(f"\n  + {line}" for line in _told(query.place, target))
    return f"{target.named}, {len(rows)} {target.table.indicator_word}:{lines}"


def _told(place: str | None, target: Target) -> list[str]:
    """Each indicator with its threshold; those without a known name together."""
    lines = []
    for known, run in itertools.groupby(target.indicators, key=lambda row: row.name is not None):
        rows = list(run)
        if known:
            lines += [
                f"{_numbered(target, row)} ({row.name}): {_level(place, row)}" for row in rows
            ]
        else:
            lines += wording.row_names(rows, target.table.indicator_word)
    return lines


def _numbered(target: Target, row: Indicator) -> str:
    return wording.numbered(target.table, row.number) if row.number else "chỉ tiêu"


def _level(place: str | None, row: Indicator) -> str:
    cell = (row.places.get(place) if place else None) or row.requirement
    if cell:
        return wording.requirement(cell, row)
    return (None if place else _by_value(row)) or "mức chưa có trong kho"


def _by_value(row: Indicator) -> str | None:
    """The thresholds of the places, those that share one together; None where none is known."""
    groups: dict[str, list[str]] = {}
    for key, cell in row.places.items():
        if cell:
            groups.setdefault(wording.requirement(cell, row), []).append(wording.place(key))
    if not groups:
        return None
    return "; ".join(f"{wording.listed(where)}: {level}" for level, where in groups.items())


def _title(target: Target) -> str:
    table = target.table
    return (
        f"{wording.upper_first(wording.LEVEL_NAMES[table.level])} {table.period} ({table.document})"
    )


def _renumbered(targets: Sequence[Target]) -> str | None:
    """That one number is of two matters in sets that are divided anew, and what took it up."""
    first, second = targets[0], targets[-1]
    anew = first.table.counts.criteria != second.table.counts.criteria
    if not anew or first.address != second.address or not (first.row and second.row):
        return None
    after = current.handed_on(second.table, first.address, of=f" theo {first.table.document}")
    note = "Lưu ý: hai bộ đánh số khác nhau, cùng số không phải cùng nội dung"
    return f"{note}; {after}." if after else f"{note}."


def _lead(targets: Sequence[Target]) -> str:
    first, second = targets[0], targets[-1]
    if len(targets) > _TWO:
        return "Qua các bộ tiêu chí:"
    if first.address != second.address:
        return "Nội dung này ở hai bộ mang số khác nhau:"
    if not first.row or not second.row:
        return f"{wording.upper_first(first.numbered)} chỉ có trong một trong hai bộ:"
    same = first.row.name == second.row.name
    count = len(first.indicators), len(second.indicators)
    change = "giữ nguyên tên" if same else "khác tên"
    if not first.is_indicator and all(count) and count[0] != count[1]:
        change += f", số chỉ tiêu {count[0]} và {count[1]}"
    return f"{wording.upper_first(first.numbered)} ở hai bộ {change}:"
