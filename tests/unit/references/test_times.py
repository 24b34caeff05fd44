import pytest

from knowledge.references import times


@pytest.mark.parametrize("value", ["2021-2025", "2010-2020"])
def test_a_planning_period_is_known_by_its_two_years(value: str):
    assert times.is_period(value)


@pytest.mark.parametrize("value", [None, "", "2018", "2026-03", "2016-10-17", "<2016", "now"])
def test_a_year_a_day_or_a_relative_time_is_no_period(value: str | None):
    assert not times.is_period(value)
