import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.comparing import by_level, wholes
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, criteria_table, criterion, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW, MODEL = "66/QĐ-TTg", "77/QĐ-TTg", "68/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    old = criteria_table(
        OLD, criterion("1", name="Đò ngang"), criterion("2", name="Cầu"), period="2021-2025"
    )
    advanced = criteria_table(OLD, level="xã nâng cao", period="2021-2025")
    new = criteria_table(NEW, criterion("1", name="Đi lại"), period="2026-2030")
    corpus = corpus_of(
        regulation(OLD, signed=dt.date(2022, 1, 1), effective=dt.date(2022, 1, 1)),
        regulation(NEW, signed=dt.date(2026, 1, 1), effective=dt.date(2026, 1, 1)),
        regulation(
            MODEL, levels=["xã kiểu mẫu"], topics=["bộ tiêu chí"], issuer="Thủ tướng Chính phủ"
        ),
        tables=[old, advanced, new],
    )
    told = passage(MODEL, "Điều kiện", text="Xã kiểu mẫu phải có một làng cổ.")
    loss = passage(OLD, "Mất danh hiệu", text="Thu hồi danh hiệu khi trượt.")
    return index_of(corpus, [told, loss], model)


def asked(question: str, index: Index) -> Answer | None:
    return wholes.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    "question",
    [
        "Bộ tiêu chí mới so với bộ cũ thay đổi thế nào?",
        "So với giai đoạn 2021-2025, số tiêu chí bây giờ tăng hay giảm?",
        "bo tieu chi truoc day khac bo hien hanh cho nao",
    ],
)
def test_the_set_in_force_stands_beside_the_one_before(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert [citation.document for citation in answer.citations] == [OLD, NEW]


def test_a_number_that_stands_no_more_is_put_right(index: Index):
    answer = asked("Hồi trước 2 tiêu chí, giờ còn 2 tiêu chí không?", index)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
    assert answer.text.startswith("Không còn 2")


@pytest.mark.parametrize(
    "question",
    [
        "Bộ tiêu chí mới so với bộ cũ, thu hồi danh hiệu thay đổi thế nào?",
        "Bộ tiêu chí mới có mấy tiêu chí?",
        f"{OLD} khác {NEW} chỗ nào?",
    ],
)
def test_a_matter_or_a_document_is_not_compared_as_a_whole(question: str, index: Index):
    assert asked(question, index) is None


def test_a_title_without_a_table_is_told_by_its_conditions(index: Index):
    answer = by_level.answer(resolve("Xã nâng cao và xã kiểu mẫu khác nhau thế nào?", TODAY), index)
    assert answer is not None
    assert "một làng cổ" in answer.text
    assert [citation.document for citation in answer.citations] == [OLD, MODEL]
