import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.criteria import named_before
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


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    old = criteria_table(
        OLD,
        criterion("1", indicator("1.1"), name="Giếng làng", group="I"),
        criterion("2", indicator("2.1"), name="Bến đò", group="II"),
        period="2021-2025",
        groups={"I": "Nước và cây", "II": "Đi lại"},
    )
    new = criteria_table(
        NEW,
        criterion("1", indicator("1.1", name=None), name="Nước và cây"),
        criterion("2", indicator("2.1", name=None), name="Ruộng đồng"),
        period="2026-2030",
        counts={"criteria": 2, "indicators": 9, "sources": ["https://nguon.example"]},
    )
    years = {OLD: ("2021-2025", 2021), NEW: ("2026-2030", 2026)}
    documents = [
        regulation(n, period=p, signed=dt.date(y, 1, 1), effective=dt.date(y, 1, 1))
        for n, (p, y) in years.items()
    ]
    rows = [
        passage(n, f"tiêu chí {at} (xã)", text=name, criteria=(at,), row=True, level="xã")
        for n, at, name in (
            (OLD, "1", "Giếng làng"),
            (OLD, "2", "Bến đò"),
            (NEW, "1", "Nước và cây"),
            (NEW, "2", "Ruộng đồng"),
        )
    ]
    return index_of(corpus_of(*documents, tables=[old, new]), rows, model)


def asked(question: str, index: Index) -> Answer | None:
    return named_before.answer(resolve(question, TODAY), index)


def test_the_decision_in_force_is_told_with_the_criterion_called_as_the_group_was(index: Index):
    answer = asked("Tiêu chí giếng làng hiện nay theo quyết định nào?", index)
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert NEW in answer.direct
    assert "nhóm Nước và cây" in answer.direct
    assert OLD in answer.text
    assert OLD not in answer.direct


def test_where_the_matter_went_is_said_to_be_unknown_where_no_name_tells(index: Index):
    answer = asked("Tiêu chí bến đò hiện nay theo quyết định nào?", index)
    assert answer is not None
    assert "kho chưa rõ" in answer.direct.lower()


def test_guidance_that_is_not_known_is_not_answered_with_the_decision(index: Index):
    answer = asked("Tiêu chí giếng làng hiện nay văn bản nào hướng dẫn?", index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [
        "Tiêu chí ruộng đồng hiện nay theo quyết định nào?",
        "Tiêu chí giếng làng theo quyết định nào?",
        "Tiêu chí giếng làng giai đoạn 2021-2025 theo quyết định nào?",
        "Tiêu chí giếng làng hiện nay phải đạt bao nhiêu?",
    ],
)
def test_a_name_of_the_set_itself_another_time_and_demands_are_left_alone(
    question: str, index: Index
):
    assert asked(question, index) is None
