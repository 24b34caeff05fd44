import datetime as dt

import pytest

from knowledge.answering.conversation import row_pointing
from knowledge.answering.query import resolve
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "carried", "meant"),
    [
        ("tiêu chí kế tiếp?", "11", "12"),
        ("tiêu chí liền trước là gì", "11", "10"),
        ("chỉ tiêu tiếp theo?", "18.3", "18.4"),
        ("ở bộ 101 tiêu chí đó tên gì", "11", "11"),
        ("tiêu chí 5 thì sao", "11", "5"),
        ("còn 12?", "11", "12"),
        ("the 7 thi sao", "11", "7"),
    ],
)
def test_a_criterion_pointed_to_is_read_as_its_number(question: str, carried: str, meant: str):
    before = Context(criterion=carried, document="202/QĐ-TTg", subject="…")
    assert row_pointing.resolved(resolve(question, TODAY, before)).context.criterion == meant


def test_there_is_none_before_the_first():
    before = Context(criterion="1", subject="…")
    query = row_pointing.resolved(resolve("tiêu chí liền trước?", TODAY, before))
    assert query.references.values("criterion") == []


def test_guidance_is_asked_for_the_criterion_that_was_called_by_its_name():
    before = Context(document="202/QĐ-TTg", row="4", subject="tiêu chí điện thế nào?")
    query = row_pointing.resolved(resolve("Bộ Công Thương hướng dẫn cái này ở đâu?", TODAY, before))
    assert query.context.criterion == "4"


@pytest.mark.parametrize(("year", "meant"), [("2022", "4"), ("2014", None)])
def test_a_year_of_the_period_talked_about_stays_with_its_row(year: str, meant: str | None):
    before = Context(document="202/QĐ-TTg", row="4", period="2021-2025", subject="điện số mấy?")
    asked = resolve(f"năm {year} bộ nào hướng dẫn?", TODAY, before)
    assert row_pointing.resolved(asked).context.criterion == meant
