import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import nearest_told
from knowledge.answering.outside import refusals
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
TOLD, OTHER = "66/QĐ-TTg", "77/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    passages = [
        passage(TOLD, "Điều 1", text="Giếng làng phải có nắp và thành giếng."),
        passage(TOLD, "Điều 2", text="Tiền đền bù ao cá không tính vào quỹ giếng làng."),
        passage(TOLD, "Điều 9", text="Chưa biết ao cá của trường tính thế nào.", known=False),
        passage(OTHER, "Điều 1", text="Tiền đền bù đất rừng do tỉnh chi trả."),
    ]
    return index_of(corpus_of(regulation(TOLD), regulation(OTHER)), passages, model)


def asked(message: str, index: Index, *, told: str | None = TOLD) -> Answer | None:
    before = Context(document=told, told=told, subject="giếng làng") if told else Context()
    query = resolve(message, TODAY, before)
    return nearest_told.instead(query, index, refusals.abstain(query))


def test_the_provision_told_of_that_comes_nearest_is_told(index: Index):
    answer = asked("đền bù ao cá có tính vào quỹ không", index)
    assert answer is not None
    assert "không tính vào quỹ" in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "tiêu chí 5 đền bù ao cá bao nhiêu",  # a matter of its own
        "xe buýt chạy tuyến nào",  # nothing of it was told of
        "cho xin số điện thoại chủ ao cá",
    ],
)
def test_another_matter_is_still_refused(message: str, index: Index):
    assert asked(message, index) is None


def test_nothing_is_near_where_nothing_was_told(index: Index):
    assert asked("tiền đền bù ao cá có cộng không", index, told=None) is None
