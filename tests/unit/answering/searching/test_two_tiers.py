import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.outside import refusals
from knowledge.answering.query import resolve
from knowledge.answering.searching import two_tiers
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLD, CHANGING, STAFF = "202/QĐ-TTg", "55/2025/NĐ-CP", "66/2023/NĐ-CP"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    corpus = corpus_of(
        regulation(OLD),
        regulation(STAFF, type="Nghị định"),
        regulation(
            CHANGING,
            type="Nghị định",
            topics=["chính quyền hai cấp"],
            relations=[relation("amends", OLD)],
        ),
    )
    unknown = "Chưa rõ nghị định còn áp dụng khi có chính quyền hai cấp hay không."
    passages = [
        passage(OLD, "Điều 3", text="Cấp huyện thẩm định hồ sơ của xã."),
        passage(CHANGING, "Điều 1", text="Việc của cấp huyện chuyển cho cấp xã hoặc cấp tỉnh."),
        passage(STAFF, "Số người", text="Xã loại 1 có 22 cán bộ, công chức."),
        passage(STAFF, "Hai cấp", text=unknown, known=False),
    ]
    return index_of(corpus, passages, model)


def asked(question: str, index: Index) -> Answer | None:
    return two_tiers.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    "question",
    [
        "Không còn cấp huyện thì việc thẩm định của huyện ai làm?",
        "bo huyen roi ho so cua xa giao cho ai",
        "Huyện đã giải thể, cơ quan nào tiếp nhận việc này?",
    ],
)
def test_who_does_it_by_now_is_told_by_what_changed_it(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert answer.citations[0].document == CHANGING


def test_what_is_not_known_of_a_document_since_is_said(index: Index):
    answer = asked(f"bỏ cấp huyện thì Nghị định {STAFF} còn hiệu lực không?", index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question", ["Huyện nông thôn mới do ai công nhận?", "Bỏ cấp huyện từ ngày nào?"]
)
def test_nothing_else_is_asked_of_it(question: str, index: Index):
    assert asked(question, index) is None


@pytest.mark.parametrize(
    "question",
    ["Xã nộp hồ sơ cho UBND huyện vào tháng mấy?", "Huyện thẩm định hồ sơ trong bao nhiêu ngày?"],
)
def test_who_takes_the_district_for_still_there_is_told(question: str, index: Index):
    query = resolve(question, TODAY)
    answer = two_tiers.noted(query, index, refusals.unknown(query))
    assert answer.outcome is Outcome.CORRECTED
    assert answer.citations[0].document == CHANGING


def test_the_past_and_the_title_of_districts_are_left_alone(index: Index):
    for question in ("Năm 2019 xã nộp hồ sơ cho huyện khi nào?", "Huyện nông thôn mới cần gì?"):
        query = resolve(question, TODAY)
        unknown = refusals.unknown(query)
        assert two_tiers.noted(query, index, unknown) is unknown
