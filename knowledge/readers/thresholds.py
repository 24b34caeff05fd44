"""Cells of a criteria table: what they demand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.corpus.criteria import Comparison, Requirement
from knowledge.readers.tidy import flat

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SIGNS = {
    "≥": Comparison.AT_LEAST, ">=": Comparison.AT_LEAST, "=>": Comparison.AT_LEAST,
    "từ": Comparison.AT_LEAST, "tối thiểu": Comparison.AT_LEAST,
    "đạt tối thiểu": Comparison.AT_LEAST, "ít nhất": Comparison.AT_LEAST,
    "đạt từ": Comparison.AT_LEAST, "tối thiểu đạt": Comparison.AT_LEAST,
    "không thấp hơn": Comparison.AT_LEAST, "không dưới": Comparison.AT_LEAST,
    "≤": Comparison.AT_MOST, "<=": Comparison.AT_MOST, "=<": Comparison.AT_MOST,
    "tối đa": Comparison.AT_MOST, "không quá": Comparison.AT_MOST,
    "không vượt quá": Comparison.AT_MOST, "=": Comparison.EXACTLY,
}  # fmt: skip
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"^(?P<sign>{_SIGN})?\s*(?P<value>{_NUMBER})\s*(?P<unit>[^()\d;]*?)\s*"
    r"(?P<end>trở lên|trở xuống)?\s*(?:\((?P<inner>[^()]*(?:\([^()]*\))?[^()]*)\))?\s*[.;]?$",
    re.IGNORECASE,
)
_INNER = re.compile(
    rf"^(?:trong đó:?,?\s*(?:có\s+)?)?(?:{_SIGN})?\s*(?P<value>{_NUMBER})\s*%\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
_SET_BY = re.compile(
    r"^(?:do\s+|theo\s+(?:quy định|hướng dẫn|công bố)\s+của\s+)?"
    r"(?P<who>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Bộ|Các bộ|Ngân hàng"
    r"|Thanh tra|Địa phương|Tỉnh|Chủ tịch|Cơ quan)\b.{0,120}?)"
    r"(?:\s+(?:quy định|công bố|hướng dẫn|ban hành|xác định)(?:\s+(?:cụ thể|chi tiết|thực hiện))*"
    r"(?:\s+(?:cho|phù hợp|theo).{0,160})?)?[.;]?$",
    re.IGNORECASE,
)
_UNKNOWN = {"", "-", "–", "…", "...", "x"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """One cell, read.

    Attributes:
        requirement: None for an empty cell: not known.
        comparison: None where the cell has no sign of it.
        unit: "" where the cell names none.
        of_which_name: what the second number in brackets counts.
    """

    raw: str
    requirement: Requirement | None
    comparison: Comparison | None = None
    unit: str = ""
    of_which_name: str = ""

    def as_words(self) -> Threshold:
        """The cell as words, for a number that does not fit the others of its row."""
        return Threshold(self.raw, Requirement(text=self.raw) if self.raw else None)


def read(cell: str) -> Threshold:
    """What one cell demands; words that are no plain threshold stay words."""
    raw = flat(cell)
    if raw.lower() in _UNKNOWN:
        return Threshold(raw, None)
    if found := _amount(raw):
        return found
    by_whom = _SET_BY.match(raw)
    if (
        by_whom
        and (raw != by_whom["who"] or len(raw) < 60)
        and not re.search(r"\d", by_whom["who"])
    ):
        return Threshold(raw, Requirement(set_by=by_whom["who"].strip()))
    return Threshold(raw, Requirement(text=raw))


def _amount(raw: str) -> Threshold | None:
    match = _AMOUNT.match(raw)
    if not match:
        return None
    sign = (match["sign"] or "").lower()
    end = (match["end"] or "").lower()
    comparison = _SIGNS.get(sign)
    if end:
        comparison = Comparison.AT_LEAST if end == "trở lên" else Comparison.AT_MOST
    unit = match["unit"].strip(" ,.")
    of_which = None
    name = ""
    if match["inner"]:
        inner = _INNER.match(match["inner"].strip())
        if not inner:
            return None  # a condition in words: the cell is kept as it is
        of_which, name = number(inner["value"]), inner["name"].strip()
    if len(unit.split()) > 5:
        return None
    requirement = Requirement(value=number(match["value"]), of_which=of_which)
    return Threshold(raw, requirement, comparison, unit, name)


def number(text: str) -> float:
    """`1,5` is one and a half, `1.200` twelve hundred."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))
