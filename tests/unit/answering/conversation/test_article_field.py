import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.conversation import article_field
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import article, corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
REPORT = "gia-lai-2018"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    corpus = corpus_of(
        regulation("202/QĐ-TTg"),
        article(REPORT, title="Gia Lai làm đường", author="Lê Thị Bút", published="2018-03-04"),
    )
    return index_of(corpus, [passage(REPORT, "Số xã", text="Gia Lai có 12 xã đạt chuẩn.")], model)


def asked(question: str, index: Index, told: str = REPORT) -> Answer | None:
    before = Context(document=told, told=told, subject="Gia Lai có bao nhiêu xã đạt chuẩn?")
    return article_field.answer(resolve(question, TODAY, before), index)


@pytest.mark.parametrize(
    "question", ["ai viết bài đó vậy", "tác giả là ai?", "bai nay dang ngay nao"]
)
def test_who_wrote_it_and_when_are_told(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert "Lê Thị Bút" in answer.text
    assert "04/3/2018" in answer.text


@pytest.mark.parametrize(
    "question", ["là những xã nào?", "gồm các xã nào vậy", "quyết định số mấy?"]
)
def test_names_and_numbers_that_it_does_not_tell_are_not_known(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("question", ["những xã nào làm đường bê tông?", "vì sao chậm?"])
def test_what_it_reports_is_looked_up(question: str, index: Index):
    assert asked(question, index) is None


def test_a_document_has_no_author_of_an_article(index: Index):
    assert asked("ai viết?", index, "202/QĐ-TTg") is None
