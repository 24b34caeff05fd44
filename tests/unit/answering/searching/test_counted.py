import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.searching import counted
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "33/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    passages = [
        passage(NUMBER, "Ai ban hành", text="Quyết định này do Thủ tướng ban hành."),
        passage(NUMBER, "Tiêu chí", text="Huyện phải đạt cả 7 tiêu chí."),
    ]
    return index_of(corpus_of(regulation(NUMBER)), passages, model)


def asked(question: str, index: Index) -> Answer | None:
    before = Context(document=NUMBER, told=NUMBER, subject="QĐ 33 nói về gì?")
    query = resolve(question, TODAY, before)
    return counted.answer(query, index, index.catalogue.find(NUMBER))


@pytest.mark.parametrize("question", ["có mấy tiêu chí thế?", "bao nhieu tieu chi vay"])
def test_the_passage_that_counts_is_told(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert "7 tiêu chí" in answer.text


def test_what_is_not_counted_is_left_alone(index: Index):
    assert asked("ai ban hành?", index) is None
    assert asked("về môi trường có mấy tiêu chí?", index) is None
