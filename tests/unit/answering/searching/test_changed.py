"""What a document's own provisions say of its changes."""

import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import changed
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLD, AMENDED, AMENDING = "7/2020/TT-BNV", "8/2020/TT-BNV", "9/2024/TT-BNV"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    documents = [
        regulation(OLD, type="Thông tư"),
        regulation(AMENDED, type="Thông tư"),
        regulation(AMENDING, type="Thông tư", relations=[relation("amends", AMENDED)]),
    ]
    passages = [
        passage(number, "Sửa đổi", text=f"Thông tư {number} đã được Thông tư 5/2024 sửa đổi.")
        for number in (OLD, AMENDED)
    ]
    return index_of(corpus_of(*documents), passages, model)


def told(question: str, number: str, index: Index) -> str | None:
    found = [index.catalogue.regulations[number]]
    answer = changed.answer(resolve(question, TODAY), index, found)
    return answer.text if answer else None


def test_a_change_by_a_document_that_is_not_there_is_told(index: Index):
    assert "Thông tư 5/2024" in str(told(f"{OLD} đã bị sửa đổi chưa?", OLD, index))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (f"{AMENDED} đã bị sửa đổi chưa?", AMENDED),  # the relation tells it
        (f"{OLD} đã bị thay thế chưa?", OLD),
        (f"{OLD} ai ký?", OLD),
    ],
)
def test_other_questions_are_left_to_the_fields(question: str, number: str, index: Index):
    assert told(question, number, index) is None
