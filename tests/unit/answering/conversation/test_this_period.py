import datetime as dt

import pytest

from knowledge.answering.conversation import this_period
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(corpus_of(regulation(NUMBER, period="2010-2015")))


def test_the_period_named_before_is_this_one(catalogue: Catalogue):
    before = Context(period="2016-2020", subject="đường xã 2016-2020?")
    query = resolve("giai đoạn này ai hướng dẫn?", TODAY, before)
    assert this_period.resolved(query, catalogue).context.period == "2016-2020"


def test_so_is_that_of_the_document_talked_about(catalogue: Catalogue):
    before = Context(document=NUMBER, subject="đường xã theo QĐ 66?")
    query = resolve("giai đoạn này yêu cầu gì?", TODAY, before)
    assert this_period.resolved(query, catalogue).context.period == "2010-2015"


@pytest.mark.parametrize("before", [Context(), Context(period="2016-2020", subject="…")])
def test_now_stays_now(before: Context, catalogue: Catalogue):
    query = resolve("hiện nay ai hướng dẫn?", TODAY, before)
    assert this_period.resolved(query, catalogue) is query
