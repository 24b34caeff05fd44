"""When the figures of an article are from."""

import datetime as dt

import pytest

from knowledge.answering.conversation import repeated, report_day
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import article, corpus_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NATIONAL, REPORT = "202/QĐ-TTg", "gia-lai-2018"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(corpus_of(regulation(NATIONAL), article(REPORT, title="Gia Lai làm đường")))


def after(told: str) -> Context:
    return Context(document=told, told=told, subject="Gia Lai có bao nhiêu xã đạt?")


@pytest.mark.parametrize("question", ["số liệu này của năm nào?", "con so do lay o dau"])
def test_it_is_that_of_the_article(question: str, catalogue: Catalogue):
    answer = report_day.answer(resolve(question, TODAY, after(REPORT)), catalogue)
    assert answer is not None
    assert [citation.document for citation in answer.citations] == [REPORT]
    assert "Gia Lai làm đường" in answer.text


def test_a_decision_reports_none(catalogue: Catalogue):
    query = resolve("số liệu này của năm nào?", TODAY, after(NATIONAL))
    assert report_day.answer(query, catalogue) is None


def test_other_questions_are_not_met_with_it(catalogue: Catalogue):
    query = resolve("số đó đạt yêu cầu chưa?", TODAY, after(REPORT))
    assert report_day.answer(query, catalogue) is None


@pytest.mark.parametrize("question", ["số liệu năm nào?", "con số này tính đến khi nào"])
def test_the_time_that_the_passage_states_is_told(question: str, catalogue: Catalogue):
    text = "Đến cuối năm 2017, Gia Lai có 12 xã đạt chuẩn."
    before = Context(
        document=REPORT, told=REPORT, subject="Gia Lai bao nhiêu xã?", lead=repeated.digest(text)
    )
    told = [passage(REPORT, "Số xã", text=text), passage(REPORT, "Năm 2010", text="Năm 2010.")]
    answer = report_day.answer(resolve(question, TODAY, before), catalogue, told)
    assert answer is not None
    assert "Đến cuối năm 2017, Gia Lai có 12 xã" in answer.text
