"""Where a criterion of an earlier set stands now is told by what is known of the set in force."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.criteria import heir
from knowledge.answering.query import resolve
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

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "33/QĐ-TTg", "77/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    old = criteria_table(
        OLD,
        criterion("1", name="Giếng làng"),
        criterion("2", name="Cầu treo"),
        criterion("3", name="Cây đa"),
        period="2021-2025",
    )
    new = criteria_table(
        NEW,
        criterion("1", name="Cầu treo và bến tàu"),
        criterion("2", name="Nước sạch", continues=[{"document": OLD, "number": "1"}]),
        period="2026-2030",
    )
    years = {OLD: ("2021-2025", 2021), NEW: ("2026-2030", 2026)}
    documents = [
        regulation(n, period=p, signed=dt.date(y, 1, 1), effective=dt.date(y, 1, 1))
        for n, (p, y) in years.items()
    ]
    rows = [
        passage(number, f"tiêu chí {at} (xã)", text=name, criteria=(at,), row=True, level="xã")
        for number, at, name in (
            (NEW, "1", "Cầu treo và bến tàu"),
            (NEW, "2", "Nước sạch"),
            (OLD, "1", "Giếng làng"),
            (OLD, "3", "Cây đa"),
        )
    ]
    return index_of(corpus_of(*documents, tables=[old, new]), rows, model)


def asked(question: str, index: Index) -> Answer | None:
    return heir.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        ("tiêu chí 1 cũ nay nằm ở đâu", "nay thuộc tiêu chí 2 (Nước sạch)"),
        ("tiêu chí cầu treo cũ giờ là tiêu chí nào", "tiêu chí 1 (Cầu treo và bến tàu)"),
        ("tiêu chí cây đa cũ bây giờ thuộc tiêu chí nào", "kho chưa rõ nội dung ấy"),
    ],
)
def test_what_took_it_up_or_has_its_name_is_told_or_that_it_is_not_known(
    question: str, direct: str, index: Index
):
    said = asked(question, index)
    assert said is not None
    assert direct.lower() in said.direct.lower()


@pytest.mark.parametrize(
    "question", ["tiêu chí 1 nằm ở đâu", "tiêu chí 1 cũ yêu cầu gì", "tiêu chí 9 cũ nay nằm ở đâu"]
)
def test_what_asks_for_something_else_is_left_alone(question: str, index: Index):
    assert asked(question, index) is None
