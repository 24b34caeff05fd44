import datetime as dt

import pytest

from knowledge.answering.comparing import by_period
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("Kinh phí giai đoạn 2011-2015 và 2016-2020 là bao nhiêu?", True),
        ("các năm 2012, 2014, 2016 lần lượt bao nhiêu", True),
        ("Kinh phí năm 2018 của giai đoạn 2016-2020, mỗi năm bao nhiêu?", False),
        ("Kinh phí giai đoạn 2016-2020 là bao nhiêu?", False),
    ],
)
def test_each_of_several_periods_apart_is_asked_for(question: str, each: bool):
    assert by_period.asked(resolve(question, TODAY)) is each
