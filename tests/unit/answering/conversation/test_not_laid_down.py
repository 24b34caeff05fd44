import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.conversation import not_laid_down
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
RULES = "202/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    unknown = "Chưa xác định được văn bản quy định việc thu hồi danh hiệu."
    passages = [
        passage(RULES, "Thu hồi", text="Xã bị thu hồi danh hiệu khi không giữ được tiêu chí."),
        passage(RULES, "Thủ tục giai đoạn 2026-2030", text=unknown, known=False),
    ]
    return index_of(corpus_of(regulation(RULES)), passages, model)


def asked(question: str, index: Index) -> Answer | None:
    before = Context(document=RULES, told=RULES, subject="Khi nào xã bị thu hồi danh hiệu?")
    return not_laid_down.answer(resolve(question, TODAY, before), index)


@pytest.mark.parametrize(
    "question", ["từ năm 2026 thì thu hồi theo văn bản nào?", "giai đoạn 2026-2030 theo QĐ nào"]
)
def test_that_no_text_is_known_for_that_time_is_told(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [
        "năm 2018 thì thu hồi theo văn bản nào?",
        "từ năm 2026 xã bị thu hồi khi nào?",
        "từ năm 2026 nước sạch theo văn bản nào?",
    ],
)
def test_another_time_or_matter_is_looked_up(question: str, index: Index):
    assert asked(question, index) is None
