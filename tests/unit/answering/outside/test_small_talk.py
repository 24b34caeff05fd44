import datetime as dt

import pytest

from knowledge.answering.outside import small_talk
from knowledge.answering.query import resolve
from knowledge.text import fold

TODAY = dt.date(2026, 11, 22)


def recognised(message: str) -> str | None:
    return small_talk.recognise(resolve(message, TODAY))


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Kính chào trợ lý, tôi ở văn phòng ủy ban", "greet"),
        ("Cho em hỏi chút được không", "greet"),
        ("Bạn tìm câu trả lời ở đâu vậy?", "source"),
        ("Bên kia là robot hay người?", "identity"),
        ("Tôi hỏi bạn về những gì được?", "help"),
        ("Trợ lý tra cứu giúp những loại việc gì?", "help"),
        ("chờ lâu quá đấy", "complaint"),
        ("Giải thích gì mà lan man thế", "complaint"),
        ("Nói ngắn gọn hơn giúp tôi", "complaint"),
        ("Đúng cái tôi cần, tuyệt", "thanks"),
        ("Hôm nay dừng ở đây nhé", "goodbye"),
        ("Xin lỗi tôi gõ nhầm", "acknowledged"),
    ],
)
def test_small_talk_is_told_by_what_it_is_about(message: str, kind: str):
    assert recognised(message) == kind
    assert recognised(fold(message)) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Chào bạn, tiêu chí 12 yêu cầu gì?",
        "Cảm ơn, thế còn chỉ tiêu 9.2?",
        "Văn bản đó ai ký?",
        "Ủy ban do ai lãnh đạo?",
        "Sao giấy tờ nhà đất của tôi làm lâu mà chậm quá?",
        "Cán bộ xã không hiểu mức thu nhập thì tra ở đâu?",
        "Tỷ lệ hài lòng của người dân",
        "Hôm nay giá xăng bao nhiêu?",
    ],
)
def test_a_question_is_not_lost_to_courtesy(message: str):
    assert recognised(message) is None
    assert recognised(fold(message)) is None


def test_a_greeting_before_small_talk_is_a_greeting():
    assert recognised("Alo, có ai ở đó không?") == "greet"


def test_a_correction_before_another_matter_is_no_small_talk():
    assert recognised("Em gõ nhầm, em hỏi là giá vàng") is None


def test_a_clever_village_is_not_praised():
    assert recognised("thôn thông minh thì ai quy định?") is None
    assert recognised("bot thông minh ghê") == "thanks"


def test_that_will_do_is_no_question():
    assert recognised("Vậy được rồi") == "acknowledged"
