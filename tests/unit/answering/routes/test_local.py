"""A follow-up that names another province."""

import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.query import resolve
from knowledge.answering.routes import local
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


@pytest.mark.parametrize("told", [PROVINCIAL, REPORT])
def test_what_one_province_has_is_not_told_of_another(told: str, catalogue: Catalogue):
    before = Context(document=told, province="Gia Lai", subject="Gia Lai có gì riêng?")
    answer = local.of_another_province(resolve("thế Cà Mau?", TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert "Cà Mau" in answer.text


def test_what_holds_in_the_whole_country_is(catalogue: Catalogue):
    before = Context(document=NATIONAL, subject="nước sạch bao nhiêu?")
    assert local.of_another_province(resolve("thế Cà Mau?", TODAY, before), catalogue) is None
