import datetime as dt

import pytest

from knowledge.answering.claims import row_name
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("tiêu chí 4 của bộ 2016-2020 là giếng làng đúng không?", "gieng lang"),
        ("tc 4 xa nang cao la gieng lang, dk a", "gieng lang"),
        ("nghe nói tiêu chí 4 nói về ao cá", "ao ca"),
    ],
)
def test_the_name_claimed_is_read(question: str, name: str):
    assert row_name.claimed(resolve(question, TODAY)) == name


@pytest.mark.parametrize(
    "question",
    [
        "tiêu chí 4 là gì?",
        "tiêu chí 4 phải đạt 95% đúng không?",
        "tiêu chí 4 là bắt buộc phải không?",
    ],
)
def test_a_question_or_a_threshold_is_no_name(question: str):
    assert row_name.claimed(resolve(question, TODAY)) is None


def test_how_far_a_name_is_the_right_one():
    assert row_name.shares("ao ca", "Giếng làng") == 0
    assert row_name.shares("gieng", "Giếng làng") == 1
