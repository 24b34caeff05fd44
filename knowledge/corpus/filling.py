"""A criteria annex of an original fills the gaps of the table that it belongs to.

What a shipped table states stays; where the annex says otherwise, that is
reported. Rows filled in carry the place in the original that they come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from knowledge.corpus.criteria import (
    Comparison,
    CriteriaTable,
    Criterion,
    Indicator,
    Requirement,
)
from knowledge.corpus.original import Annex, AnnexNote
from knowledge.corpus.originals import Source
from knowledge.errors import DocumentError
from knowledge.text import fold, syllables

_ROW = re.compile(r"\b(\d{1,2}(?:\.\d{1,2})?)(?:\s+đến\s+(\d{1,2}(?:\.\d{1,2})?))?")
_SIGNS = {Comparison.AT_LEAST: "≥ ", Comparison.AT_MOST: "≤ ", Comparison.EXACTLY: ""}


def noted(annex: Annex, source: Source) -> Annex:
    """The annex with what the notes say about it."""
    for note in source.notes.criteria:
        if note.provision is None or fold(note.provision) == fold(annex.provision):
            return annex.model_copy(update=_stated(note))
    return annex


def _stated(note: AnnexNote) -> dict[str, object]:
    found = {name: getattr(note, name) for name in ("level", "period", "title")}
    return {name: value for name, value in found.items() if value is not None}


def table_of(annex: Annex, number: str, tables: Sequence[CriteriaTable]) -> CriteriaTable | None:
    """The table that an annex belongs to: by level, else by the name of the annex."""
    own = [table for table in tables if table.document == number]
    by_level = [table for table in own if table.level == annex.level]
    if by_level or annex.level:
        return by_level[0] if by_level else None
    by_name = [table for table in own if _same_annex(table.annex, annex.provision)]
    if by_name or len(own) == 1:
        return (by_name or own)[0]
    return None


def _same_annex(ours: str, theirs: str) -> bool:
    return f"{fold(ours)} ".startswith(f"{fold(theirs)} ")


def filled(
    table: CriteriaTable, annex: Annex, source: Source
) -> tuple[CriteriaTable, list[DocumentError]]:
    """The table with its gaps filled, and where the two state different things."""
    where = f"{table.document}, {annex.provision}"
    theirs = {criterion.number: criterion for criterion in annex.criteria}
    problems: list[DocumentError] = []
    criteria = []
    for criterion in table.criteria:
        other = theirs.get(criterion.number)
        rows = (
            list(_rows(table, criterion, other, where, source, problems))
            if other
            else criterion.indicators
        )
        criteria.append(criterion.model_copy(update={"indicators": tuple(rows)}))
    for number in theirs.keys() - {criterion.number for criterion in table.criteria}:
        problems.append(
            _problem(source, table, f"tiêu chí {number} của phụ lục không có trong bảng")
        )
    complete = table.model_copy(update={"criteria": tuple(criteria)})
    left = tuple(gap for gap in table.gaps if _still_open(gap, complete))
    return complete.model_copy(update={"gaps": left}), problems


def _rows(
    table: CriteriaTable,
    criterion: Criterion,
    other: Criterion,
    where: str,
    source: Source,
    problems: list[DocumentError],
) -> Iterator[Indicator]:
    used: set[int] = set()
    for row in criterion.indicators:
        place = _counterpart(row, criterion, other, used)
        if place is None:
            yield row
            continue
        used.add(place)
        yield _fill(table, row, other.indicators[place], where, source, problems)
    for place, extra in enumerate(other.indicators):
        known = {row.number for row in criterion.indicators if row.number}
        if place not in used and (extra.number is None or extra.number not in known):
            yield extra.model_copy(update={"original": where, "places": _usable(table, extra)})


def _usable(table: CriteriaTable, row: Indicator) -> dict[str, Requirement | None]:
    groups = table.scale == "nhóm xã"
    return {key: cell for key, cell in row.places.items() if key.startswith("nhom") == groups}


def _counterpart(
    row: Indicator, criterion: Criterion, other: Criterion, used: set[int]
) -> int | None:
    """The same indicator in the annex: by number, by name, or the only one."""
    free = [place for place in range(len(other.indicators)) if place not in used]
    for place in free:
        if row.number and row.number == other.indicators[place].number:
            return place
    named = [place for place in free if _same_name(row.name, other.indicators[place].name)]
    if named and (row.number is None or other.indicators[named[0]].number is None):
        return named[0]
    if len(criterion.indicators) == len(other.indicators) == 1:
        return free[0] if free else None
    return None


def _same_name(ours: str | None, theirs: str | None) -> bool:
    return bool(ours and theirs) and syllables(ours or "") == syllables(theirs or "")


def _fill(
    table: CriteriaTable,
    row: Indicator,
    other: Indicator,
    where: str,
    source: Source,
    problems: list[DocumentError],
) -> Indicator:
    theirs = {**_usable(table, other), "": other.requirement}
    ours = {**row.places, "": row.requirement}
    wanted = {key: cell for key, cell in theirs.items() if cell and not ours.get(key)}
    if row.amended_by is None:  # an amended row differs from the original rightly
        for key, cell in theirs.items():
            known = ours.get(key)
            if cell and known and not _agree(known, cell):
                at = f" ({key})" if key else ""
                problems.append(
                    _problem(
                        source, table, f"{_named(row, other)}{at}: mức trong bảng khác phụ lục"
                    )
                )
    changes: dict[str, Any] = {}
    if row.name is None and other.name:
        changes["name"] = other.name
    if wanted:
        units = _units(row, other)
        cells = {key: _fitting(cell, row, other) for key, cell in wanted.items()}
        changes |= units | {"requirement": cells.get("", row.requirement)}
        changes["places"] = {**row.places, **{k: c for k, c in cells.items() if k}}
    if not changes:
        return row
    sources = (*row.sources, *(item for item in other.sources if item not in row.sources))
    value = row.model_dump() | changes | {"original": where, "sources": sources}
    try:
        return Indicator.model_validate(value)
    except ValidationError:
        problems.append(
            _problem(source, table, f"{_named(row, other)}: không điền được từ phụ lục")
        )
        return row


def _agree(ours: Requirement, theirs: Requirement) -> bool:
    if ours.value is not None and theirs.value is not None:
        return (ours.value, ours.of_which) == (theirs.value, theirs.of_which)
    return True  # words are said in many ways


def _units(row: Indicator, other: Indicator) -> dict[str, Any]:
    """Unit and sign of the row, from the annex where the row has none."""
    return {
        "unit": row.unit or other.unit,
        "comparison": row.comparison or other.comparison,
        "of_which_name": row.of_which_name or other.of_which_name,
    }


def _fitting(cell: Requirement, row: Indicator, other: Indicator) -> Requirement:
    """The cell, as words where its unit or sign is not that of the row."""
    if cell.value is None:
        return cell
    same_unit = not row.unit or fold(row.unit) == fold(other.unit or "")
    same_sign = not row.comparison or row.comparison is other.comparison or not other.comparison
    if same_unit and same_sign:
        return cell
    sign = _SIGNS[other.comparison] if other.comparison else ""
    inner = f" (trong đó {cell.of_which:g}% {other.of_which_name})" if cell.of_which else ""
    unit = other.unit or ""
    return Requirement(
        text=f"{sign}{cell.value:g}{'' if unit == '%' else ' '}{unit}{inner}".replace(".", ",")
    )


def _named(row: Indicator, other: Indicator) -> str:
    return f"chỉ tiêu {row.number or other.number or row.name or other.name}"


def _problem(source: Source, table: CriteriaTable, said: str) -> DocumentError:
    return DocumentError(
        source.file, f"bảng {table.document} ({table.level}): {said}; hãy đối chiếu {table.path}"
    )


def _still_open(gap: str, table: CriteriaTable) -> bool:
    """Whether a sentence on what is missing names a row that still misses something."""
    named = {number for match in _ROW.finditer(gap) for number in _between(match[1], match[2])}
    rows = [(criterion.number, row) for criterion in table.criteria for row in criterion.indicators]
    meant = [row for number, row in rows if row.number in named or number in named]
    # A sentence that names no row is about the table as a whole.
    return any(row.name is None or None in row.cells for row in meant or [row for _, row in rows])


def _between(first: str, last: str | None) -> list[str]:
    if not last or "." not in first or "." not in last:
        return [first]
    head, start = first.split(".")
    return [f"{head}.{number}" for number in range(int(start), int(last.split(".")[1]) + 1)]
