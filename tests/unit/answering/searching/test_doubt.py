"""Doubtful answers offer what else may be meant."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.searching import doubt
from knowledge.answering.searching.candidates import Found
from knowledge.retrieval.hits import Hit
from tests.unit.builders import passage


def candidate(provision: str, *questions: str) -> Found:
    found = passage("1/QĐ-TTg", provision, text="Nội dung.", questions=questions)
    return Found(Hit(found, 0.5, 1.0, 0.5), 0.5)


def said(confidence: float, outcome: Outcome = Outcome.ANSWERED) -> Answer:
    text, today = "Nội dung.", dt.date(2026, 1, 1)
    return Answer(outcome, Kind.PROVISION, text, today, confidence=confidence)


FOUND = [candidate("Điều 1", "Ai?"), candidate("Điều 2", "Khi nào?", "Bao giờ?"), candidate("3")]


def test_the_others_are_offered_as_questions_and_to_press():
    answer = doubt.with_choices(said(doubt.BELOW - 0.1), FOUND)
    assert answer.text.startswith("Nội dung.")
    assert answer.text.endswith("\n- Khi nào?")
    assert answer.suggestions == ("Khi nào?",)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (said(doubt.BELOW), FOUND),
        (said(0.1, Outcome.UNKNOWN), FOUND),
        (said(0.1), FOUND[:1]),
        (said(0.1), [FOUND[0], FOUND[2]]),
    ],
)
def test_a_sure_answer_a_refusal_and_an_only_candidate_stay(answer: Answer, found: list[Found]):
    assert doubt.with_choices(answer, found) == answer
