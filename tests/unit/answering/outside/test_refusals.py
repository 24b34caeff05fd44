import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.outside import refusals
from knowledge.answering.query import resolve
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("question", ["Tối thiểu là bao nhiêu?", "thủ tục gồm những gì", "ra sao?"])
def test_a_question_without_a_matter_is_asked_back(question: str):
    query = resolve(question, TODAY)
    assert refusals.lacks_its_matter(query)
    assert refusals.which_matter(query).outcome is Outcome.ASKED


@pytest.mark.parametrize(
    "question", ["có mấy tiêu chí?", "tiêu chí 18 là gì?", "nước sạch bao nhiêu?", "xin chào"]
)
def test_a_question_with_one_is_not(question: str):
    assert not refusals.lacks_its_matter(resolve(question, TODAY))


def test_in_a_conversation_the_matter_is_carried():
    query = resolve("tối thiểu là bao nhiêu?", TODAY, Context(subject="nước sạch thế nào?"))
    assert not refusals.lacks_its_matter(query)


@pytest.mark.parametrize(
    ("question", "personal"),
    [
        ("Ông bộ trưởng Trần Văn Làng quê ở đâu?", True),
        ("chu tich xa sinh nam bao nhieu", True),
        ("Quyết định 318 do ông nào ký?", False),
    ],
)
def test_where_somebody_was_born_is_nobodys_business(question: str, personal: bool):
    assert refusals.is_personal(resolve(question, TODAY)) is personal
