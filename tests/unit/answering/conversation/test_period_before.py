"""What held before, after a threshold was told."""

import datetime as dt

import pytest

from knowledge.answering.conversation import period_before
from knowledge.answering.query import Query, resolve
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, criteria_table, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLD, NEW, GUIDE = "66/QĐ-TTg", "77/QĐ-TTg", "31/2021/TT-BYT"
ROW = Context(
    document=NEW, criterion="1.1", aspect="requirement", told=NEW, subject="1.1 của QĐ 77?"
)


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    documents = [
        regulation(OLD, period="2016-2020"),
        regulation(NEW, period="2021-2025", relations=[relation("succeeds", OLD)]),
        regulation(GUIDE, type="Thông tư", relations=[relation("guides", NEW)]),
    ]
    tables = [criteria_table(OLD), criteria_table(NEW, period="2021-2025")]
    return index_of(corpus_of(*documents, tables=tables), [passage(GUIDE)], model)


def read(question: str, index: Index, before: Context = ROW) -> Query:
    return period_before.resolved(resolve(question, TODAY, before), index)


@pytest.mark.parametrize(
    "question", ["trước đó thì sao?", "truoc nua", "thế trước đây bao nhiêu", "trước kia nữa?"]
)
def test_of_a_row_it_is_the_period_before(question: str, index: Index):
    query = read(question, index)
    assert (query.context.period, query.context.criterion) == ("previous", "1.1")
    assert Aspect.REPLACES not in query.aspects


def test_which_document_it_was_is_asked_of_the_row_too(index: Index):
    query = read("trước đó quy định ở đâu", index)
    assert query.context.period == "previous"
    assert query.wants(Aspect.BASIS)


def test_of_a_document_the_words_ask_what_it_replaced(index: Index):
    before = Context(document=NEW, aspect="signed", told=NEW, subject="QĐ 77 ký ngày nào?")
    query = read("trước đó là quyết định nào?", index, before)
    assert query.context.period is None
    assert query.wants(Aspect.REPLACES)


def test_after_a_guidance_the_question_itself_is_asked_of_that_period(index: Index):
    before = Context(
        document=GUIDE,
        period="2021-2025",
        aspect="requirement",
        told=GUIDE,
        subject="Bảo hiểm xe bò giai đoạn 2021-2025 bao nhiêu phần trăm?",
    )
    query = read("giai đoạn trước thì sao?", index, before)
    assert query.context.period == "2016-2020"
    assert "Bảo hiểm xe bò" in query.question
