import datetime as dt

import pytest

from knowledge.answering import engine
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.comparing import one_by_one
from knowledge.answering.query import Query, resolve
from knowledge.corpus.fields import Nature
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW, SILENT = "34/2019/NĐ-CP", "33/2023/NĐ-CP", "35/2024/NĐ-CP"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    corpus = corpus_of(*(regulation(number, type="Nghị định") for number in (OLD, NEW, SILENT)))
    told = [
        passage(OLD, "Số người lái đò", text="Xã loại 1 có tối đa 23 người lái đò ngang."),
        passage(NEW, "Số người lái đò", text="Xã loại 1 có tối đa 22 người lái đò ngang."),
        passage(SILENT, "Bến bãi", text="Bến bãi do ủy ban quản lý."),
    ]
    return index_of(corpus, told, model)


def asked(question: str, index: Index) -> Answer:
    return engine.answer(resolve(question, TODAY), index)


def test_what_each_document_says_stands_side_by_side(index: Index):
    answer = asked("số người lái đò ngang xã loại 1 theo nghị định 34 và 33 lệch mấy người", index)
    assert (answer.outcome, answer.kind) == (Outcome.ANSWERED, Kind.COMPARISON)
    assert "23 người" in answer.text
    assert "22 người" in answer.text
    assert {citation.document for citation in answer.citations} == {OLD, NEW}


def test_a_side_of_which_nothing_is_found_is_said_to_be_missing(index: Index):
    query = resolve("số đò vùng Tây Nguyên so với Đông Nam Bộ nhiều hơn mấy chiếc", TODAY)
    there = Answer(
        Outcome.ANSWERED,
        Kind.PROVISION,
        "Tây Nguyên có 5 con đò.",
        TODAY,
        citations=(Citation(OLD, "Số đò", Nature.DIGEST, "Tây Nguyên có 5 con đò."),),
    )
    nothing = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Kho chưa có.", TODAY)

    def again(asked: Query) -> Answer:
        return there if "Tây Nguyên" in asked.question else nothing

    compared = one_by_one.instead(query, index, nothing, again)
    assert compared is not None
    assert compared.text.startswith(
        "- Vùng Tây Nguyên: Tây Nguyên có 5 con đò.\n- Vùng Đông Nam Bộ: tôi chưa tìm"
    )
    assert one_by_one.instead(query, index, there, again) is None


def test_nothing_is_compared_where_no_side_is_known(index: Index):
    query = resolve("số đò vùng Tây Nguyên so với Đông Nam Bộ nhiều hơn mấy chiếc", TODAY)
    nothing = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Kho chưa có.", TODAY)
    assert one_by_one.instead(query, index, nothing, lambda _: nothing) is None
