"""Field types shared by the schemas of the knowledge folder."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from knowledge.corpus.yaml_lines import Written
from knowledge.text import compose, compose_lines, normalise


class Strict(BaseModel):
    """A record of the knowledge folder: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldError(ValueError):
    """A value that does not fit, with the path of the field inside the record checked."""

    def __init__(self, problem: str, *path: str | int):
        self.path = path
        super().__init__(problem)


class Level(StrEnum):
    """The administrative level or title that a document or a criteria set is about."""

    COMMUNE = "xã"
    COMMUNE_ADVANCED = "xã nâng cao"
    COMMUNE_MODEL = "xã kiểu mẫu"
    COMMUNE_MODERN = "xã hiện đại"
    DISTRICT = "huyện"
    PROVINCE = "tỉnh"


class Nature(StrEnum):
    """Whose words a passage is made of; only `ORIGINAL` may be put in quotation marks."""

    ORIGINAL = "original"
    DIGEST = "digest"
    ARTICLE_SUMMARY = "article_summary"


class Period(Strict):
    """A planning period in whole years, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"

    def covers(self, day: dt.date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day.year <= self.last


_PERIOD = re.compile(r"^(\d{4})\s*-\s*(\d{4})$")
_CRITERION = re.compile(r"^\d{1,2}(\.\d{1,2})?$")
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def _read_period(value: object) -> object:
    if isinstance(value, Period | dict):
        return value
    match = _PERIOD.match(normalise(str(value)))
    if not match:
        raise ValueError("giai đoạn phải có dạng 2016-2020")
    first, last = int(match[1]), int(match[2])
    if first > last:
        raise ValueError("năm đầu của giai đoạn lớn hơn năm cuối")
    return {"first": first, "last": last}


def _clean(text: str) -> str:
    cleaned = compose(text)
    if not cleaned:
        raise ValueError("không được để trống")
    return cleaned


def _criterion_number(value: object) -> object:
    """Numbers may be written without quotes (`18.1`, `5`); `3.10` stays what it was written as."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = value.text if isinstance(value, Written) else str(value)
    if isinstance(value, str) and not _CRITERION.match(value):
        raise ValueError("viết không đúng dạng; số tiêu chí, chỉ tiêu viết như 18 hoặc 18.1")
    return value


def _day(value: object) -> object:
    """A day as YAML or JSON gives it; numbers and times are not days."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    written = _YEAR_FIRST.match(str(value).strip())
    if written:
        return _in_calendar(written.group(1, 2, 3))
    swapped = _DAY_FIRST.match(str(value).strip())
    example = _in_calendar(swapped.group(3, 2, 1)) if swapped else "2026-03-05"
    raise ValueError(f"phải là ngày dạng YYYY-MM-DD; viết năm-tháng-ngày, ví dụ {example}")


def _in_calendar(parts: tuple[str, ...]) -> dt.date:
    try:
        return dt.date(*map(int, parts))
    except ValueError as error:
        raise ValueError("không có ngày này trong lịch; xem lại năm-tháng-ngày") from error


Text = Annotated[str, AfterValidator(_clean)]
Lines = Annotated[str, AfterValidator(compose_lines)]
PeriodField = Annotated[Period, BeforeValidator(_read_period)]
CriterionNumber = Annotated[str, BeforeValidator(_criterion_number)]
Day = Annotated[dt.date, BeforeValidator(_day)]

# `318/QĐ-TTg`, `26/2011/TTLT-BNNPTNT-BKHĐT-BTC`, `26-NQ/TW`, `1311/BNV-TH`, `QT 01/CX-HCTP`
_NUMBER = re.compile(
    r"^(?:QT )?\d{1,5}(\.\d{1,2})?(/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&.-]*(/[A-ZĐ][A-ZĐa-z0-9&.-]*)?$"
)


def _document_number(text: str) -> str:
    text = normalise(text)
    if not _NUMBER.match(text):
        raise ValueError(
            f"'{text}' không phải số hiệu văn bản; viết như 318/QĐ-TTg hoặc 92/2009/NĐ-CP"
        )
    return text


DocumentNumber = Annotated[str, AfterValidator(_document_number)]
