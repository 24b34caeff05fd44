import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.searching import what_changed
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
FIRST, OTHER, CHANGING = "66/QĐ-TTg", "68/QĐ-TTg", "77/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    changes = [relation("amends", FIRST), relation("amends", OTHER)]
    passages = [
        passage(FIRST, "Điều 1", text="Quyết định 66/QĐ-TTg nói về đào giếng."),
        passage(FIRST, "Sửa đổi năm 2024", text="77/QĐ-TTg thêm mục nắp giếng vào 66/QĐ-TTg."),
        passage(CHANGING, "Điều 2", text="Quyết định 77/QĐ-TTg sửa độ sâu ao ở 68/QĐ-TTg."),
    ]
    documents = [regulation(FIRST), regulation(OTHER), regulation(CHANGING, relations=changes)]
    return index_of(corpus_of(*documents), passages, model)


def asked(question: str, index: Index, number: str, last: str | None = None) -> Answer | None:
    before = Context(document=last, subject="ai ký?") if last else Context()
    query = resolve(question, TODAY, before)
    return what_changed.answer(query, index, index.catalogue.find(number))


@pytest.mark.parametrize(
    "question", ["Quyết định 66 bị sửa ở điểm nào?", "qd 66 sua nhung gi", "66 bi sua sao, sua gi"]
)
def test_what_was_changed_is_told_by_what_is_headed_so(question: str, index: Index):
    answer = asked(question, index, FIRST)
    assert answer is not None
    assert "nắp giếng" in answer.text


def test_a_provision_of_the_changing_document_tells_it_too(index: Index):
    answer = asked("Quyết định 68 được sửa ở chỗ nào?", index, OTHER)
    assert answer is not None
    assert "độ sâu ao" in answer.text


def test_of_several_documents_changed_the_one_talked_about_is_meant(index: Index):
    answer = asked("sửa cái gì?", index, CHANGING, FIRST)
    assert answer is not None
    assert "nắp giếng" in answer.text


def test_which_documents_were_changed_is_left_to_the_relations(index: Index):
    assert asked("Quyết định 77 sửa cái gì?", index, CHANGING) is None


@pytest.mark.parametrize("question", ["Quyết định 66 ai ký?", "Văn bản nào sửa Quyết định 66?"])
def test_another_question_is_left(question: str, index: Index):
    assert asked(question, index, FIRST) is None
