"""A row asked by its number after a document on a set of criteria."""

import datetime as dt

import pytest

from knowledge.answering.conversation import guided_row
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, GUIDE, OTHER = "202/QĐ-TTg", "31/2017/TT-BTC", "41/2017/TT-BTC"


@pytest.fixture
def catalogue() -> Catalogue:
    documents = [
        regulation(SET, period="2016-2020"),
        regulation(GUIDE, type="Thông tư", relations=[relation("guides", SET)]),
        regulation(OTHER, type="Thông tư"),
    ]
    return Catalogue(corpus_of(*documents, tables=[criteria_table(SET)]))


def read(question: str, catalogue: Catalogue, document: str = GUIDE) -> Query:
    before = Context(document=document, told=document, subject=f"{document} nói gì?")
    return guided_row.resolved(resolve(question, TODAY, before), catalogue)


@pytest.mark.parametrize("question", ["1.1 bao nhiêu?", "chi tieu 1.1 ten gi", "tiêu chí 1 là gì"])
def test_it_is_of_the_set_that_the_document_guides(question: str, catalogue: Catalogue):
    query = read(question, catalogue)
    assert (query.context.document, query.context.period) == (SET, "2016-2020")


@pytest.mark.parametrize("question", ["1.1 giai đoạn 2021-2025?", "7.3 là gì?", "ai ký?"])
def test_another_time_row_or_matter_is_not(question: str, catalogue: Catalogue):
    assert read(question, catalogue).context.period != "2016-2020"


def test_a_document_on_no_set_has_none(catalogue: Catalogue):
    assert read("1.1 bao nhiêu?", catalogue, OTHER).context.document != SET


def test_the_document_stays_the_one_that_is_talked_about(catalogue: Catalogue):
    context = read("1.1 bao nhiêu?", catalogue).context
    told = Context(**context.as_slots() | {"told": f"{SET}; {GUIDE}", "row": "1.1"})
    named = guided_row.named_before(resolve("ai ký?", TODAY, told), catalogue)
    assert named is not None
    assert named.number == GUIDE
