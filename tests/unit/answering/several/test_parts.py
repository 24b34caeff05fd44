"""The questions of which a message is made."""

import pytest

from knowledge.answering.several import parts


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Nghị định 9 ai ký, ngày nào?", ["Nghị định 9 ai ký", "ngày nào?"]),
        ("nghi dinh 9 ai ky va con hieu luc khong", ["nghi dinh 9 ai ky", "con hieu luc khong"]),
        ("Chợ số mấy? Ai hướng dẫn?", ["Chợ số mấy?", "Ai hướng dẫn?"]),
        (
            "Xã tôi ở Tây Nguyên. Chợ cần gì, ai xét?",
            ["Xã tôi ở Tây Nguyên. Chợ cần gì", "ai xét?"],
        ),
        ("Chợ cần gì, vùng Tây Nguyên, ai xét?", ["Chợ cần gì, vùng Tây Nguyên", "ai xét?"]),
    ],
)
def test_a_message_is_cut_where_it_asks_something_else(message: str, questions: list[str]):
    assert [part.text for part in parts.of(message)] == questions


@pytest.mark.parametrize(
    "message",
    [
        "Nghị định 9 ai ký?",
        "Đường trục thôn, đường ngõ xóm vùng Tây Nguyên cần bao nhiêu?",
        "Mức 9,5% là của chỉ tiêu nào?",
        "Điều kiện về bến và thuyền theo Nghị định 9 thế nào?",
        "Xã tôi vừa sáp nhập, còn nợ tiền làm đường. Có được xét không?",
    ],
)
def test_one_question_stays_whole(message: str):
    assert [part.text for part in parts.of(message)] == [message]


def test_what_names_nothing_leans_on_what_does():
    first, second = parts.of("ai ký, nghị định 9 ban hành ngày nào?")
    assert not first.has_a_matter
    assert second.has_a_matter


def test_a_sentence_that_names_its_matter_stands_apart():
    _, apart = parts.of("Nghị định 9 ai ký? Bến đò phải có mấy mái che?")
    _, leaning = parts.of("Nghị định 9 ai ký? Ngày nào vậy?")
    assert apart.apart
    assert not leaning.apart


def test_the_story_before_a_question_can_be_left_out():
    (first, _) = parts.of("Hôm qua họp ở xã. Bến đò cần gì, ai xét?")
    assert first.text == "Hôm qua họp ở xã. Bến đò cần gì"
    assert first.asked == "Bến đò cần gì"
