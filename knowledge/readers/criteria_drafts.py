"""Criteria as their rows are read, and what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from knowledge.corpus.criteria import Comparison, Criterion, Indicator
from knowledge.readers import thresholds
from knowledge.readers.thresholds import Threshold

_UNIT_IN_NAME = re.compile(r"\(([^()]*(?:/|%|đồng|km|ha|m2|m²|người|lít|điểm)[^()]*)\)")
_SHARE = re.compile(r"^(?:tỷ lệ|tỉ lệ)\b", re.IGNORECASE)


@dataclass
class Draft:
    """An indicator: its cells as they stand."""

    number: str | None
    name: str
    unit: str
    common: str
    places: dict[str, str]

    def add_part(self, words: str, common: str, places: dict[str, str]) -> None:
        """`a) …` below it: its thresholds are told beside those of the others."""

        def with_part(told: str, own: str) -> str:
            return "; ".join(text for text in (told, own and f"{words}: {own}") if text)

        self.name = self.name.rstrip(" :")
        self.common = with_part(self.common, common)
        for key, own in places.items():
            self.places[key] = with_part(self.places.get(key, ""), own)

    def go_on(self, common: str, places: dict[str, str]) -> None:
        """Cells whose words go on after a page break."""
        self.common = joined(self.common, common)
        for key, text in places.items():
            self.places[key] = joined(self.places.get(key, ""), text)


@dataclass
class OpenCriterion:
    """A criterion whose rows are still being read."""

    number: str
    name: str
    group: str | None
    drafts: list[Draft] = field(default_factory=list)


def joined(first: str, second: str) -> str:
    """Two pieces of one cell."""
    return f"{first} {second}".strip()


def criterion(item: OpenCriterion, source: str, warnings: list[str]) -> Criterion:
    """The criterion with the indicators that could be read; says which could not."""
    indicators = []
    for draft in item.drafts:
        try:
            indicators.append(_indicator(item, draft, source, warnings))
        except ValidationError:
            warnings.append(f"tiêu chí {item.number}: không đọc được '{draft.name[:80]}'")
    return Criterion(
        number=item.number,
        name=item.name or f"Tiêu chí {item.number}",
        group=item.group,
        indicators=tuple(indicators),
        sources=(source,),
    )


def _indicator(item: OpenCriterion, draft: Draft, source: str, warnings: list[str]) -> Indicator:
    number = draft.number
    if number and number.split(".")[0] != item.number:
        warnings.append(f"chỉ tiêu {number} đứng dưới tiêu chí {item.number}")
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


def _unit(draft: Draft, cells: Sequence[Threshold]) -> str:
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
