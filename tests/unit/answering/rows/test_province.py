"""Thresholds that a province sets stand before the national ones, where the province is named."""

import datetime as dt

from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    indicator,
    regulation,
)

NATIONAL, PROVINCIAL = "202/QĐ-TTg", "45/2017/QĐ-UBND"
TODAY = dt.date(2018, 6, 30)


def catalogue() -> Catalogue:
    water = criterion("1", indicator("1.1", name="Nước sạch", requirement="Đạt"))
    roads = criterion("2", indicator("2.1", name="Đường xã", requirement="Đạt"))
    tables = [
        criteria_table(NATIONAL, water, roads),
        criteria_table(PROVINCIAL, water, criterion("2")),
    ]
    documents = [
        regulation(NATIONAL, effective="2016-12-01"),
        regulation(PROVINCIAL, effective="2017-05-01", provinces=["Gia Lai"]),
    ]
    return Catalogue(corpus_of(*documents, tables=tables))


def chosen(question: str, before: Context | None = None) -> list[str]:
    query: Query = resolve(question, TODAY, before)
    return [table.document for table in choose(query, catalogue()).tables]


def test_the_decision_of_the_province_that_is_named_stands_first():
    assert chosen("chỉ tiêu 1.1 ở Gia Lai") == [PROVINCIAL, NATIONAL]


def test_the_province_of_the_profile_is_meant_as_well():
    assert chosen("chỉ tiêu 1.1 là bao nhiêu", Context(province="Gia Lai")) == [
        PROVINCIAL,
        NATIONAL,
    ]


def test_it_is_said_that_the_province_has_its_own():
    found = choose(resolve("chỉ tiêu 1.1 ở Gia Lai", TODAY), catalogue())
    assert PROVINCIAL in (found.note or "")
    assert found.is_current(found.tables[0])


def test_other_provinces_and_the_country_are_answered_from_the_national_set():
    assert chosen("chỉ tiêu 1.1 ở Cà Mau") == [NATIONAL]
    assert chosen("chỉ tiêu 1.1 là bao nhiêu") == [NATIONAL]


def test_what_the_province_leaves_alone_is_answered_from_the_national_set():
    assert chosen("chỉ tiêu 2.1 ở Gia Lai") == [NATIONAL]
    assert chosen("tiêu chí 2 ở Gia Lai") == [NATIONAL]
