import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.criteria import groups
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table(
        NUMBER,
        criterion("1", name="Đường", group="I"),
        criterion("2", name="Cầu", group="I"),
        criterion("3", name="Chợ phiên", group="II"),
        groups={"I": "Đi lại và liên kết", "II": "Buôn bán"},
    )
    return Catalogue(corpus_of(regulation(NUMBER), tables=[table]))


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    return groups.answer(resolve(question, TODAY), catalogue, catalogue.tables_of(NUMBER))


@pytest.mark.parametrize(
    "question",
    [
        "Nhóm đi lại gồm những tiêu chí nào?",
        "nhom I co may tieu chi",
        "Các tiêu chí trong nhóm đi lại và liên kết",
    ],
)
def test_the_criteria_of_the_group_named_are_listed(question: str, catalogue: Catalogue):
    answer = asked(question, catalogue)
    assert answer is not None
    assert "1. Đường\n2. Cầu" in answer.text
    assert "Chợ phiên" not in answer.text


def test_the_group_of_a_criterion_is_told(catalogue: Catalogue):
    answer = asked("Tiêu chí 3 thuộc nhóm nào?", catalogue)
    assert answer is not None
    assert answer.text.startswith("Tiêu chí 3 (Chợ phiên) thuộc nhóm Buôn bán.")


@pytest.mark.parametrize("question", ["xã nhóm 4 là xã nào", "xa thuoc nhom bon can dat gi"])
def test_a_group_of_communes_that_is_none_is_corrected(question: str, catalogue: Catalogue):
    answer = asked(question, catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED


@pytest.mark.parametrize(
    "question", ["xã nhóm 2 là xã nào", "xã nhóm nào phải đạt tiêu chí 3", "nhóm hộ nghèo là gì"]
)
def test_groups_of_anything_else_are_left_alone(question: str, catalogue: Catalogue):
    assert asked(question, catalogue) is None


@pytest.mark.parametrize(
    ("message", "first"),
    [("nhóm 2?", "3. Chợ phiên"), ("nhom cuoi", "3. Chợ phiên"), ("nhóm thứ nhất", "1. Đường")],
)
def test_a_follow_up_numbers_a_group_of_the_set(message: str, first: str, catalogue: Catalogue):
    before = Context(document=NUMBER, aspect="count", subject="bộ 66 chia mấy nhóm?")
    answer = groups.by_number(resolve(message, TODAY, before), catalogue)
    assert answer is not None
    assert first in answer.text


def test_a_group_beyond_the_last_is_put_right(catalogue: Catalogue):
    before = Context(document=NUMBER, aspect="count", subject="bộ 66 chia mấy nhóm?")
    answer = groups.by_number(resolve("nhóm thứ sáu?", TODAY, before), catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED


def test_a_group_of_communes_is_none_of_criteria(catalogue: Catalogue):
    before = Context(document=NUMBER, aspect="count", subject="bộ 66 chia mấy nhóm?")
    assert groups.by_number(resolve("xã nhóm 2 thì sao", TODAY, before), catalogue) is None
