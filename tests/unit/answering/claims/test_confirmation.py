import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)


def checked(question: str, fact: str) -> Answer:
    query = resolve(question, TODAY)
    return confirmation.checked(query, Answer(Outcome.ANSWERED, Kind.PROVISION, fact, TODAY))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Thu nhập phải tăng 12%/năm, có đúng không?", "Thu nhập tăng từ 9,5%/năm trở lên."),
        ("Bộ này chia xã làm 5 nhóm phải không?", "Bộ tiêu chí chia xã thành ba nhóm."),
    ],
)
def test_an_amount_told_otherwise_is_corrected(question: str, fact: str):
    answer = checked(question, fact)
    assert answer.outcome is Outcome.CORRECTED
    assert answer.text == f"Không đúng. {fact}"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Thu nhập phải tăng 9.5%/năm, đúng không?", "Thu nhập tăng từ 9,5%/năm trở lên."),
        ("Thu nhập phải tăng 12%/năm?", "Thu nhập tăng từ 9,5%/năm trở lên."),
        ("Có 5 nhóm phải không?", "Quyết định có hiệu lực từ 15/02/2026."),
    ],
)
def test_everything_else_is_left_as_it_is(question: str, fact: str):
    answer = checked(question, fact)
    assert (answer.outcome, answer.text) == (Outcome.ANSWERED, fact)


def test_a_fact_that_denies_what_is_claimed_is_a_correction():
    fact = "Nghị định 61/2010/NĐ-CP không phải văn bản phê duyệt chương trình."
    answer = checked("Nghị định 61/2010 phê duyệt chương trình đúng không?", fact)
    assert (answer.outcome, answer.text) == (Outcome.CORRECTED, fact)


def test_all_of_a_number_claimed_and_a_part_told_is_corrected():
    answer = checked("Cả 90 xã đã đạt, làm cách nào?", "Đến nay 31/90 xã được công nhận.")
    assert answer.outcome is Outcome.CORRECTED


def test_what_a_group_is_said_to_be_is_told_from_what_is_demanded_of_it():
    assert confirmation.of_a_group(resolve("nhóm 2 là xã ven biển, đúng không?", TODAY))
    assert not confirmation.of_a_group(resolve("nhóm 2 phải đạt 80% đúng không?", TODAY))


@pytest.mark.parametrize(
    "question",
    ["em cứ tưởng có 15 tiêu chí", "nghe noi co 15 tieu chi", "có 15 tiêu chí, đk ạ"],
)
def test_a_belief_wants_to_be_confirmed(question: str):
    assert confirmation.asks(resolve(question, TODAY))


@pytest.mark.parametrize(
    "question",
    ["Nghị định 5/2020 còn áp dụng không?", "nghe nói có bộ mới, gồm bao nhiêu tiêu chí?"],
)
def test_a_question_does_not(question: str):
    assert not confirmation.asks(resolve(question, TODAY))
