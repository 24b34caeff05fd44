"""Which place, and which decision of a place, a follow-up means."""

import datetime as dt

import pytest

from knowledge.answering.conversation import place_pointing
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import article, corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
NATIONAL, PROVINCIAL, REPORT = "202/QĐ-TTg", "45/2017/QĐ-UBND", "gia-lai-2018"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation(NATIONAL),
            regulation(PROVINCIAL, provinces=["Gia Lai"]),
            article(REPORT, title="Gia Lai", provinces=["Gia Lai"]),
        )
    )


def after(number: str) -> Context:
    return Context(document=number, told=number, subject="có gì riêng?")


@pytest.mark.parametrize(
    "question", ["tỉnh gặp khó khăn gì?", "ca tinh co bao nhieu cho", "ở đây làm thế nào"]
)
def test_the_province_talked_about_is_meant(question: str, catalogue: Catalogue):
    query = place_pointing.resolved(resolve(question, TODAY, after(REPORT)), catalogue)
    assert query.references.values("province") == ["Gia Lai"]
    assert query.context.document == resolve(question, TODAY, after(REPORT)).context.document


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tỉnh gặp khó khăn gì?", NATIONAL),
        ("tỉnh nào nhiều nhất?", REPORT),
        ("cấp tỉnh làm gì?", REPORT),
        ("tinh den nay con bao nhieu", REPORT),
        ("tỉnh Cà Mau thì sao?", REPORT),
    ],
)
def test_else_none_is_pointed_to(question: str, told: str, catalogue: Catalogue):
    query = resolve(question, TODAY, after(told))
    assert place_pointing.resolved(query, catalogue) is query


def test_the_decision_of_a_province_is_the_one_told_of(catalogue: Catalogue):
    query = resolve("quyết định của Gia Lai ai ký?", TODAY, after(PROVINCIAL))
    found = place_pointing.decision_of(query, catalogue)
    assert found.references.values("document") == [PROVINCIAL]


def test_that_of_another_one_is_not(catalogue: Catalogue):
    query = resolve("quyết định của Cà Mau ai ký?", TODAY, after(PROVINCIAL))
    assert place_pointing.decision_of(query, catalogue) is query
