"""A message that says too little is asked again with the question before it."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.citing import of_passage
from knowledge.answering.conversation import asked_together
from knowledge.answering.query import Query, resolve
from knowledge.references.context import Context
from tests.unit.builders import passage

TODAY = dt.date(2026, 11, 22)
NUMBER = "202/QĐ-TTg"
BEFORE = Context(document=NUMBER, told=NUMBER, subject="phường làm bến đò thế nào?")
REFUSED = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Kho chưa có nội dung này.", TODAY)


def told(number: str, text: str, confidence: float = 0.8) -> Answer:
    found = passage(number, "Điều kiện", text=text)
    return Answer(
        Outcome.ANSWERED,
        Kind.PROVISION,
        text,
        TODAY,
        citations=(of_passage(found),),
        confidence=confidence,
    )


def asked(
    question: str, again: Answer, found: Answer = REFUSED, before: Context = BEFORE
) -> Answer | None:
    def answered(query: Query) -> Answer:
        assert question in query.question
        assert BEFORE.subject is not None
        assert BEFORE.subject in query.question
        return again

    return asked_together.instead(resolve(question, TODAY, before), found, answered)


CONDITIONS = told(NUMBER, "Điều kiện của bến đò ở phường là có mái che.")


def test_a_refused_message_is_answered_together_with_the_question_before_it():
    whole = asked("điều kiện ra sao", CONDITIONS)
    assert whole is not None
    assert whole.text == CONDITIONS.text
    assert whole.context.subject == "điều kiện ra sao phường làm bến đò thế nào?"


@pytest.mark.parametrize(
    ("question", "again"),
    [
        ("hôm nay giá vàng bao nhiêu", CONDITIONS),
        ("điều kiện ra sao", told("9/QĐ-TTg", "Điều kiện của bến đò ở phường là có mái che.")),
        ("điều kiện ra sao", replace(CONDITIONS, confidence=0.3)),
        ("thế Bạc Liêu thì điều kiện ra sao", CONDITIONS),
    ],
)
def test_what_does_not_say_it_is_not_taken(question: str, again: Answer):
    assert asked(question, again) is None


def test_a_doubtful_passage_of_another_document_gives_way():
    elsewhere = told("9/QĐ-TTg", "Ngày thông qua chưa rõ.", confidence=0.5)
    assert asked("điều kiện ra sao", CONDITIONS, elsewhere) is not None
    assert asked("điều kiện ra sao", CONDITIONS, replace(elsewhere, confidence=0.9)) is None


def test_the_first_question_stands_alone():
    assert asked("điều kiện ra sao", CONDITIONS, before=Context()) is None
