import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.conversation import made_of
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
COUNTED, OTHER = "66/QĐ-TTg", "77/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    structure = passage(COUNTED, "Bố cục", text="Quyết định 66/QĐ-TTg có 3 chương, 8 điều.")
    other = passage(OTHER, "Điều 1", text="Quyết định 77/QĐ-TTg nêu việc đào giếng.")
    return index_of(corpus_of(regulation(COUNTED), regulation(OTHER)), [structure, other], model)


def asked(question: str, index: Index, document: str | None = None) -> Answer | None:
    before = Context(document=document, subject="ai ký?") if document else Context()
    return made_of.answer(resolve(question, TODAY, before), index)


def test_the_parts_of_the_document_talked_about_are_told(index: Index):
    answer = asked("gồm mấy chương?", index, COUNTED)
    assert answer is not None
    assert "3 chương" in answer.text


def test_those_of_another_document_are_not_told_instead(index: Index):
    answer = asked("gồm mấy chương?", index, OTHER)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert COUNTED not in answer.text


def test_the_document_may_be_named(index: Index):
    answer = asked("Quyết định 66/QĐ-TTg có bao nhiêu điều?", index)
    assert answer is not None
    assert "8 điều" in answer.text


@pytest.mark.parametrize("question", ["có bao nhiêu điều kiện?", "mấy chương trình?", "ai ký?"])
def test_conditions_programmes_and_other_matters_are_left(question: str, index: Index):
    assert asked(question, index, COUNTED) is None


def test_it_is_asked_which_document_is_meant_where_none_is(index: Index):
    answer = asked("gồm mấy chương?", index)
    assert answer is not None
    assert answer.outcome is Outcome.ASKED
