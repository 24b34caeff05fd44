"""The questions of one message are answered one after the other."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.citing import of_passage
from knowledge.answering.query import Query, resolve
from knowledge.answering.several import one_after_another
from knowledge.references.context import Context
from tests.unit.builders import passage

TODAY = dt.date(2026, 11, 22)
MESSAGE = "Bến đò cần gì, ai xét?"
UNKNOWN = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Kho chưa có nội dung này.", TODAY)


def told(text: str, kind: Kind = Kind.PROVISION, about: str = "bến đò") -> Answer:
    return Answer(Outcome.ANSWERED, kind, text, TODAY, context=Context(subject=about))


NEEDS = told("Bến đò phải có mái che.\n\nCăn cứ: Quyết định 2/QĐ-TTg.")
DECIDES = told("Chủ tịch phường xét bến đò.\n\nCăn cứ: Quyết định 2/QĐ-TTg.")
APART = {"Bến đò cần gì": NEEDS, "ai xét?": DECIDES}


def answered(whole: Answer, answers: Mapping[str, Answer], message: str = MESSAGE) -> Answer:
    def again(query: Query) -> Answer:
        return answers[query.question]

    return one_after_another.instead(resolve(message, TODAY), whole, again)


def test_each_question_gets_its_answer_and_the_basis_comes_after_them():
    answer = answered(NEEDS, APART)
    assert answer.direct == "Bến đò phải có mái che.\nChủ tịch phường xét bến đò."
    assert answer.text.count("Căn cứ: Quyết định 2/QĐ-TTg.") == 1


def test_a_question_is_asked_with_what_the_one_before_it_was_about():
    asked: list[Context] = []

    def again(query: Query) -> Answer:
        asked.append(query.before)
        return APART[query.question]

    one_after_another.instead(resolve(MESSAGE, TODAY), NEEDS, again)
    assert [before.subject for before in asked] == [None, "bến đò"]


def test_the_question_that_names_the_matter_comes_first():
    first = told("Bến đò do Quyết định 2/QĐ-TTg quy định.")
    answers = {"bến đò theo văn bản nào?": first, "ai ký": told("Ông A ký.")}
    answer = answered(UNKNOWN, answers, "ai ký, bến đò theo văn bản nào?")
    assert answer.direct.startswith(first.direct)


@pytest.mark.parametrize(
    ("whole", "answers"),
    [
        (NEEDS, APART | {"ai xét?": UNKNOWN}),
        (told("Hai bên khác nhau.", Kind.COMPARISON), APART),
        (replace(NEEDS, text=f"{NEEDS.direct} {DECIDES.direct}"), APART),
        (UNKNOWN, APART | {"Bến đò cần gì": UNKNOWN}),
    ],
)
def test_the_whole_answer_stays_where_the_parts_say_no_more(
    whole: Answer, answers: Mapping[str, Answer]
):
    assert answered(whole, answers) == whole


def test_what_can_be_told_is_told_where_nothing_answers_the_whole():
    answer = answered(UNKNOWN, APART | {"ai xét?": UNKNOWN})
    assert answer.direct == NEEDS.direct
    assert "phần còn lại của câu hỏi" in answer.text


def test_two_full_sentences_are_no_comparison():
    message = "Bến đò phải có mấy mái che? Nhà thuyền phường phải có mấy cửa sổ?"
    answers = {
        "Bến đò phải có mấy mái che?": NEEDS,
        "Nhà thuyền phường phải có mấy cửa sổ?": told("Nhà thuyền phải có hai cửa sổ."),
    }
    answer = answered(told("Hai bên khác nhau.", Kind.COMPARISON), answers, message)
    assert answer.direct == "Bến đò phải có mái che.\nNhà thuyền phải có hai cửa sổ."


def test_the_story_is_left_out_where_it_hides_the_question():
    message = f"Hôm qua họp ở phường. {MESSAGE}"
    answers = APART | {"Hôm qua họp ở phường. Bến đò cần gì": UNKNOWN}
    assert answered(UNKNOWN, answers, message).direct.startswith(NEEDS.direct)


@pytest.mark.parametrize(
    ("whole", "told_alone", "answered_with"),
    [
        (UNKNOWN, NEEDS, NEEDS),
        (UNKNOWN, replace(NEEDS, confidence=0.3), UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN),
        (replace(UNKNOWN, outcome=Outcome.OUT_OF_SCOPE), NEEDS, None),
        (DECIDES, NEEDS, DECIDES),
    ],
)
def test_one_question_after_a_story_is_asked_alone_where_nothing_answers_both(
    whole: Answer, told_alone: Answer, answered_with: Answer | None
):
    message = "Đoàn kiểm tra hỏi mà tôi quên: bến đò cần gì?"
    answer = answered(whole, {"bến đò cần gì?": told_alone}, message)
    assert answer == (answered_with or whole)


def test_what_is_looked_up_comes_before_a_passage_that_only_sounds_alike():
    row = replace(NEEDS, kind=Kind.REQUIREMENT)
    answers = {"Bến đò cần gì": row, "ai xét?": UNKNOWN}
    assert answered(told("Thuyền thì khác."), answers).direct == row.direct


def test_a_threshold_that_is_not_known_is_said_before_what_is():
    row = replace(
        told("Mức chưa có trong kho.", Kind.REQUIREMENT),
        outcome=Outcome.UNKNOWN,
        citations=(of_passage(passage("2/QĐ-TTg", "Điều 1", text="Bến đò")),),
    )
    answer = answered(DECIDES, {"Bến đò cần gì": row, "ai xét?": DECIDES})
    assert answer.outcome is Outcome.ANSWERED
    assert answer.direct == "Mức chưa có trong kho.\nChủ tịch phường xét bến đò."


def test_an_answer_that_is_a_list_stands_apart():
    listed = told("Bến đò phải có:\n- mái che;\n- phao.")
    answer = answered(UNKNOWN, APART | {"Bến đò cần gì": listed})
    assert answer.text.startswith(f"{listed.text}\n\n{DECIDES.direct}")
