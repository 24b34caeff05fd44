import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.outside import allotment
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "Năm nay xã em được giao bao nhiêu tiền?",
        "vốn cho huyện mình bao nhiêu",
        "tinh toi duoc bo tri bao nhieu ty",
    ],
)
def test_what_one_place_was_given_is_not_known(question: str):
    found = allotment.answer(resolve(question, TODAY))
    assert found is not None
    assert found.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [
        "Xã tôi được giao bao nhiêu cán bộ?",
        "Cả nước được bố trí bao nhiêu tỷ?",
        "xã em phải đạt bao nhiêu % hộ có nước sạch?",
    ],
)
def test_what_is_laid_down_for_all_is_asked_otherwise(question: str):
    assert allotment.answer(resolve(question, TODAY)) is None
