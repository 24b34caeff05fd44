"""Which article a message means."""

import datetime as dt

import pytest

from knowledge.answering.conversation import article_pointing
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import article, corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
REPORT, DECISION = "gia-lai-2018", "202/QĐ-TTg"
UNKNOWN = Context(province="Gia Lai", aspect="result", subject="Gia Lai có bao nhiêu xã đạt?")


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(corpus_of(regulation(DECISION), article(REPORT, provinces=["Gia Lai"])))


@pytest.mark.parametrize("question", ["bài đó nói gì về cán bộ?", "trong bài có nhắc chợ không"])
def test_after_a_figure_that_is_not_known_it_is_the_one_on_the_place(
    question: str, catalogue: Catalogue
):
    query = article_pointing.resolved(resolve(question, TODAY, UNKNOWN), catalogue)
    assert query.context.document == REPORT
    assert query.context.aspect != "result"


@pytest.mark.parametrize("question", ["tỉnh đó có chợ không?", "bài học đó là gì?"])
def test_what_names_no_article_means_none(question: str, catalogue: Catalogue):
    query = article_pointing.resolved(resolve(question, TODAY, UNKNOWN), catalogue)
    assert query.context.document is None


def test_the_one_told_of_comes_first(catalogue: Catalogue):
    before = Context(document=REPORT, told=REPORT, subject="Gia Lai làm gì?")
    found = article_pointing.talked_about(resolve("ai viết?", TODAY, before), catalogue)
    assert found is not None
    assert found.id == REPORT
