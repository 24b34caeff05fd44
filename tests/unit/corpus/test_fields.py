import datetime as dt
import unicodedata
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from knowledge.corpus.fields import (
    CriterionNumber,
    Day,
    DocumentNumber,
    Lines,
    Period,
    PeriodField,
    Strict,
    Text,
)


def read(schema: Any, value: object) -> Any:
    return TypeAdapter(schema).validate_python(value)


class Record(Strict):
    name: Text


def test_a_record_takes_no_unknown_key():
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Record.model_validate({"name": "a", "nmae": "b"})


def test_a_record_never_changes():
    record = Record(name="a")
    with pytest.raises(ValidationError, match="frozen"):
        record.name = "b"


@pytest.mark.parametrize("text", ["2016-2020", "2016 - 2020", "2016–2020", " 2016 — 2020 "])
def test_a_period_is_two_years_with_any_dash(text: str):
    period = read(PeriodField, text)
    assert (period.first, period.last, str(period)) == (2016, 2020, "2016-2020")


def test_a_period_may_be_one_year():
    assert str(read(PeriodField, "2020-2020")) == "2020-2020"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("2020-2016", "năm đầu của giai đoạn lớn hơn năm cuối"),
        ("2016", "phải có dạng 2016-2020"),
        ("16-20", "phải có dạng 2016-2020"),
        ("2016-2020-2025", "phải có dạng 2016-2020"),
        ("", "phải có dạng 2016-2020"),
        (2016, "Period"),
    ],
)
def test_anything_else_is_no_period(value: object, problem: str):
    with pytest.raises(ValidationError, match=problem):
        read(PeriodField, value)


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        ((2015, 12, 31), False),
        ((2016, 1, 1), True),
        ((2020, 12, 31), True),
        ((2021, 1, 1), False),
    ],
)
def test_a_period_covers_both_its_years(day: tuple[int, int, int], inside: bool):
    assert Period(first=2016, last=2020).covers(dt.date(*day)) is inside


def test_text_is_composed_and_tidied():
    typed = unicodedata.normalize("NFD", "  Tiêu   chí\t số\n18 \u200b")
    assert read(Text, typed) == "Tiêu chí số 18"


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u200b", "\x07"])
def test_text_that_shows_nothing_is_an_error(text: str):
    with pytest.raises(ValidationError, match="không được để trống"):
        read(Text, text)


def test_lines_keep_their_breaks_and_lose_the_outer_ones():
    assert read(Lines, "\n một  hai \n\n- ba\t\n\n") == "một hai\n\n- ba"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("18", "18"), ("18.1", "18.1"), (5, "5"), (18.2, "18.2"), ("3.10", "3.10")],
)
def test_a_criterion_number_may_be_written_without_quotes(value: object, wanted: str):
    assert read(CriterionNumber, value) == wanted


@pytest.mark.parametrize(
    "value", ["", "a", "18.", "18.1.2", "118", "-1", 1.234, True, None, "18,1"]
)
def test_anything_else_is_no_criterion_number(value: object):
    with pytest.raises(ValidationError):
        read(CriterionNumber, value)


@pytest.mark.parametrize("value", [dt.date(2016, 8, 5), "2016-08-05", "2016-8-5", " 2016-08-05 "])
def test_a_day_is_a_year_a_month_and_a_day(value: object):
    assert read(Day, value) == dt.date(2016, 8, 5)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("5/8/2016", "ví dụ 2016-08-05"),
        ("05.08.2016", "ví dụ 2016-08-05"),
        ("31/02/2016", "không có ngày này"),
        ("2016-02-30", "không có ngày này"),
        ("2016-13-01", "không có ngày này"),
        ("hôm qua", "YYYY-MM-DD"),
        ("2016-08", "YYYY-MM-DD"),
        ("", "YYYY-MM-DD"),
        (2016, "YYYY-MM-DD"),
        (0, "YYYY-MM-DD"),
        (True, "YYYY-MM-DD"),
        (dt.datetime(2016, 8, 5, 10), "YYYY-MM-DD"),
    ],
)
def test_anything_else_is_no_day(value: object, problem: str):
    with pytest.raises(ValidationError, match=problem):
        read(Day, value)


@pytest.mark.parametrize(
    "number",
    [
        "318/QĐ-TTg",
        "92/2009/NĐ-CP",
        "26-NQ/TW",
        "26/2011/TTLT-BNNPTNT-BKHĐT-BTC",
        "1311/BNV-TH",
        "257/2025/QH15",
        "05/2024/NQ-HĐND",
        "3371/BCA-V05",
    ],
)
def test_a_document_number_is_taken_as_printed(number: str):
    assert read(DocumentNumber, number) == number


def test_a_document_number_pasted_from_elsewhere_is_tidied():
    pasted = unicodedata.normalize("NFD", " 318/QĐ–TTg\u200b")
    assert read(DocumentNumber, pasted) == "318/QĐ-TTg"


@pytest.mark.parametrize(
    "number", ["", "318", "QĐ-TTg", "318/", "318 QĐ-TTg", "Quyết định 318/QĐ-TTg", "318/qđ-ttg"]
)
def test_a_number_that_cannot_be_one_is_an_error(number: str):
    with pytest.raises(ValidationError, match="không phải số hiệu văn bản"):
        read(DocumentNumber, number)
