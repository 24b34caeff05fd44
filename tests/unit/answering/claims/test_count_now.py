"""A count that an earlier set had, asked of now, is put right with that of the set in force."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.claims import count_now
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "33/QĐ-TTg", "77/QĐ-TTg"
SOURCE = ["https://nguon.example"]


@pytest.fixture
def catalogue() -> Catalogue:
    tables = [
        criteria_table(
            number,
            *(criterion(str(at + 1), name="Bến đò") for at in range(criteria)),
            period=period,
            counts={"criteria": criteria, "indicators": indicators, "sources": SOURCE},
        )
        for number, period, criteria, indicators in (
            (OLD, "2021-2025", 19, 57),
            (NEW, "2026-2030", 12, 40),
        )
    ]
    begun = {OLD: dt.date(2021, 1, 1), NEW: dt.date(2026, 1, 1)}
    documents = [
        regulation(number, period=period, signed=begun[number], effective=begun[number])
        for number, period in ((OLD, "2021-2025"), (NEW, "2026-2030"))
    ]
    return Catalogue(corpus_of(*documents, tables=tables))


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    return count_now.answer(resolve(question, TODAY), catalogue)


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("giờ không còn 19 tiêu chí nữa hả, còn mấy", Outcome.ANSWERED),
        ("bỏ 19 tiêu chí rồi à", Outcome.ANSWERED),
        ("bây giờ còn 19 tiêu chí không", Outcome.CORRECTED),
        ("gio van 57 chi tieu phai khong", Outcome.CORRECTED),
    ],
)
def test_the_count_of_the_set_in_force_is_told(
    question: str, outcome: Outcome, catalogue: Catalogue
):
    said = asked(question, catalogue)
    assert said is not None
    assert said.outcome is outcome
    assert "12 tiêu chí, 40" in said.direct
    assert [citation.document for citation in said.citations] == [NEW, OLD]


@pytest.mark.parametrize(
    "question",
    [
        "xã còn 19 tiêu chí chưa đạt",
        "bộ 19 tiêu chí gồm những gì",
        "năm 2020 còn 19 tiêu chí không",
        "còn 18 tiêu chí không",
    ],
)
def test_what_tells_of_something_else_is_left_alone(question: str, catalogue: Catalogue):
    assert asked(question, catalogue) is None
