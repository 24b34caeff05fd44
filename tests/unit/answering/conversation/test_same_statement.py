import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import same_statement
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import article, corpus_of, index_of, passage

TODAY = dt.date(2026, 11, 22)
REPORT = "gia-lai-2018"
CEREMONY = "Thị trấn khánh thành đường mới ngày 04/3, có Bí thư Lê Thị Bút dự lễ."


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    passages = [
        passage(REPORT, "Khánh thành", text=CEREMONY),
        passage(REPORT, "Góp đất", text="Người dân góp công, góp đất làm đường."),
    ]
    return index_of(corpus_of(article(REPORT, title="Gia Lai")), passages, model)


def asked(question: str, index: Index) -> Answer | None:
    before = Context(document=REPORT, told=REPORT, subject="Thị trấn khánh thành đường ngày nào?")
    return same_statement.answer(resolve(question, TODAY, before), index)


def test_who_was_there_is_told_by_what_was_told(index: Index):
    answer = asked("ai dự lễ đó?", index)
    assert answer is not None
    assert "Lê Thị Bút" in answer.text


@pytest.mark.parametrize(
    "question", ["có lãnh đạo trung ương nào về dự không?", "co dai bieu nao du"]
)
def test_a_person_need_not_be_called_as_the_article_does(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert "Lê Thị Bút" in answer.text


@pytest.mark.parametrize(
    "question", ["ai bán cà phê?", "bao nhiêu xã đạt chuẩn?", "đường dài mấy?"]
)
def test_what_it_does_not_tell_is_not_told(question: str, index: Index):
    assert asked(question, index) is None
