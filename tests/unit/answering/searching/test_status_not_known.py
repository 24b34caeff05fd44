import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.query import resolve
from knowledge.answering.searching import status_not_known
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
OLD, DATED = "7/QĐ-BNV", "8/QĐ-BNV"
SAID = "Chưa có nguồn xác nhận văn bản này còn hiệu lực."


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    documents = [
        regulation(OLD, signed="2004-01-16", effective=None),
        regulation(DATED, signed="2004-01-16", effective="2004-02-01"),
    ]
    passages = [
        passage(number, "Tình trạng hiệu lực", text=SAID, known=False) for number in (OLD, DATED)
    ]
    return index_of(corpus_of(*documents), passages, model)


def asked(question: str, number: str, index: Index) -> Answer | None:
    found = [index.catalogue.regulations[number]]
    return status_not_known.answer(resolve(question, TODAY), index, found)


def test_what_a_documents_own_page_says_of_its_status_comes_first(index: Index):
    answer = asked("7/QĐ-BNV còn hiệu lực không?", OLD, index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert SAID in answer.text


def test_a_known_day_of_effect_and_other_fields_are_left_to_the_fields(index: Index):
    assert asked("8/QĐ-BNV còn hiệu lực không?", DATED, index) is None
    assert asked("7/QĐ-BNV ai ký?", OLD, index) is None
