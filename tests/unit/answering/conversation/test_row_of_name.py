"""A follow-up on a criterion that was called by its name is of that criterion."""

import datetime as dt

import pytest

from knowledge.answering.conversation import row_of_name
from knowledge.answering.query import Query, resolve
from knowledge.indexing.index import Index
from knowledge.references.context import Context
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

TODAY = dt.date(2023, 5, 2)
SET = "33/QĐ-TTg"
TALKED = Context(document=SET, period="2021-2025", subject="giếng làng", told=SET, row="2")


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    communes = criteria_table(
        SET,
        criterion("1", name="Cầu treo"),
        criterion("2", indicator("2.1"), name="Giếng làng"),
        period="2021-2025",
    )
    advanced = criteria_table(
        SET,
        criterion("1", name="Giếng làng"),
        criterion("2", name="Ruộng nương"),
        period="2021-2025",
        level="xã nâng cao",
    )
    begun = dt.date(2021, 1, 1)
    rows = [
        passage(SET, f"tiêu chí {at} ({level})", text=name, criteria=(at,), row=True, level=level)
        for level, at, name in (
            ("xã", "1", "Cầu treo"),
            ("xã", "2", "Giếng làng"),
            ("xã nâng cao", "1", "Giếng làng"),
            ("xã nâng cao", "2", "Ruộng nương"),
        )
    ]
    decision = regulation(SET, period="2021-2025", signed=begun, effective=begun)
    return index_of(corpus_of(decision, tables=[communes, advanced]), rows, model)


def read(question: str, index: Index) -> Query:
    return row_of_name.resolved(resolve(question, TODAY, TALKED), index)


def test_indicators_are_counted_of_it_in_its_set(index: Index):
    query = read("có mấy chỉ tiêu?", index)
    assert (query.context.criterion, query.context.period) == ("2", "2021-2025")


def test_another_level_has_it_by_its_name_and_not_by_its_number(index: Index):
    assert read("còn xã nâng cao?", index).context.criterion == "1"


@pytest.mark.parametrize("question", ["bộ này có mấy tiêu chí?", "còn cầu treo của xã nâng cao?"])
def test_what_says_more_is_left_alone(question: str, index: Index):
    assert read(question, index).context.criterion is None
