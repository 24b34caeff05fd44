"""The sets of a decision that stand in the annex a message names: `phụ lục 2 có mấy tiêu chí?`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.corpus.criteria import CriteriaTable
from knowledge.text import fold

_ANNEX = re.compile(r"\bphu luc (?:so )?(i{1,3}|iv|v|\d)\b")
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v"}


def those_named(question: str, tables: Sequence[CriteriaTable]) -> list[CriteriaTable]:
    """The sets of the annexes that are named; all of them where none is."""
    named = {_ROMAN.get(number, number) for number in _ANNEX.findall(fold(question))}
    return [table for table in tables if not named or named & _of(table)]


def _of(table: CriteriaTable) -> set[str]:
    return set(_ANNEX.findall(fold(table.annex)))
