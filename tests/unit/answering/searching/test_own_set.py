import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import own_set
from knowledge.indexing.index import Index
from knowledge.references.parser import DOCUMENT
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NATIONAL, PROVINCIAL = "202/QĐ-TTg", "45/2017/QĐ-UBND"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    corpus = corpus_of(regulation(NATIONAL), regulation(PROVINCIAL, provinces=["Gia Lai"]))
    said = "Các tỉnh có quyết định riêng:\n- Kon Tum: 77/QĐ-UBND ngày 01/3/2017; Cà Mau chưa có."
    return index_of(corpus, [passage(NATIONAL, "Của tỉnh", text=said)], model)


def test_a_decision_that_only_others_tell_of_is_read_as_named(index: Index):
    query = resolve("Kon Tum có bộ tiêu chí riêng không?", TODAY)
    assert own_set.resolved(query, index).references.first(DOCUMENT) == "77/QĐ-UBND"


@pytest.mark.parametrize(
    "question", ["Gia Lai có bộ tiêu chí riêng không?", "Kon Tum có bao nhiêu xã đạt chuẩn?"]
)
def test_a_known_one_and_another_matter_are_left(question: str, index: Index):
    query = resolve(question, TODAY)
    assert own_set.resolved(query, index) is query


def test_a_province_without_one_is_known_to_have_none(index: Index):
    asked = "{} có quyết định riêng về bộ tiêu chí không?"
    assert own_set.is_missing(resolve(asked.format("Cà Mau"), TODAY), index)
    assert not own_set.is_missing(resolve(asked.format("Gia Lai"), TODAY), index)
    assert not own_set.is_missing(resolve("Cà Mau theo bộ tiêu chí nào?", TODAY), index)
