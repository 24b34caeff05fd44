import datetime as dt

import pytest

from knowledge.answering.conversation import regions_pointing
from knowledge.answering.query import resolve
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)
BOTH = Context(
    document="66/QĐ-TTg",
    row="1.1",
    region="TN",
    aspect="requirement",
    subject="đường xã ở Tây Nguyên và Đông Nam Bộ khác nhau thế nào?",
)


@pytest.mark.parametrize("message", ["điện thì hai vùng đó sao?", "con cho thi ca 2 vung the nao"])
def test_both_regions_of_the_question_before_are_meant(message: str):
    query = regions_pointing.resolved(resolve(message, TODAY, BOTH))
    assert query.places == ["TN", "DNB"]


def test_a_region_that_is_named_stands():
    query = resolve("hai vùng đó so với Bắc Trung Bộ?", TODAY, BOTH)
    assert regions_pointing.resolved(query) is query


def test_one_region_is_not_two():
    before = Context(document="66/QĐ-TTg", subject="đường xã ở Tây Nguyên?")
    query = resolve("hai vùng đó sao?", TODAY, before)
    assert regions_pointing.resolved(query) is query
