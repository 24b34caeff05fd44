import pytest

from knowledge.references import framing

QUESTION = "tiêu chí 5 vùng Tây Nguyên bao nhiêu"


@pytest.mark.parametrize(
    "opening",
    [
        "Chị ơi cho em hỏi",
        "Dạ thưa anh,",
        "ủa",
        "ê bot",
        "Em chào cả nhà ạ. Cho em hỏi chút là",
        "Này cháu,",
        "Tiện thể hỏi luôn,",
        "Bà con hỏi là",
        "Cháu ơi giúp bác:",
        "Ok cảm ơn em.",
        "Ý chị là",
        "À vậy thôi.",
        "Nhờ ad kiểm tra hộ xem",
        "Kính nhờ trợ lý cho biết",
        "Bạn có thể cho mình biết",
        "Mình thắc mắc là",
        "Đồng chí cho biết",
        "Làm ơn tra giúp tôi,",
        "Cho tôi hỏi một việc,",
        "Nói cho tôi nghe coi",
        "Không biết",
    ],
)
def test_who_is_spoken_to_and_that_one_asks_is_left_out(opening: str):
    assert framing.without(f"{opening} {QUESTION}") == f"{QUESTION}?"


@pytest.mark.parametrize(
    "closing",
    [
        "v ad",
        " vậy hả cháu",
        ", ghi rõ căn cứ giúp em",
        ", nói ngắn gọn thôi",
        ", giúp e vs",
        "nhỉ",
        "ấy nhỉ",
        ", nói luôn đi",
        "z mn ơi",
        "thế ạ",
    ],
)
def test_a_closing_is_left_out(closing: str):
    assert framing.without(f"{QUESTION} {closing}").rstrip("?") == QUESTION


def test_a_message_without_diacritics_may_have_its_talk_without_them():
    asked = framing.without("da cho em hoi tieu chi 5 la gi ha chau, em cam on a")
    assert asked == "tieu chi 5 la gi?"


def test_a_correction_leaves_what_was_meant():
    asked = framing.without("Em gõ nhầm, em cần Đông Nam Bộ cơ ạ")
    assert asked == "Đông Nam Bộ?"


@pytest.mark.parametrize(
    "message",
    [
        "o tay nguyen thi sao",  # `ở`, not `ơ`
        "da bi thay the chua",  # `đã`, not `dạ`
        "moi xa can bao nhieu ha",  # hectares
        "trường cần bao nhiêu em",  # children
        "cần bao nhiêu phần trăm số hộ?",  # households, not `giúp hộ`
        "ty le ho ngheo bao nhieu",  # `tỷ lệ`, not `tí`
        "sao lại thế",
        "tiêu chí này của ta",
        "tieu chi 17 co van ban huong dan nao",  # no wish how to be answered
        "Ai hướng dẫn, ai ký?",
    ],
)
def test_a_word_that_only_looks_like_talk_stays(message: str):
    assert framing.without(message) == message


@pytest.mark.parametrize(
    "message", ["Vùng Đông Nam Bộ cũng 98% luôn à?", "Bộ mới vẫn 19 tiêu chí như cũ nhỉ?"]
)
def test_a_particle_that_makes_a_question_of_a_claim_stays(message: str):
    assert framing.without(message) == message


@pytest.mark.parametrize("message", ["Em chào anh chị", "cảm ơn em", "Ad ơi", "ok em"])
def test_what_is_nothing_but_talk_stays_whole(message: str):
    assert framing.without(message) == message
