"""A criteria annex that belongs to no table becomes one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from knowledge.corpus.criteria import Counts, CriteriaTable, Criterion, Indicator, Requirement
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level, Period
from knowledge.corpus.original import Annex
from knowledge.corpus.originals import Source
from knowledge.corpus.validation import validate

_TABLE = TypeAdapter(CriteriaTable)
_RECORDS = (CriteriaTable, Criterion, Indicator, Requirement, Counts)


def new_table(
    annex: Annex, regulation: Regulation, source: Source, tables: Sequence[CriteriaTable] = ()
) -> CriteriaTable:
    """A table of its own.

    A province sets the thresholds that are left to it, and only those: the criteria
    that its annex leaves out are taken, without their indicators, from the set of
    the same level and period in `tables`.

    Raises:
        FolderError: level or period are not known, or criteria are missing.
    """
    where = f"{regulation.number}, {annex.provision}"
    groups = annex.scale == "nhóm xã"
    level = annex.level or (regulation.levels[0] if regulation.levels else None)
    period = annex.period or regulation.period
    criteria = [
        item.model_dump()
        | {"indicators": [row.model_dump() | {"original": where} for row in item.indicators]}
        for item in annex.criteria
    ]
    criteria += _left_out(annex, level, period, tables, where)
    criteria.sort(key=lambda item: int(item["number"]))
    value = {
        "kind": "criteria_table",
        "path": source.file,
        "document": regulation.number,
        "level": level or (Level.COMMUNE if groups else None),
        "period": str(period) if period else "",
        "title": annex.title or regulation.title or annex.provision,
        "annex": annex.provision,
        "scale": annex.scale or "vùng",
        "indicator_word": "nội dung tiêu chí" if groups else "chỉ tiêu",
        "counts": {
            "criteria": len(criteria),
            "indicators": sum(len(item.indicators) for item in annex.criteria),
            "sources": [where],
        },
        "criteria": criteria,
        "sources": [where],
    }
    found: CriteriaTable = validate(_TABLE, value, source.file, {}, _RECORDS)
    return found


def _left_out(
    annex: Annex,
    level: Level | None,
    period: Period | None,
    tables: Sequence[CriteriaTable],
    where: str,
) -> list[dict[str, Any]]:
    own = {criterion.number for criterion in annex.criteria}
    national = next((t for t in tables if (t.level, t.period) == (level, period)), None)
    return [
        {"number": item.number, "name": item.name, "group": item.group, "sources": [where]}
        for item in (national.criteria if national else ())
        if item.number not in own
    ]
