"""The set whose criteria are counted or listed."""

import datetime as dt

import pytest

from knowledge.answering.criteria import structure
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "33/QĐ-TTg", "77/QĐ-TTg"
SOURCE = ["https://nguon.example"]


@pytest.fixture
def catalogue() -> Catalogue:
    sets = ((OLD, "2021-2025", 19, 2021), (NEW, "2026-2030", 12, 2026))
    tables = [
        criteria_table(
            number,
            *(criterion(str(at + 1), name=f"Bến đò {period}") for at in range(count)),
            period=period,
            counts={"criteria": count, "indicators": 40, "sources": SOURCE},
        )
        for number, period, count, _ in sets
    ]
    documents = [
        regulation(number, period=period, signed=dt.date(year, 1, 1), effective=dt.date(year, 1, 1))
        for number, period, _, year in sets
    ]
    return Catalogue(corpus_of(*documents, tables=tables))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("liệt kê các tiêu chí", "Bến đò 2026-2030"),
        ("19 tiêu chí gồm những gì", "Bến đò 2021-2025"),
        ("liệt kê 15 tiêu chí", "Bến đò 2026-2030"),
    ],
)
def test_the_set_that_has_so_many_is_listed_where_a_count_is_said(
    question: str, name: str, catalogue: Catalogue
):
    said = structure.answer(resolve(question, TODAY), catalogue)
    assert said is not None
    assert f"1. {name}" in said.text
