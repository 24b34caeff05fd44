"""Rows of a criteria table as criteria with their indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge.corpus.criteria import Criterion
from knowledge.readers import criteria_columns
from knowledge.readers.criteria_columns import Columns
from knowledge.readers.criteria_drafts import Draft, OpenCriterion, criterion, joined
from knowledge.readers.tables import Row
from knowledge.references.places import GROUPS, REGIONS

_INDICATOR = re.compile(r"^(\d{1,2}\.\d{1,2})(?!\d)\s*[.):]?\s*(.*)$")
_CRITERION = re.compile(r"^(?:Tiêu chí\s*(?:số)?\s*)?(\d{1,2})\s*[.:]?$", re.IGNORECASE)
_LETTERED = re.compile(r"^[a-zđ]\s*[.)]\s*\S")
_GROUP = re.compile(r"^[IVX]+\s*[.):]?(?:\s|$)")
_NAMED = re.compile(r"^(?:Tiêu chí\s*(?:số)?\s*)?(\d{1,2})\s*[.:]\s*(\D.*)$", re.IGNORECASE)


@dataclass
class Rows:
    """What was read.

    Attributes:
        scale: None where no column is for a region or group.
    """

    criteria: tuple[Criterion, ...] = ()
    scale: Literal["vùng", "nhóm xã"] | None = None
    warnings: list[str] = field(default_factory=list)


def read(tables: Sequence[tuple[Row, ...]], groups: Sequence[str], source: str) -> Rows:
    """Criteria of one annex.

    Args:
        tables: its tables in order; each page or group of criteria may have its own.
        groups: headings of groups that stand between the tables.
        source: where it is from, for the criteria.
    """
    result = Rows()
    found: list[OpenCriterion] = []
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
    result.criteria = tuple(criterion(item, source, result.warnings) for item in found)
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


def _add(
    row: Row, columns: Columns, found: list[OpenCriterion], group: str | None, result: Rows
) -> None:
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
        found.append(OpenCriterion(key.lstrip("0"), title, group))
    elif last is not None and name and criterion is None and not named and not content:
        last.name = joined(last.name, name)  # a name that goes on after a page break
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
    part_of = current.drafts[-1] if current.drafts else None
    if values and part_of and part_of.number and not numbered and _LETTERED.match(content):
        part_of.add_part(content, common, places)
        return
    if not numbered and not values and current.drafts and content:
        draft = current.drafts[-1]  # a row that goes on after a page break
        draft.name = joined(draft.name, content)
        return
    if not content and not numbered and values and current.drafts and not number and not key:
        current.drafts[-1].go_on(common, places)
        return
    if not (content or values):
        return
    label = own_number[1] if own_number else inner[1] if inner else None
    words = inner[2] if inner else content
    current.drafts.append(
        Draft(label, words or current.name, columns.cell(row, columns.unit), common, places)
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


def _add_part(draft: Draft, words: str, common: str, places: dict[str, str]) -> None:
    """`a) …` below a numbered indicator: its thresholds are told beside those of the others."""

    def with_part(told: str, own: str) -> str:
        return "; ".join(text for text in (told, own and f"{words}: {own}") if text)

    draft.name = draft.name.rstrip(" :")
    draft.common = with_part(draft.common, common)
    for key, own in places.items():
        draft.places[key] = with_part(draft.places.get(key, ""), own)
