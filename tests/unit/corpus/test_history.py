import datetime as dt

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.history import Station, history
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 6, 1)
FIRST, AMENDING, SECOND, BESIDE, THIRD = (f"{number}/QĐ-TTg" for number in range(1, 6))


def line(asked: str, *documents: Regulation) -> list[Station]:
    return history(Catalogue(corpus_of(*documents)), asked, TODAY)


def made(number: str, year: int, *relations: dict[str, object]) -> Regulation:
    day = dt.date(year, 2, 1)
    return regulation(number, signed=day, effective=day, relations=list(relations))


DOCUMENTS = (
    made(FIRST, 2009),
    made(AMENDING, 2013, relation("amends", FIRST)),
    made(SECOND, 2016, relation("replaces", FIRST)),
    made(BESIDE, 2017),
    made(THIRD, 2026, relation("succeeds", SECOND), relation("succeeds", BESIDE)),
)


def test_a_line_goes_back_and_forward_with_what_amends_it() -> None:
    stations = line(SECOND, *DOCUMENTS)
    assert [station.number for station in stations] == [FIRST, AMENDING, SECOND, THIRD]
    assert [station.asked for station in stations] == [False, False, True, False]
    assert stations[1].relation == "amends"
    assert stations[2].target == FIRST


def test_the_same_line_from_its_beginning() -> None:
    numbers = [station.number for station in line(FIRST, *DOCUMENTS)]
    assert numbers == [FIRST, AMENDING, SECOND, THIRD]


def test_validity_is_that_of_the_day() -> None:
    first, _, second, third = line(SECOND, *DOCUMENTS)
    assert (first.since, first.until, first.governs) == ("2009-02-01", "2016-01-31", False)
    assert second.governs
    assert third.governs


def test_a_document_that_stands_alone() -> None:
    assert len(line(BESIDE, *DOCUMENTS[:4])) == 1
    assert line("9/QĐ-TTg", *DOCUMENTS) == []
