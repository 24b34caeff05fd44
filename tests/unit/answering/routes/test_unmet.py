"""Whether a commune is recognised without a criterion is told by the conditions of recognition."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.routes import unmet
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    index_of,
    passage,
    regulation,
)

TODAY = dt.date(2023, 5, 2)
SET, RULE = "33/QĐ-TTg", "44/2022/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    table = criteria_table(SET, criterion("1", name="Giếng làng"), period="2021-2025")
    begun = dt.date(2021, 1, 1)
    documents = [
        regulation(SET, period="2021-2025", signed=begun, effective=begun),
        regulation(RULE, period="2021-2025", signed=begun, effective=begun),
    ]
    row = passage(SET, "tiêu chí 1 (xã)", text="Giếng làng", criteria=("1",), row=True, level="xã")
    conditions = passage(
        RULE,
        "Điều kiện công nhận xã",
        text="Xã được công nhận đạt chuẩn nông thôn mới khi đủ điều kiện và đạt mọi tiêu chí.",
        questions=("Điều kiện công nhận xã nông thôn mới là gì?",),
        period="2021-2025",
    )
    return index_of(corpus_of(*documents, tables=[table]), [row, conditions], model)


def asked(question: str, index: Index) -> Answer | None:
    return unmet.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    "question",
    [
        "chưa đạt tiêu chí giếng làng có được công nhận không",
        "xa khong dat gieng lang thi sao",
        "đạt 18/19 tiêu chí có được xét không",
        "còn thiếu tiêu chí 1 thì có được nợ không",
    ],
)
def test_the_conditions_of_recognition_are_told(question: str, index: Index):
    said = asked(question, index)
    assert said is not None
    assert said.citations[0].document == RULE


@pytest.mark.parametrize(
    "question",
    [
        "đã được công nhận mà nay không đạt tiêu chí 1 thì sao",
        "hợp tác xã chưa đạt thì sao",
        "tiêu chí 1 phải đạt bao nhiêu",
        "xã chưa đạt ruộng nương thì sao",
    ],
)
def test_a_withdrawal_a_threshold_or_what_is_no_criterion_is_left_alone(
    question: str, index: Index
):
    assert asked(question, index) is None
