"""The number that the row talked about has in another set."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import row_elsewhere
from knowledge.answering.query import resolve
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.passage import Passage
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    index_of,
    passage,
    regulation,
    relation,
)

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "66/QĐ-TTg", "77/QĐ-TTg"


def rows(table: CriteriaTable) -> list[Passage]:
    fields = {"row": True, "level": table.level.value, "period": str(table.period)}
    return [
        passage(table.document, one.number, text=one.name, criteria=(one.number,), **fields)
        for one in table.criteria
    ]


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    old = criteria_table(
        OLD, criterion("1", name="Đường làng"), criterion("2", name="Nước giếng khoan")
    )
    new = criteria_table(
        NEW,
        *(criterion("1", name="Nước giếng khoan"), criterion("2", name="Chợ phiên")),
        period="2021-2025",
    )
    documents = [
        regulation(OLD, period="2016-2020"),
        regulation(NEW, period="2021-2025", relations=[relation("succeeds", OLD)]),
    ]
    return index_of(corpus_of(*documents, tables=[old, new]), [*rows(old), *rows(new)], model)


def asked(question: str, index: Index, row: str = "2") -> Answer | None:
    before = Context(
        document=OLD, criterion=row, period="2016-2020", told=OLD, subject=f"tiêu chí {row} là gì?"
    )
    return row_elsewhere.answer(resolve(question, TODAY, before), index)


@pytest.mark.parametrize(
    "question",
    ["sang giai đoạn 2021-2025 nó là số mấy?", "qua QĐ 77 cái này là tiêu chí số mấy"],
)
def test_it_is_found_by_its_name(question: str, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert "tiêu chí 1 (Nước giếng khoan)" in answer.text


def test_what_has_no_counterpart_is_left_alone(index: Index):
    assert asked("sang giai đoạn 2021-2025 nó là số mấy?", index, "1") is None


@pytest.mark.parametrize("question", ["sang giai đoạn 2021-2025 thì sao?", "nó là số mấy?"])
def test_other_questions_are_not_met_with_it(question: str, index: Index):
    assert asked(question, index) is None
