import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import other_period
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
EARLIER, OF_COMMUNES, NOW = "11/QĐ-TTg", "12/QĐ-TTg", "22/QĐ-TTg"
BEFORE = Context(
    document=NOW,
    period="2016-2020",
    level="tỉnh",
    told=NOW,
    subject="Tỉnh hoàn thành cần bao nhiêu phần trăm xã đạt chuẩn?",
)


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    follows = [relation("succeeds", EARLIER), relation("succeeds", OF_COMMUNES)]
    documents = [
        regulation(EARLIER, period="2011-2015", levels=["tỉnh"]),
        regulation(OF_COMMUNES, period="2011-2015", levels=["xã"]),
        regulation(NOW, period="2016-2020", levels=["xã", "tỉnh"], relations=follows),
    ]
    passages = [
        passage(EARLIER, "Điều 2", text="Tỉnh hoàn thành khi 30% số xã nâng cao đạt chuẩn."),
        passage(OF_COMMUNES, "Điều 2", text="Tỉnh có 45% số xã nâng cao đạt chuẩn."),
        passage(NOW, "Điều 2", text="Tỉnh hoàn thành khi 70% số xã đạt chuẩn."),
    ]
    return index_of(corpus_of(*documents), passages, model)


def asked(question: str, index: Index, before: Context = BEFORE) -> Answer | None:
    return other_period.answer(resolve(question, TODAY, before), index)


@pytest.mark.parametrize(
    "question",
    [
        "giai đoạn trước thì bao nhiêu phần trăm xã nâng cao?",
        "giai doan 2011-2015 thi bao nhieu phan tram xa nang cao",
        "thế giai đoạn trước tỉnh phải có bao nhiêu xã nâng cao?",
    ],
)
def test_it_is_told_from_the_document_before_of_the_same_level(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert {citation.document for citation in answer.citations} == {EARLIER}


@pytest.mark.parametrize(
    "question", ["giai đoạn trước ai ký?", "giai đoạn sau thì bao nhiêu phần trăm?", "còn nữa?"]
)
def test_fields_and_periods_without_a_document_are_left_alone(question: str, index: Index):
    assert asked(question, index) is None


def test_a_row_keeps_its_set(index: Index):
    before = Context(document=NOW, row="4", told=NOW, subject="tiêu chí 4 của tỉnh?")
    assert asked("giai đoạn trước thì sao?", index, before) is None
