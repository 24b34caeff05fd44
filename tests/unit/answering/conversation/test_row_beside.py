"""How a row differs from what holds at another time, asked after the row was told."""

import datetime as dt

import pytest

from knowledge.answering.conversation import row_beside
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "66/QĐ-TTg", "77/QĐ-TTg"
BY_NAME = Context(aspect="requirement", told=OLD, subject="năm 2018 đường phải cứng hóa bao nhiêu")
BY_NUMBER = Context(criterion="1", aspect="requirement", told=OLD, subject="tiêu chí 1 yêu cầu gì")


@pytest.fixture
def catalogue() -> Catalogue:
    tables = [
        criteria_table(OLD, criterion("1", name="Đường"), period="2016-2020"),
        criteria_table(NEW, criterion("1", name="Cầu"), period="2026-2030"),
    ]
    return Catalogue(corpus_of(regulation(OLD), regulation(NEW), tables=tables))


def asked(message: str, before: Context, catalogue: Catalogue) -> str:
    return row_beside.resolved(resolve(message, TODAY, before), catalogue).question


@pytest.mark.parametrize(
    "message", ["giờ khác gì", "so với bộ mới thì khác gì", "nay khác thế nào"]
)
def test_the_row_is_asked_for_at_both_times(message: str, catalogue: Catalogue):
    said = asked(message, BY_NAME, catalogue)
    assert said == "đường phải cứng hóa bao nhiêu giai đoạn 2016-2020 so với hiện nay khác gì"


def test_another_period_may_be_named(catalogue: Catalogue):
    said = asked("so với 2021-2025 khác gì", BY_NAME, catalogue)
    assert said.endswith("giai đoạn 2016-2020 so với giai đoạn 2021-2025 khác gì")


def test_a_number_is_asked_for_by_its_name_since_sets_number_otherwise(catalogue: Catalogue):
    said = asked("giờ khác gì", BY_NUMBER, catalogue)
    assert said == "tiêu chí Đường giai đoạn 2016-2020 so với hiện nay khác gì"


@pytest.mark.parametrize(
    "message",
    [
        "hai bộ khác nhau bao nhiêu chỉ tiêu",
        "ai ký?",
        "giao thông khác gì",
        "giai đoạn trước khác gì",
    ],
)
def test_what_asks_something_else_stays(message: str, catalogue: Catalogue):
    assert asked(message, BY_NAME, catalogue) == resolve(message, TODAY, BY_NAME).question


def test_after_anything_but_a_threshold_nothing_is_compared(catalogue: Catalogue):
    before = Context(aspect="signer", told=OLD, subject="ai ký")
    assert asked("giờ khác gì", before, catalogue) == "giờ khác gì"
