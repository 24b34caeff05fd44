import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.outside import titles
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "Xã nông thôn mới xanh cần gì?",
        "xã hạnh phúc cần gì",
        "Bộ tiêu chí phường nông thôn mới gồm mấy tiêu chí?",
        "thi tran ntm kieu mau can dieu kien gi",
    ],
)
def test_a_title_that_no_set_knows_is_put_right(question: str):
    answer = titles.answer(resolve(question, TODAY))
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED


@pytest.mark.parametrize(
    "question", ["Phường có phải làm nông thôn mới không?", "Xã nông thôn mới kiểu mẫu là gì?"]
)
def test_what_may_be_is_not(question: str):
    assert titles.answer(resolve(question, TODAY)) is None
