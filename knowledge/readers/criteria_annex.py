"""Criteria annexes: tables of criteria, indicators and thresholds by region or group.

Layout of 491, 1980, 318/QĐ-TTg (seven regions) and 51/2025/QĐ-TTg (three groups of
communes); provincial decisions follow them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from knowledge.corpus.criteria import Criterion
from knowledge.corpus.fields import Level, Period
from knowledge.readers import criteria_columns, criteria_rows
from knowledge.readers.blocks import Table
from knowledge.readers.metadata import Metadata
from knowledge.readers.structure import Structure
from knowledge.readers.tables import Row
from knowledge.readers.tidy import flat
from knowledge.text import fold

_PERIOD = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_LEVELS = (
    (r"xa (?:\w+ ){0,4}nang cao|nong thon moi nang cao", Level.COMMUNE_ADVANCED),
    (r"kieu mau", Level.COMMUNE_MODEL),
    (r"hien dai", Level.COMMUNE_MODERN),
    (r"\bhuyen\b", Level.DISTRICT),
    (r"\bxa\b", Level.COMMUNE),
    (r"\btinh\b", Level.PROVINCE),
)


@dataclass(frozen=True, slots=True)
class CriteriaAnnex:
    """One criteria set as the annex lays it down.

    Attributes:
        provision: id of the annex.
        document: number of the decision.
        level: None where the title does not say.
        scale: `vùng` (seven regions), `nhóm xã` (three groups), None: one threshold for all.
        warnings: cells that could not be placed, in Vietnamese.
    """

    provision: str
    document: str
    title: str
    level: Level | None
    period: Period | None
    scale: Literal["vùng", "nhóm xã"] | None
    criteria: tuple[Criterion, ...]
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As it stands under `tables` in `ntm read --json`."""
        return {
            "provision": self.provision,
            "title": self.title,
            "level": self.level.value if self.level else None,
            "period": str(self.period) if self.period else None,
            "scale": self.scale,
            "criteria": [
                item.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
                for item in self.criteria
            ],
        }


def find(structure: Structure, about: Metadata) -> tuple[CriteriaAnnex, ...]:
    """The criteria sets of a document, one for each annex that holds any."""
    by_annex: dict[str, list[tuple[Row, ...]]] = {}
    for provision, table in structure.tables:
        rows = _rows(table)
        known = by_annex.get(provision)
        if rows and (criteria_columns.find(rows) or (known and len(rows[0]) == len(known[-1][0]))):
            by_annex.setdefault(provision, []).append(rows)
    headings = {item.id: item.heading for item in structure.provisions}
    texts = {item.id: item.text for item in structure.provisions}
    found = []
    for provision, tables in by_annex.items():
        groups = _group_headings(texts.get(provision, ""))
        source = f"{about.number or about.title}, {provision}"
        read = criteria_rows.read(tables, groups, source)
        if read.criteria:
            title = headings.get(provision) or about.title
            found.append(
                CriteriaAnnex(
                    provision=provision,
                    document=about.number,
                    title=title,
                    level=level_in(title) or level_in(about.title),
                    period=period_in(title) or period_in(about.title),
                    scale=read.scale,
                    criteria=read.criteria,
                    warnings=tuple(f"{provision}: {warning}" for warning in read.warnings),
                )
            )
    return tuple(found)


def _rows(table: Table) -> tuple[Row, ...]:
    return tuple(tuple(flat(cell) for cell in row) for row in table.rows)


def _group_headings(text: str) -> list[str]:
    """`I. QUY HOẠCH` between tables: the groups of criteria, in order."""
    return [
        line
        for line in text.split("\n")
        if re.match(r"^[IVX]+\s*[.)]\s*\S", line) and " | " not in line
    ]


def level_in(title: str) -> Level | None:
    """The level that a title names."""
    folded = fold(title)
    return next((level for pattern, level in _LEVELS if re.search(pattern, folded)), None)


def period_in(title: str) -> Period | None:
    """The planning period that a title names."""
    match = _PERIOD.search(title)
    if not match or int(match[1]) > int(match[2]):
        return None
    return Period(first=int(match[1]), last=int(match[2]))
