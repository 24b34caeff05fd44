"""Which passages may answer a question at all."""

import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import candidates
from tests.unit.builders import passage

TODAY = dt.date(2026, 11, 22)
OF_COMMUNES = passage(provision="Cây xanh của xã", text="Xã trồng 50 cây.")
OF_A_TITLE = passage(provision="Cây xanh của xã nông thôn mới nâng cao", text="Xã trồng 90 cây.")


@pytest.mark.parametrize(
    ("question", "of_communes", "of_the_title"),
    [
        ("xã nông thôn mới phải trồng mấy cây", True, False),
        ("xã nông thôn mới nâng cao phải trồng mấy cây", True, True),
        ("phải trồng mấy cây", True, True),
    ],
)
def test_what_is_headed_by_another_title_says_nothing_of_the_one_named(
    question: str, *, of_communes: bool, of_the_title: bool
):
    fits = candidates.fitting(resolve(question, TODAY))
    assert (fits(OF_COMMUNES), fits(OF_A_TITLE)) == (of_communes, of_the_title)
