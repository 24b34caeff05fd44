import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.outside import refusals
from knowledge.answering.query import resolve
from knowledge.answering.routes import likely_row
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    index_of,
    indicator,
    passage,
    regulation,
)

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"
ROWS = (
    ("1.1", "Đường ngõ xóm không lầy lội", "hẻm nhỏ trong xóm mưa xuống toàn bùn đất"),
    ("2.1", "Tỷ lệ hộ có giếng khơi", "nhà nào cũng phải đào giếng lấy nước ăn"),
)


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    rows = [indicator(at, name=name, unit="%", requirement=40) for at, name, _ in ROWS]
    table = criteria_table(
        NUMBER,
        criterion("1", rows[0], name="Giao thông"),
        criterion("2", rows[1], name="Nước"),
    )
    passages = [
        passage(
            NUMBER,
            f"chỉ tiêu {at} (xã)",
            text=name,
            questions=(asked,),
            criteria=(at,),
            row=True,
            level="xã",
        )
        for at, name, asked in ROWS
    ]
    return index_of(corpus_of(regulation(NUMBER), tables=[table]), passages, model)


def instead(question: str, index: Index) -> Answer | None:
    query = resolve(question, TODAY)
    return likely_row.instead(query, index, refusals.unknown(query))


def test_a_row_described_in_everyday_words_is_told(index: Index):
    answer = instead("hẻm trong xóm mưa toàn bùn đất thì phải đạt bao nhiêu?", index)
    assert answer is not None
    assert "1.1" in answer.text
    assert "2.1" not in answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "tối nay ăn gì ngon",
        "hẻm trong xóm mưa toàn bùn đất ở Kiên Giang phải đạt bao nhiêu?",
        "hẻm trong xóm mưa toàn bùn đất thì gọi cho ai?",
        "hẻm trong xóm mưa toàn bùn đất được cấp bao nhiêu vốn?",
    ],
)
def test_another_matter_a_place_and_what_no_row_tells_are_left(question: str, index: Index):
    assert instead(question, index) is None
