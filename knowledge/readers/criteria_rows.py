"""Rows of a criteria table as criteria with their indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import ValidationError

from knowledge.corpus.criteria import Comparison, Criterion, Indicator
from knowledge.readers import criteria_columns, thresholds
from knowledge.readers.criteria_columns import Columns
from knowledge.readers.tables import Row
from knowledge.readers.thresholds import Threshold
from knowledge.references.places import GROUPS, REGIONS

_INDICATOR = re.compile(r"^(\d{1,2}\.\d{1,2})(?!\d)\s*[.):]?\s*(.*)$")
_CRITERION = re.compile(r"^(?:Tiêu chí\s*(?:số)?\s*)?(\d{1,2})\s*[.:]?$", re.IGNORECASE)
_GROUP = re.compile(r"^[IVX]+\s*[.):]?(?:\s|$)")
_NAMED = re.compile(r"^(?:Tiêu chí\s*(?:số)?\s*)?(\d{1,2})\s*[.:]\s*(\D.*)$", re.IGNORECASE)
_UNIT_IN_NAME = re.compile(r"\(([^()]*(?:/|%|đồng|km|ha|m2|m²|người|lít|điểm)[^()]*)\)")
_SHARE = re.compile(r"^(?:tỷ lệ|tỉ lệ)\b", re.IGNORECASE)


@dataclass
class Rows:
    """What was read.

    Attributes:
        scale: None where no column is for a region or group.
    """

    criteria: tuple[Criterion, ...] = ()
    scale: Literal["vùng", "nhóm xã"] | None = None
    warnings: list[str] = field(default_factory=list)


@dataclass
class _Draft:
    number: str | None
    name: str
    unit: str
    common: str
    places: dict[str, str]


@dataclass
class _Open:
    number: str
    name: str
    group: str | None
    drafts: list[_Draft] = field(default_factory=list)


def read(tables: Sequence[tuple[Row, ...]], groups: Sequence[str], source: str) -> Rows:
    """Criteria of one annex.

    Args:
        tables: its tables in order; each page or group of criteria may have its own.
        groups: headings of groups that stand between the tables.
        source: where it is from, for the criteria.
    """
    result = Rows()
    found: list[_Open] = []
    columns: Columns | None = None
    pending = list(groups) if len(groups) == len(tables) else []
    group: str | None = None
    for rows in tables:
        own = criteria_columns.find(rows)
        columns = own or columns
        if columns is None:
            continue
        if pending:
            group = pending.pop(0)
        for row in rows[own.head if own else 0 :]:
            if criteria_columns.is_heading(row, columns):
                continue
            if heading := _group_of(row, columns):
                group = heading
                continue
            _add(row, columns, found, group, result)
        if columns.places:
            result.scale = "vùng" if set(columns.places) <= set(REGIONS) else "nhóm xã"
            _check_places(columns, result)
    result.criteria = tuple(_criterion(item, source, result) for item in found)
    return result


def _check_places(columns: Columns, result: Rows) -> None:
    expected = REGIONS if result.scale == "vùng" else GROUPS
    missing = [name for key, name in expected.items() if key not in columns.places]
    if missing:
        warning = f"bảng tiêu chí thiếu cột {', '.join(missing)}; hãy đối chiếu với bản gốc"
        if warning not in result.warnings:
            result.warnings.append(warning)


def _group_of(row: Row, columns: Columns) -> str | None:
    """The heading of a group of criteria that fills the row."""
    filled = list(dict.fromkeys(cell for cell in row if cell))
    if len(filled) == 1 and (_GROUP.match(filled[0]) or filled[0].isupper()):
        return filled[0]
    first = row[columns.number] if columns.number is not None else ""
    if first and _GROUP.match(first) and len(filled) <= 3:
        return " ".join(filled)
    return None


def _add(row: Row, columns: Columns, found: list[_Open], group: str | None, result: Rows) -> None:
    number, name, content = _labels(row, columns)
    places = {key: columns.cell(row, place) for key, place in columns.places.items()}
    common = columns.cell(row, columns.common)
    last = found[-1] if found else None
    inner = _INDICATOR.match(content)
    own_number = _INDICATOR.match(number)
    criterion = _CRITERION.match(number)
    named = _NAMED.match(name) if not criterion else None
    key = criterion[1] if criterion else named[1] if named else ""
    if not key and inner and (last is None or inner[1].split(".")[0] != last.number):
        key = inner[1].split(".")[0]  # the number of the criterion is lost, not that of its parts
    if key and (last is None or key.lstrip("0") != last.number):
        title = named[2] if named else name
        found.append(_Open(key.lstrip("0"), title, group))
    elif last is not None and name and criterion is None and not named and not content:
        last.name = _joined(last.name, name)  # a name that goes on after a page break
    elif last is not None and not last.name and name:
        last.name = name
    if not found:
        if any(row):
            result.warnings.append(
                f"dòng không thuộc tiêu chí nào: {' | '.join(filter(None, row))}"
            )
        return
    current = found[-1]
    numbered = own_number or inner
    values = any(places.values()) or bool(common)
    if not numbered and not values and current.drafts and content:
        draft = current.drafts[-1]  # a row that goes on after a page break
        draft.name = _joined(draft.name, content)
        return
    if not content and not numbered and values and current.drafts and not number and not key:
        _continue_values(current.drafts[-1], common, places)
        return
    if not (content or values):
        return
    label = own_number[1] if own_number else inner[1] if inner else None
    words = inner[2] if inner else content
    current.drafts.append(
        _Draft(label, words or current.name, columns.cell(row, columns.unit), common, places)
    )


def _labels(row: Row, columns: Columns) -> tuple[str, str, str]:
    """Number, name of the criterion, and the indicator with all its columns."""
    number = columns.cell(row, columns.number)
    name = columns.cell(row, columns.name)
    pieces = dict.fromkeys(columns.cell(row, place) for place in columns.content)
    content = ": ".join(piece for piece in pieces if piece)
    if not columns.content:
        return number, "", name  # the criterion itself is what is measured
    if name == content:
        content = "" if _CRITERION.match(number) and not _INDICATOR.match(name) else content
        name = name if not content else ""
    return number, name, content


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def _continue_values(draft: _Draft, common: str, places: dict[str, str]) -> None:
    """Cells whose words go on after a page break."""
    draft.common = _joined(draft.common, common)
    for key, text in places.items():
        draft.places[key] = _joined(draft.places.get(key, ""), text)


def _criterion(item: _Open, source: str, result: Rows) -> Criterion:
    indicators = []
    for draft in item.drafts:
        try:
            indicators.append(_indicator(item, draft, source, result))
        except ValidationError:
            result.warnings.append(f"tiêu chí {item.number}: không đọc được '{draft.name[:80]}'")
    return Criterion(
        number=item.number,
        name=item.name or f"Tiêu chí {item.number}",
        group=item.group,
        indicators=tuple(indicators),
        sources=(source,),
    )


def _indicator(item: _Open, draft: _Draft, source: str, result: Rows) -> Indicator:
    number = draft.number
    if number and number.split(".")[0] != item.number:
        result.warnings.append(f"chỉ tiêu {number} đứng dưới tiêu chí {item.number}")
        number = None
    common = thresholds.read(draft.common)
    places = {key: thresholds.read(text) for key, text in draft.places.items()}
    cells = [common, *places.values()]
    comparison = next((cell.comparison for cell in cells if cell.comparison), None)
    of_which = next((cell.of_which_name for cell in cells if cell.of_which_name), None)
    unit = _unit(draft, cells)
    fitted = {key: _fitting(cell, comparison, unit, of_which) for key, cell in places.items()}
    whole = _fitting(common, comparison, unit, of_which)
    has_numbers = any(
        cell.requirement and cell.requirement.value is not None
        for cell in (whole, *fitted.values())
    )
    return Indicator(
        number=number,
        name=draft.name or None,
        comparison=comparison if has_numbers else None,
        unit=unit or None if has_numbers else None,
        of_which_name=of_which if has_numbers else None,
        requirement=whole.requirement,
        places={key: cell.requirement for key, cell in fitted.items()},
        sources=(source,),
    )


def _unit(draft: _Draft, cells: Sequence[Threshold]) -> str:
    named = next((cell.unit for cell in cells if cell.unit), "")
    if named or draft.unit:
        return named or draft.unit
    if match := _UNIT_IN_NAME.search(draft.name):
        return match[1].strip()
    return "%" if _SHARE.match(draft.name) else ""


def _fitting(
    cell: Threshold, comparison: Comparison | None, unit: str, of_which: str | None
) -> Threshold:
    """The cell, as words where its sign or unit is not that of its row."""
    requirement = cell.requirement
    if requirement is None or requirement.value is None:
        return cell
    other_sign = cell.comparison is not None and cell.comparison is not comparison
    other_unit = bool(cell.unit) and cell.unit != unit
    other_part = bool(cell.of_which_name) and cell.of_which_name != of_which
    return cell.as_words() if other_sign or other_unit or other_part or not unit else cell
