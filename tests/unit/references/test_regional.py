import datetime as dt

import pytest

from knowledge.references import regional

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xã có chợ hông?", "xã có chợ không?"),
        ("bo moi con kieu mau hong", "bo moi con kieu mau không"),
        ("hồi đó xài quyết định nào", "hồi đó dùng quyết định nào"),
        ("thông tư 13 đòi bằng gì", "thông tư 13 yêu cầu bằng gì"),
        ("cv 267 noi sao ve xa moi", "cv 267 noi thế nào ve xa moi"),
        ("sang năm đổi mức nào", "năm 2027 đổi mức nào"),
        ("năm 2026 xét theo bộ nào", "năm 2026 xét theo bộ tiêu chí nào"),
    ],
)
def test_words_of_the_south_are_read_as_those_of_the_texts(typed: str, meant: str):
    assert regional.spelled(typed, TODAY) == meant


@pytest.mark.parametrize(
    "message",
    [
        "đồng bằng sông Hồng bao nhiêu",
        "thu nhap dong bang song hong",
        "đăng ký kết hôn ở xã",
        "sao y bản chính",
        "theo bộ nào hướng dẫn?",
        "Ba bo tieu chi co doi khong",
    ],
)
def test_another_word_stays(message: str):
    assert regional.spelled(message, TODAY) == message
