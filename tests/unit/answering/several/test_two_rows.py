"""Two thresholds asked for with one question word."""

import datetime as dt
from collections.abc import Mapping

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query, resolve
from knowledge.answering.several import two_rows
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)


def told(row: str, kind: Kind = Kind.REQUIREMENT) -> Answer:
    return Answer(Outcome.ANSWERED, kind, f"Mức của {row}.", TODAY, context=Context(row=row))


BOATS, TREES = told("3.1"), told("3.2")


def rows_of(
    message: str, answers: Mapping[str, Answer], whole: Answer = TREES
) -> list[Answer] | None:
    def again(query: Query) -> Answer:
        return answers[query.question]

    return two_rows.of(resolve(message, TODAY), whole, again)


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        ("tỷ lệ đò và cây là bao nhiêu", "tỷ lệ đò là bao nhiêu", "cây là bao nhiêu"),
        ("can bao nhieu do va cay", "can bao nhieu do", "cay"),
        (
            "đò và cây vùng Tây Nguyên phải đạt bao nhiêu",
            "đò phải đạt bao nhiêu vùng Tây Nguyên",
            "cây vùng Tây Nguyên phải đạt bao nhiêu",
        ),
    ],
)
def test_each_half_is_asked_with_what_only_the_other_says(message: str, first: str, second: str):
    assert rows_of(message, {first: BOATS, second: TREES}) == [BOATS, TREES]


def test_the_second_half_goes_on_with_the_first():
    asked: list[Query] = []

    def again(query: Query) -> Answer:
        asked.append(query)
        return BOATS if len(asked) == 1 else TREES

    two_rows.of(resolve("tỷ lệ đò và cây là bao nhiêu", TODAY), TREES, again)
    assert asked[1].before.row == "3.1"


@pytest.mark.parametrize(
    ("answers", "whole"),
    [
        ({"đò là bao nhiêu": BOATS, "cây là bao nhiêu": BOATS}, BOATS),
        ({"đò là bao nhiêu": BOATS, "cây là bao nhiêu": told("3.2", Kind.PROVISION)}, BOATS),
        ({"đò là bao nhiêu": told("3.1", Kind.BASIS)}, TREES),
        ({}, told("3.1", Kind.PROVISION)),
    ],
)
def test_halves_that_are_no_two_rows_stay_together(answers: Mapping[str, Answer], whole: Answer):
    assert rows_of("đò và cây là bao nhiêu", answers, whole) is None
