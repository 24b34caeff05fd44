from pathlib import Path

import pytest

from knowledge.corpus.catalogue import Catalogue, criterion_of, indicator_of
from knowledge.corpus.document import RelationType
from knowledge.corpus.fields import Level
from knowledge.corpus.folder import read
from tests.unit.builders import (
    LETTER,
    NEW,
    OLD,
    article,
    corpus_of,
    criteria_table,
    criterion,
    indicator,
    regulation,
    relation,
)


@pytest.fixture
def catalogue(documents: Path) -> Catalogue:
    return Catalogue(read([documents]))


@pytest.fixture
def crowded() -> Catalogue:
    numbers = ["318/QĐ-TTg", "318/QĐ-UBND", "318/2009/QĐ-TTg", "18/QĐ-TTg", "1318/QĐ-TTg"]
    law = regulation("318/2020/QH14", type="Luật")
    return Catalogue(corpus_of(*map(regulation, numbers), law, mentioned=["491/QĐ-TTg"]))


def found(catalogue: Catalogue, reference: str) -> list[str]:
    return [document.number for document in catalogue.find(reference)]


@pytest.mark.parametrize(
    ("reference", "wanted"),
    [
        ("318/QĐ-TTg", ["318/QĐ-TTg"]),
        ("318/qd-ttg", ["318/QĐ-TTg"]),
        ("318/2009/QĐ-TTg", ["318/2009/QĐ-TTg"]),
        ("quyết định 318", ["318/QĐ-TTg", "318/QĐ-UBND", "318/2009/QĐ-TTg"]),
        ("qd 318", ["318/QĐ-TTg", "318/QĐ-UBND", "318/2009/QĐ-TTg"]),
        ("văn bản 318", ["318/QĐ-TTg", "318/QĐ-UBND", "318/2009/QĐ-TTg", "318/2020/QH14"]),
        ("luật 318", ["318/2020/QH14"]),
        ("318/2009", ["318/2009/QĐ-TTg"]),
        ("nghị định 318", []),
        ("318/QĐ-BNN", []),
        ("491/QĐ-TTg", []),
        ("không có số", []),
        ("", []),
    ],
)
def test_a_number_complete_or_short_finds_what_it_can_mean(
    crowded: Catalogue, reference: str, wanted: list[str]
):
    assert found(crowded, reference) == wanted


def test_a_document_is_found_by_what_it_is_called(catalogue: Catalogue):
    assert found(catalogue, "Bộ tiêu chí mẫu") == found(catalogue, "bo tieu chi mau") == [NEW]


def test_a_document_known_by_its_number_only_is_found_apart(crowded: Catalogue):
    (mentioned,) = crowded.find_mentioned("491/qd-ttg")
    assert mentioned.number == "491/QĐ-TTg"
    assert crowded.find_mentioned("318/QĐ-TTg") == []
    assert crowded.find_mentioned("không có số") == []


@pytest.mark.parametrize(
    ("reference", "wanted"),
    [
        ("318/QĐ-BNN", ["318/QĐ-TTg", "318/QĐ-UBND", "318/2009/QĐ-TTg", "318/2020/QH14"]),
        ("318/2009/NĐ-CP", ["318/2009/QĐ-TTg"]),
        ("999/QĐ-TTg", []),
        ("không có số", []),
    ],
)
def test_documents_with_the_same_serial_can_be_offered(
    crowded: Catalogue, reference: str, wanted: list[str]
):
    assert [document.number for document in crowded.same_serial(reference)] == wanted


def test_relations_are_seen_from_their_target(catalogue: Catalogue):
    found = catalogue.incoming(NEW)
    assert [(i.regulation.number, i.relation.type) for i in found] == [
        (LETTER, RelationType.SETS_STANDARD)
    ]
    (replacing,) = catalogue.incoming(OLD, RelationType.REPLACES)
    assert replacing.regulation.number == NEW
    assert catalogue.incoming(OLD, RelationType.AMENDS) == []
    assert catalogue.incoming("999/QĐ-TTg") == []


def test_the_earliest_acting_document_comes_first_and_undated_ones_last():
    amends = [relation("amends", OLD)]
    catalogue = Catalogue(
        corpus_of(
            regulation("3/QĐ-TTg", relations=amends),
            regulation("2/QĐ-TTg", relations=amends, signed="2020-02-01"),
            regulation("1/QĐ-TTg", relations=amends, signed="2019-12-31"),
            regulation(OLD),
        )
    )
    numbers = [item.regulation.number for item in catalogue.incoming(OLD)]
    assert numbers == ["1/QĐ-TTg", "2/QĐ-TTg", "3/QĐ-TTg"]


def test_tables_are_found_by_document_and_by_level():
    tables = [
        criteria_table(NEW, period="2016-2020"),
        criteria_table(OLD, period="2010-2015"),
        criteria_table(NEW, period="2016-2020", level="xã nâng cao"),
    ]
    catalogue = Catalogue(corpus_of(regulation(OLD), regulation(NEW), tables=tables))
    assert {table.level for table in catalogue.tables_of(NEW)} == {"xã", "xã nâng cao"}
    at_level = catalogue.tables_at(Level.COMMUNE)
    assert [table.document for table in at_level] == [OLD, NEW]
    assert catalogue.tables_at(Level.DISTRICT) == []
    assert catalogue.tables_of("999/QĐ-TTg") == []


def test_articles_are_found_by_any_of_their_provinces():
    catalogue = Catalogue(
        corpus_of(
            article("a", provinces=["Kiên Giang"]),
            article("b", provinces=["Hậu Giang", "Bạc Liêu"]),
            article("c"),
        )
    )
    about = catalogue.articles_about(["Bạc Liêu", "Kiên Giang"])
    assert [item.id for item in about] == ["a", "b"]
    assert catalogue.articles_about([]) == []


@pytest.fixture
def table():
    return criteria_table(
        NEW,
        criterion("1", indicator("1.1"), indicator("1.10")),
        criterion("2", indicator("2"), indicator(None)),
    )


@pytest.mark.parametrize(
    ("number", "wanted"), [("1", "1"), ("1.10", "1"), ("1.99", "1"), ("2", "2"), ("11", None)]
)
def test_a_criterion_is_found_by_its_number_or_that_of_an_indicator(table, number, wanted):
    found = criterion_of(table, number)
    assert (found and found.number) == wanted


@pytest.mark.parametrize(
    ("number", "wanted"),
    [("1.1", "1.1"), ("1.10", "1.10"), ("1", None), ("1.2", None), ("2", "2"), ("9.1", None)],
)
def test_an_indicator_is_found_by_exactly_its_number(table, number, wanted):
    found = indicator_of(table, number)
    assert (found and found.number) == wanted
