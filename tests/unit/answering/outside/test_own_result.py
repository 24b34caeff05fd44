"""How far one commune is, is not known; how far it has to come, is."""

import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.outside import own_result
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "question", ["xã tôi đạt mấy tiêu chí rồi", "xa toi da dat duoc bao nhieu tieu chi"]
)
def test_the_result_of_ones_own_commune_is_not_known(question: str):
    said = own_result.answer(resolve(question, TODAY))
    assert said is not None
    assert said.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [
        "xã tôi phải đạt mấy tiêu chí",
        "xã tôi đạt bao nhiêu tiêu chí thì được công nhận",
        "xã đạt mấy tiêu chí",
    ],
)
def test_what_is_to_be_reached_is_left_alone(question: str):
    assert own_result.answer(resolve(question, TODAY)) is None
