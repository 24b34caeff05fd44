import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.criteria import named_elsewhere
from knowledge.answering.query import resolve
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
OLD, NEW = "33/QĐ-TTg", "77/QĐ-TTg"
WELL = "Tỷ lệ hộ có giếng khơi"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    well = indicator("1.1", name=WELL, comparison="at_least", unit="%", requirement=40)
    old = criteria_table(OLD, criterion("1", well, name="Giếng làng"), period="2021-2025")
    new = criteria_table(
        NEW,
        criterion("1", indicator("1.1", name=None), name="Nước"),
        period="2026-2030",
        counts={"criteria": 1, "indicators": 9, "sources": ["https://nguon.example"]},
    )
    years = {OLD: ("2021-2025", 2021), NEW: ("2026-2030", 2026)}
    documents = [
        regulation(n, period=p, signed=dt.date(y, 1, 1), effective=dt.date(y, 1, 1))
        for n, (p, y) in years.items()
    ]
    row = passage(OLD, "chỉ tiêu 1.1 (xã)", text=WELL, criteria=("1.1",), row=True, level="xã")
    return index_of(corpus_of(*documents, tables=[old, new]), [row], model)


def asked(question: str, index: Index) -> Answer | None:
    return named_elsewhere.answer(resolve(question, TODAY), index)


def test_a_row_not_known_of_the_set_in_force_is_told_with_the_set_before(index: Index):
    answer = asked("Hiện nay tỷ lệ hộ có giếng khơi phải đạt bao nhiêu?", index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert NEW in answer.direct
    assert "40%" not in answer.direct
    assert "từ 40% trở lên" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ có giếng khơi phải đạt bao nhiêu?",
        "Hiện nay tỷ lệ hộ có thuyền thúng phải đạt bao nhiêu?",
        "Giai đoạn 2021-2025 tỷ lệ hộ có giếng khơi bao nhiêu?",
        "Hiện nay đã có mấy xã có giếng khơi?",
    ],
)
def test_open_times_known_sets_and_other_matters_are_left_alone(question: str, index: Index):
    assert asked(question, index) is None
