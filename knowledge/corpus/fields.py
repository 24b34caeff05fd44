"""Field types shared by the schemas of the knowledge folder."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from knowledge.text import compose, normalise


class Strict(BaseModel):
    """A record of the knowledge folder: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


def _read_period(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _PERIOD.match(normalise(value))
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


def _clean_lines(text: str) -> str:
    return "\n".join(compose(line) for line in text.strip().splitlines())


def _text_from_scalar(value: object) -> object:
    """Indicator numbers written without quotes (18.1, 5) arrive as numbers."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Text = Annotated[str, AfterValidator(_clean)]
Lines = Annotated[str, AfterValidator(_clean_lines)]
PeriodField = Annotated[Period, BeforeValidator(_read_period)]
CriterionNumber = Annotated[
    str, BeforeValidator(_text_from_scalar), Field(pattern=r"^\d{1,2}(\.\d{1,2})?$")
]

# `318/QĐ-TTg`, `26/2011/TTLT-BNNPTNT-BKHĐT-BTC`, `26-NQ/TW`, `1311/BNV-TH`
_NUMBER = re.compile(
    r"^\d{1,5}(\.\d{1,2})?(/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&.-]*(/[A-ZĐ][A-ZĐa-z0-9&.-]*)?$"
)


def _document_number(text: str) -> str:
    text = normalise(text)
    if not _NUMBER.match(text):
        raise ValueError(
            f"'{text}' không phải số hiệu văn bản; viết như 318/QĐ-TTg hoặc 92/2009/NĐ-CP"
        )
    return text


DocumentNumber = Annotated[str, AfterValidator(_document_number)]
