import pytest

from knowledge.references import denied


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("tôi hỏi xã chứ không hỏi huyện", "tôi hỏi xã"),
        ("toi hoi so tien chu khong phai chi so", "toi hoi so tien"),
        ("anh hỏi nhà tiêu mà em nói nước sạch", "anh hỏi nhà tiêu"),
        ("ý anh là bao nhiêu điểm, chứ 18.5 anh biết rồi", "ý anh là bao nhiêu điểm"),
    ],
)
def test_what_is_not_meant_is_left_out(message: str, meant: str):
    assert denied.without(message) == meant


@pytest.mark.parametrize(
    "message", ["xã có chợ không", "Cho em hỏi tiêu chí 5", "không phải huyện thì ai xét?"]
)
def test_a_message_that_denies_nothing_stays(message: str):
    assert denied.without(message) == message
