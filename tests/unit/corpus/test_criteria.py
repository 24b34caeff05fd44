from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.corpus.criteria import Comparison, CriteriaTable, Indicator, Requirement
from knowledge.corpus.fields import Level
from tests.unit.builders import NEW, SOURCE, criteria_table, criterion, indicator, table_value


def cell(value: object, **fields: Any) -> Requirement | None:
    row = indicator("1.1", requirement=value, unit="%", of_which_name="bê tông", **fields)
    return Indicator.model_validate(row).requirement


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (95, Requirement(value=95)),
        (0, Requirement(value=0)),
        (2.5, Requirement(value=2.5)),
        ("Đạt", Requirement(text="Đạt")),
        ({"value": 95, "of_which": 60}, Requirement(value=95, of_which=60)),
        ({"set_by": "UBND cấp tỉnh"}, Requirement(set_by="UBND cấp tỉnh")),
        (None, None),
    ],
)
def test_a_cell_may_be_written_short(written: object, wanted: Requirement | None):
    assert cell(written) == wanted


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (True, "ô phải là số, chữ hoặc null"),
        ({}, "cần một trong: value, text, set_by"),
        ({"of_which": 60, "text": "Đạt"}, "of_which chỉ đi cùng value"),
        ({"valeu": 95}, "extra_forbidden"),
        ([95], "model_type"),
        ("", "không được để trống"),
    ],
)
def test_a_cell_that_says_nothing_usable_is_refused(written: object, problem: str):
    with pytest.raises(ValidationError, match=problem):
        cell(written)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"requirement": 95}, "phải có đơn vị"),
        ({"places": {"TN": 95}}, "phải có đơn vị"),
        ({"requirement": {"value": 95, "of_which": 60}, "unit": "%"}, "phải có of_which_name"),
        ({"sources": []}, "thiếu nguồn"),
        ({"name": None, "requirement": "Đạt", "sources": []}, "thiếu nguồn"),
        ({"comparison": "about"}, "enum"),
    ],
)
def test_an_indicator_that_leaves_something_open_is_refused(fields: dict[str, Any], problem: str):
    with pytest.raises(ValidationError, match=problem):
        Indicator.model_validate(indicator("1.1", **fields))


def test_an_indicator_may_be_known_by_its_number_alone():
    found = Indicator.model_validate({"number": "14.2", "name": None})
    assert (found.cells, found.comparison) == ([None], None)


def test_the_cells_are_the_common_one_and_those_of_the_places():
    row = indicator("1.1", unit="%", requirement=90, places={"TN": 70, "DNB": None})
    found = Indicator.model_validate(row | {"comparison": "at_most"})
    assert found.cells == [Requirement(value=90), Requirement(value=70), None]
    assert found.comparison is Comparison.AT_MOST


def test_a_table_keeps_its_rows_in_order():
    rows = [criterion(str(number), indicator(f"{number}.1")) for number in range(1, 13)]
    table = criteria_table(NEW, *rows)
    assert [c.number for c in table.criteria] == [str(number) for number in range(1, 13)]
    assert (table.level, str(table.period)) == (Level.COMMUNE, "2016-2020")
    assert table.indicator_word == "chỉ tiêu"


@pytest.mark.parametrize(
    ("numbers", "problem"),
    [
        ("1 3", "thiếu tiêu chí 2: counts.criteria ghi 3"),
        ("", "thiếu tiêu chí 1, 2, 3"),
        ("2 1 3", "liên tục từ 1"),
        ("1 2 2 3", "không trùng"),
        ("1 2 3 4", "không thừa"),
    ],
)
def test_a_table_with_a_row_missing_or_too_many_is_refused(numbers: str, problem: str):
    value = table_value(NEW, *(criterion(number) for number in numbers.split()))
    value |= {"counts": {"criteria": 3, "sources": [SOURCE]}}
    if not numbers:
        value |= {"criteria": []}
    with pytest.raises(ValidationError, match=problem):
        CriteriaTable.model_validate(value)


def test_an_indicator_stands_in_one_row():
    rows = [indicator("1.1"), indicator("1.2"), indicator("1.1")]
    with pytest.raises(ValidationError, match=r"chỉ tiêu 1\.1 có hai lần"):
        criteria_table(NEW, criterion("1", *rows))
    unknown = [indicator(None, name="a"), indicator(None, name="b")]
    assert criteria_table(NEW, criterion("1", *unknown))


def test_an_indicator_stands_under_its_criterion():
    with pytest.raises(ValidationError, match=r"chỉ tiêu 11\.1 không thuộc tiêu chí 1"):
        criteria_table(NEW, criterion("1", indicator("11.1")))


@pytest.mark.parametrize(
    ("scale", "place"), [("vùng", "nhom_1"), ("nhóm xã", "TN"), ("vùng", "Tây Nguyên")]
)
def test_a_column_that_the_scale_does_not_have_is_refused(scale: str, place: str):
    row = criterion("1", indicator("1.1", places={place: "Đạt"}))
    with pytest.raises(ValidationError, match=f"không có cột '{place}'"):
        criteria_table(NEW, row, scale=scale)


@pytest.mark.parametrize(
    ("scale", "places"),
    [
        ("vùng", ["TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"]),
        ("nhóm xã", ["nhom_1", "nhom_2", "nhom_3"]),
    ],
)
def test_the_columns_are_the_regions_or_the_groups_of_communes(scale: str, places: list[str]):
    row = criterion("1", indicator("1.1", places=dict.fromkeys(places, "Đạt")))
    table = criteria_table(NEW, row, scale=scale)
    assert list(table.criteria[0].indicators[0].places) == places


@pytest.mark.parametrize("written", ["95", "95%", "9,5", ">=95%", "≥ 95 %"])
def test_a_figure_in_words_would_lose_what_it_is_compared_by(written: str):
    with pytest.raises(ValidationError, match="ghi số trần"):
        cell(written)


@pytest.mark.parametrize("written", ["dưới 10%", "năm 2013: 14 triệu đồng/người", "Không"])
def test_words_with_a_figure_in_them_are_words(written: str):
    assert cell(written) == Requirement(text=written)
