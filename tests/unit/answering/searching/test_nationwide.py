import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.searching import nationwide
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "11/QĐ-TTg", "22/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    passages = [
        passage(OLD, "Kết quả", text="Đến tháng 5/2018, cả nước có 300 xã đạt nông thôn mới."),
        passage(NEW, "Kết quả", text="Đến tháng 4/2024, cả nước có 900 xã đạt nông thôn mới."),
        passage(NEW, "Mục tiêu", text="Đến tháng 4/2026, cả nước có 999 xã đạt nông thôn mới."),
    ]
    return index_of(corpus_of(regulation(OLD), regulation(NEW)), passages, model)


def asked(question: str, index: Index) -> Answer | None:
    return nationwide.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    "question",
    ["Cả nước đã có bao nhiêu xã đạt nông thôn mới?", "den nay co may xa dat nong thon moi roi"],
)
def test_the_figure_of_the_latest_day_is_told(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert "900 xã" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Cả nước phấn đấu bao nhiêu xã đạt nông thôn mới?",
        "Năm 2018 cả nước có bao nhiêu xã đạt nông thôn mới?",
        "Đến nay Hà Giang có bao nhiêu xã đạt nông thôn mới?",
        "Xã đạt nông thôn mới được gì?",
    ],
)
def test_aims_other_days_and_places_are_left_to_others(question: str, index: Index):
    assert asked(question, index) is None
