import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.documents import same_day
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
FIRST, OF_DISTRICTS, OF_OTHERS, LATER = "202/QĐ-TTg", "203/QĐ-TTg", "9/QĐ-BTC", "204/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    day = {"signed": "2012-05-06"}
    documents = [
        regulation(FIRST, about="Tiêu chí xã.", **day),
        regulation(OF_DISTRICTS, about="Tiêu chí huyện.", **day),
        regulation(OF_OTHERS, about="Tiêu chí tài chính.", issuer="Bộ Tài chính", **day),
        regulation(LATER, about="Tiêu chí huyện.", signed="2012-05-07"),
    ]
    return Catalogue(corpus_of(*documents))


@pytest.mark.parametrize(
    "question",
    [
        "cùng ngày đó còn ký quyết định nào về huyện?",
        "hom do con ban hanh van ban nao nua",
        "Trong ngày ấy có những quyết định nào khác?",
    ],
)
def test_what_the_same_body_signed_that_day_is_told(question: str, catalogue: Catalogue):
    before = Context(document=FIRST, aspect="signed", subject="QĐ 202 ký ngày nào?")
    answer = same_day.answer(resolve(question, TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert [citation.document for citation in answer.citations] == [OF_DISTRICTS, FIRST]


def test_that_there_is_none_is_said(catalogue: Catalogue):
    before = Context(document=LATER, subject="QĐ 204 ký ngày nào?")
    answer = same_day.answer(resolve("cùng ngày có văn bản nào nữa?", TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


def test_other_questions_of_a_day_are_not_its_matter(catalogue: Catalogue):
    before = Context(document=FIRST, subject="QĐ 202 ký ngày nào?")
    assert same_day.answer(resolve("ngày đó là thứ mấy?", TODAY, before), catalogue) is None
    assert same_day.answer(resolve("cùng ngày có văn bản nào?", TODAY), catalogue) is None
