"""The same passage again is an answer only to what it says."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.citing import of_passage
from knowledge.answering.conversation import repeated
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "202/QĐ-TTg"
TOLD = passage(
    NUMBER,
    "Điều kiện",
    text="Phường phải đáp ứng 60% nội dung.\nTrong đó có chợ nổi. Bến thuyền tăng từ 12% trở lên.",
)
BASIS = passage(NUMBER, "Căn cứ", text="Điều kiện của phường theo Nghị định 5/2011/NĐ-CP.")
ANSWER = Answer(Outcome.ANSWERED, Kind.PROVISION, TOLD.text, TODAY, citations=(of_passage(TOLD),))
BEFORE = Context(
    document=NUMBER, told=NUMBER, subject="phường cần điều kiện gì?", lead=repeated.lead(ANSWER)
)


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    return index_of(corpus_of(regulation(NUMBER)), [TOLD, BASIS], model)


def again(question: str, index: Index, before: Context = BEFORE) -> Answer | None:
    return repeated.instead(resolve(question, TODAY, before), index, ANSWER)


@pytest.mark.parametrize(
    "question",
    [
        "trong đó bến thuyền phải tăng bao nhiêu phần trăm?",
        "trong do ben thuyen tang bao nhieu %",
        "trong đó có chợ nổi không?",
        "nó cần 60% à?",
    ],
)
def test_a_detail_that_was_told_is_told_again(question: str, index: Index):
    assert again(question, index) is None


@pytest.mark.parametrize(
    "question",
    ["trong đó chợ nổi phải đạt bao nhiêu phần trăm?", "trong do cho noi bao nhieu tien?"],
)
def test_a_share_that_does_not_stand_beside_its_name_is_not_known(question: str, index: Index):
    answer = again(question, index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert "không nêu chi tiết này" in answer.text


def test_a_document_asked_for_is_looked_for_further(index: Index):
    answer = again("nó theo nghị định nào?", index)
    assert answer is not None
    assert "5/2011/NĐ-CP" in answer.text


def test_another_passage_is_no_repetition(index: Index):
    assert again("trong đó chợ nổi bao nhiêu phần trăm?", index, replace(BEFORE, lead="x")) is None


def test_what_told_nothing_leaves_the_last_thing_told():
    refused = replace(ANSWER, outcome=Outcome.UNKNOWN)
    noted = repeated.noted(resolve("gì nữa?", TODAY, BEFORE), refused)
    assert noted.context.lead == BEFORE.lead


def test_which_ministry_guides_it_asks_for_no_set_of_criteria(index: Index):
    said = replace(ANSWER, text="Theo Nghị định 5/2011/NĐ-CP, phường phải đáp ứng 60% nội dung.")
    before = replace(BEFORE, lead=repeated.lead(said))
    query = resolve("mức này bộ nào hướng dẫn, văn bản số mấy?", TODAY, before)
    assert repeated.instead(query, index, said) is None
