import pytest

from knowledge.references import times
from knowledge.references.parser import PERIOD, parse


@pytest.mark.parametrize("value", ["2021-2025", "2010-2020"])
def test_a_planning_period_is_known_by_its_two_years(value: str):
    assert times.is_period(value)


@pytest.mark.parametrize("value", [None, "", "2018", "2026-03", "2016-10-17", "<2016", "now"])
def test_a_year_a_day_or_a_relative_time_is_no_period(value: str | None):
    assert not times.is_period(value)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("thời 21-25 đường xã", "2021-2025"),
        ("hồi 16-20 thì sao", "2016-2020"),
        ("bộ mới (26-30)", "2026-2030"),
        ("năm 2021-25", "2021-2025"),
    ],
)
def test_a_period_is_known_by_the_last_two_figures_of_its_years(typed: str, period: str):
    assert parse(typed).values(PERIOD) == [period]


@pytest.mark.parametrize(
    "typed",
    ["16-20 tiêu chí", "tiêu chí 16-20", "26-30 tuổi", "ngày 21-25/3", "21-25%"],
)
def test_so_many_of_something_is_no_period(typed: str):
    assert not parse(typed).values(PERIOD)


@pytest.mark.parametrize(
    "text",
    ["nam 2018 tieu chi moi truong gom nhung gi", "bac trung bo moi vung bao nhieu", "can bo moi"],
)
def test_what_only_sounds_like_the_new_set_is_no_time(text: str):
    assert "now" not in [mention.value for mention in times.find(text)]
