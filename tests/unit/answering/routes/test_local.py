"""A follow-up that names another province."""

import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.query import resolve
from knowledge.answering.routes import local
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import article, corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NATIONAL, PROVINCIAL, REPORT = "202/QĐ-TTg", "45/2017/QĐ-UBND", "gia-lai-2018"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    corpus = corpus_of(
        regulation(NATIONAL),
        regulation(PROVINCIAL, provinces=["Gia Lai"]),
        article(REPORT, title="Gia Lai", provinces=["Gia Lai"]),
    )
    said = "Cả nước có 900 xã đạt chuẩn nông thôn mới. Ở Kon Tum có 12 xã đạt chuẩn."
    passages = [
        passage(NATIONAL, "Kết quả", text=said),
        passage(REPORT, "Nguồn vốn", text="Gia Lai góp công làm đường."),
        passage(PROVINCIAL, "Điều 1", text="Mức hỗ trợ xi măng cho đường ngõ, xóm."),
    ]
    return index_of(corpus, passages, model)


@pytest.mark.parametrize("told", [PROVINCIAL, REPORT])
def test_what_one_province_has_is_not_told_of_another(told: str, index: Index):
    before = Context(document=told, province="Gia Lai", subject="Gia Lai có gì riêng?")
    answer = local.of_another_province(resolve("thế Cà Mau?", TODAY, before), index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert "Cà Mau" in answer.text


def test_what_holds_in_the_whole_country_is(index: Index):
    before = Context(document=NATIONAL, subject="nước sạch bao nhiêu?")
    assert local.of_another_province(resolve("thế Cà Mau?", TODAY, before), index) is None


def test_what_a_text_on_the_whole_country_tells_of_it_is_told(index: Index):
    before = Context(document=NATIONAL, subject="cả nước có bao nhiêu xã đạt chuẩn?")
    answer = local.of_another_province(resolve("riêng Kon Tum thì sao?", TODAY, before), index)
    assert answer is not None
    assert "12 xã" in answer.text


def test_what_the_province_has_is_not_told_for_a_decision_of_the_country(index: Index):
    asked = "ở Gia Lai theo Quyết định 202/QĐ-TTg mức hỗ trợ xi măng cho đường ngõ, xóm bao nhiêu?"
    assert local.of_province(resolve(asked, TODAY), index) is None
