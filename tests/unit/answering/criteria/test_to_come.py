import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.criteria import to_come
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
SET = "77/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table(SET, criterion("1", name="Giếng làng"), period="2026-2030")
    signed = {"signed": dt.date(2026, 1, 1), "effective": dt.date(2026, 1, 1)}
    return Catalogue(corpus_of(regulation(SET, period="2026-2030", **signed), tables=[table]))


@pytest.mark.parametrize(
    "question",
    ["Bộ tiêu chí 2041-2045 yêu cầu thu nhập bao nhiêu?", "bo tieu chi sau nam 2030 co gi moi"],
)
def test_a_period_without_a_set_yet_is_said_to_have_none(question: str, catalogue: Catalogue):
    answer = to_come.answer(resolve(question, TODAY), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert SET in answer.text


@pytest.mark.parametrize(
    "question", ["Bộ tiêu chí 2026-2030 yêu cầu gì?", "Vốn giai đoạn 2041-2045 bao nhiêu?"]
)
def test_a_period_with_a_set_and_other_matters_are_left_alone(question: str, catalogue: Catalogue):
    assert to_come.answer(resolve(question, TODAY), catalogue) is None
