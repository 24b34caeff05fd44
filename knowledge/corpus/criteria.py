"""Schema of a criteria table."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from knowledge.corpus.fields import (
    CriterionNumber,
    DocumentNumber,
    FieldError,
    Level,
    PeriodField,
    Strict,
    Text,
)
from knowledge.references.places import GROUPS, REGIONS

_FIGURE = re.compile(r"^[<>=≥≤]*\s*\d+(?:[.,]\d+)?\s*%?$")


class Comparison(StrEnum):
    """Whether a threshold must be reached or must not be exceeded."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class Requirement(Strict):
    """What one cell of the table demands: a number, words, or who sets it.

    Attributes:
        value: threshold in the indicator's unit.
        of_which: second threshold, contained in the first (`of_which_name`).
        text: what is demanded where it is not a number (`Đạt`).
        set_by: who sets the value where the table leaves it open.
    """

    value: float | None = None
    of_which: float | None = None
    text: Text | None = None
    set_by: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.text is None and self.set_by is None:
            raise ValueError("cần một trong: value, text, set_by (chưa biết thì ghi null)")
        if self.of_which is not None and self.value is None:
            raise ValueError("of_which chỉ đi cùng value")
        return self


def _from_scalar(cell: object) -> object:
    """`95` and `Đạt` are short for `{value: 95}` and `{text: Đạt}`."""
    if isinstance(cell, bool):
        raise ValueError("ô phải là số, chữ hoặc null")
    if isinstance(cell, int | float):
        return {"value": cell}
    if isinstance(cell, str) and _FIGURE.match(cell):
        raise ValueError("ô là số thì ghi số trần, ví dụ 90; đơn vị ghi ở unit, chiều ở comparison")
    if isinstance(cell, str):
        return {"text": cell}
    return cell


Cell = Annotated[Requirement | None, BeforeValidator(_from_scalar)]


class Indicator(Strict):
    """One indicator (`chỉ tiêu`, from 2026 `nội dung tiêu chí`).

    Attributes:
        number: absent where the number is not known.
        name: absent where no source confirms it.
        requirement: the column common to all places; None is unknown.
        places: by region (`TN`) or commune group (`nhom_1`); a missing key is unknown.
        amended_by: the document whose wording the row gives.
        original: where an ingested original filled in name or thresholds; never typed.
    """

    number: CriterionNumber | None
    name: Text | None
    comparison: Comparison | None = None
    unit: Text | None = None
    of_which_name: Text | None = None
    requirement: Cell = None
    places: dict[str, Cell] = Field(default_factory=dict)
    amended_by: DocumentNumber | None = None
    original: Text | None = None
    sources: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        known = [cell for cell in (self.requirement, *self.places.values()) if cell]
        if any(cell.value is not None for cell in known) and not self.unit:
            raise FieldError("có số thì phải có đơn vị, ví dụ unit: '%'", "unit")
        if any(cell.of_which is not None for cell in known) and not self.of_which_name:
            raise FieldError("có of_which thì phải có of_which_name", "of_which_name")
        if (known or self.name) and not self.sources:
            raise FieldError(
                "thiếu nguồn cho tên hoặc mức của chỉ tiêu: thêm 'sources:' rồi mỗi nguồn một dòng",
                "sources",
            )
        return self

    @property
    def cells(self) -> list[Requirement | None]:
        """The common cell and those of the places."""
        return [self.requirement, *self.places.values()]


class Earlier(Strict):
    """A criterion of an earlier set whose subject this one takes up."""

    document: DocumentNumber
    number: CriterionNumber


class Criterion(Strict):
    """One criterion (`tiêu chí`) with its indicators.

    Attributes:
        continues: criteria of the preceding set whose subject it takes up, where
            the numbering changed.
    """

    number: CriterionNumber
    name: Text
    group: Text | None = None
    indicators: tuple[Indicator, ...] = ()
    continues: tuple[Earlier, ...] = ()
    notes: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _numbered_under_it(self) -> Self:
        seen: set[str] = set()
        for position, indicator in enumerate(self.indicators):
            number, path = indicator.number, ("indicators", position, "number")
            if number and number.split(".")[0] != self.number:
                problem = f"chỉ tiêu {number} không thuộc tiêu chí {self.number}"
                raise FieldError(f"{problem}; chuyển chỗ hoặc sửa số", *path)
            if number in seen:
                raise FieldError(f"chỉ tiêu {number} có hai lần; giữ lại một", *path)
            seen |= {number} if number else set()
        return self


class Counts(Strict):
    """How many criteria and indicators the decision itself has."""

    criteria: int
    indicators: int | None = None
    sources: tuple[Text, ...] = Field(min_length=1)


class CriteriaTable(Strict):
    """A criteria set as one decision lays it down for one level.

    Attributes:
        annex: where in the decision the table stands; named wherever a value is unknown.
        scale: what the columns are (`vùng`: seven regions; `nhóm xã`: three groups).
        gaps: what is known to be missing from this table, told when asked for.
        ends_levels: levels or titles of the period before that no longer exist.
    """

    kind: Literal["criteria_table"]
    path: Path
    document: DocumentNumber
    level: Level
    period: PeriodField
    title: Text
    annex: Text
    scale: Literal["vùng", "nhóm xã"]
    indicator_word: Literal["chỉ tiêu", "nội dung tiêu chí"] = "chỉ tiêu"
    counts: Counts
    groups: dict[str, Text] = Field(default_factory=dict)
    rules: tuple[Text, ...] = ()
    gaps: tuple[Text, ...] = ()
    ends_levels: tuple[Level, ...] = ()
    criteria: tuple[Criterion, ...]
    sources: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        numbers = [criterion.number for criterion in self.criteria]
        wanted = [str(number) for number in range(1, self.counts.criteria + 1)]
        missing = [number for number in wanted if number not in numbers]
        if missing:
            raise FieldError(
                f"thiếu tiêu chí {', '.join(missing)}: counts.criteria ghi {self.counts.criteria}; "
                "thêm tiêu chí còn thiếu (chưa biết chỉ tiêu thì chỉ ghi number, name, sources)",
                "criteria",
            )
        if numbers != wanted:
            raise FieldError(
                "số tiêu chí phải liên tục từ 1, không trùng, không thừa; "
                f"đang có: {', '.join(numbers)}",
                "criteria",
            )
        return self

    @model_validator(mode="after")
    def _known_columns(self) -> Self:
        places = REGIONS if self.scale == "vùng" else GROUPS
        for position, criterion in enumerate(self.criteria):
            for row, indicator in enumerate(criterion.indicators):
                for key in indicator.places.keys() - places.keys():
                    names = ", ".join(f"{key} ({name})" for key, name in places.items())
                    path = ("criteria", position, "indicators", row, "places", key)
                    raise FieldError(
                        f"không có cột '{key}' (scale: {self.scale}); dùng: {names}", *path
                    )
        return self
