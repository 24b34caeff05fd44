import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.conversation import reach
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NATIONAL, PROVINCIAL = "202/QĐ-TTg", "45/2017/QĐ-UBND"


@pytest.fixture
def catalogue() -> Catalogue:
    own = regulation(PROVINCIAL, issuer="Ủy ban nhân dân tỉnh Gia Lai", provinces=["Gia Lai"])
    return Catalogue(corpus_of(regulation(NATIONAL), own))


def test_what_one_province_lays_down_does_not_hold_everywhere(catalogue: Catalogue):
    before = Context(document=PROVINCIAL, subject="Gia Lai mức bao nhiêu?")
    answer = reach.answer(resolve("mức này áp dụng cho cả nước à?", TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
    assert "Không phải mức chung" in answer.text
    assert "Gia Lai" in answer.text


def test_a_national_decision_holds_everywhere_and_the_region_is_said(catalogue: Catalogue):
    before = Context(document=NATIONAL, region="TN", subject="…")
    answer = reach.answer(resolve("mức này là mức chung à?", TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert "vùng Tây Nguyên" in answer.text


def test_what_a_province_made_of_a_national_decision_is_its_own(catalogue: Catalogue):
    example = passage(NATIONAL, "Ví dụ mức của tỉnh Gia Lai", text="31 triệu đồng.")
    before = Context(document=NATIONAL, province="Gia Lai", subject="Gia Lai mức bao nhiêu?")
    query = resolve("mức này áp dụng chung cả nước à?", TODAY, before)
    answer = reach.answer(query, catalogue, [example])
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
    assert "mức của tỉnh Gia Lai" in answer.text


def test_other_questions_are_not_its_matter(catalogue: Catalogue):
    before = Context(document=PROVINCIAL, subject="…")
    assert reach.answer(resolve("quyết định này ai ký?", TODAY, before), catalogue) is None
    assert reach.answer(resolve("mức này là mức chung à?", TODAY), catalogue) is None
