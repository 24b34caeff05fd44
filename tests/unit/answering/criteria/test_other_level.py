"""A number of a level that had no set at the time is not told of another level."""

import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.criteria import other_level
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2023, 5, 2)
OLD, NEW = "22/QĐ-TTg", "33/QĐ-TTg"
BEFORE = criteria_table(
    OLD, criterion("1", name="Bến đò"), criterion("2", name="Cầu treo"), period="2016-2020"
)
ADVANCED = criteria_table(
    NEW,
    criterion("1", name="Bến đò"),
    criterion("2", name="Giếng làng"),
    period="2021-2025",
    level="xã nâng cao",
)


@pytest.fixture
def catalogue() -> Catalogue:
    documents = [regulation(OLD, period="2016-2020"), regulation(NEW, period="2021-2025")]
    return Catalogue(corpus_of(*documents, tables=[BEFORE, ADVANCED]))


def test_what_the_number_was_in_the_set_there_was_is_told_as_something_else(catalogue: Catalogue):
    query = resolve("tiêu chí 2 xã nâng cao năm 2018", TODAY)
    said = other_level.answer(query, catalogue, BEFORE, "2")
    assert said is not None
    assert said.outcome is Outcome.CORRECTED
    assert "Tiêu chí 2 (Cầu treo)" in said.direct


@pytest.mark.parametrize(
    ("question", "address"),
    [("tiêu chí 2 năm 2018", "2"), ("tiêu chí 1 xã nâng cao năm 2018", "1")],
)
def test_the_same_criterion_or_no_other_level_is_left_alone(
    question: str, address: str, catalogue: Catalogue
):
    assert other_level.answer(resolve(question, TODAY), catalogue, BEFORE, address) is None
