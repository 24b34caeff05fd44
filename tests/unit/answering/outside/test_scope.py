from __future__ import annotations

import datetime as dt

import pytest

from knowledge.answering.outside import scope
from knowledge.answering.query import resolve
from knowledge.text import fold

TODAY = dt.date(2026, 11, 22)
OTHER_MATTERS = ["thời tiết hôm nay", "giá vàng hôm nay ở Hà Nội", "thời tiết Tây Nguyên"]


@pytest.mark.parametrize(
    "question",
    ["xã nông thôn mới kiểu mẫu là gì", "tiêu chí 18", "QĐ 1980", "tỷ lệ bảo hiểm y tế năm 2014"],
)
def test_words_and_references_of_the_field_are_in_scope(question: str):
    assert scope.is_in(resolve(question, TODAY))
    assert scope.is_in(resolve(fold(question), TODAY))


@pytest.mark.parametrize("question", OTHER_MATTERS)
def test_a_place_or_a_day_is_no_sign_of_the_field(question: str):
    assert not scope.is_in(resolve(question, TODAY), confidence=0.9)


def test_a_word_of_other_matters_too_needs_a_passage_near_it():
    query = resolve("giao thông ở xã thế nào", TODAY)
    assert not scope.is_in(query, confidence=0.1)
    assert scope.is_in(query, confidence=0.6)


TOGETHER = {"dong_gop", "gop_cua", "cua_dan", "nguyen_tac", "theo_nguyen", "huy_dong"}


@pytest.mark.parametrize(
    ("question", "sounds"),
    [
        ("Huy động đóng góp của dân theo nguyên tắc", True),
        ("Đóng góp của dân mua vé xem bóng đá tối nay", False),
        ("đóng góp của dân làm giấy khai sinh", False),
        ("?", False),
    ],
)
def test_a_question_sounds_like_the_field_where_most_neighbours_are_neighbours_in_its_texts(
    question: str, sounds: bool
):
    assert scope.sounds_like_it(question, TOGETHER.__contains__) is sounds


@pytest.mark.parametrize(
    "question",
    ["vốn đối ứng của xã", "ba con khong chiu hien dat", "dân góp tiền có bắt buộc không"],
)
def test_what_the_people_give_is_of_the_field(question: str):
    assert scope.is_in(resolve(question, TODAY))


def test_land_titles_and_wards_are_other_business():
    assert scope.is_other_business(resolve("Cấp giấy chứng nhận quyền sử dụng đất ra sao?", TODAY))
    assert not scope.is_other_business(resolve("Bố trí vốn đối ứng của xã thế nào?", TODAY))
    assert scope.is_of_towns(resolve("Phường đạt chuẩn đô thị văn minh cần gì?", TODAY))


@pytest.mark.parametrize(
    "question",
    ["Làm thơ mừng xã đạt nông thôn mới", "ở Hà Nội có mưa không để đi xem đường nông thôn mới"],
)
def test_verses_and_weather_are_other_business_whatever_stands_beside_them(question: str):
    assert scope.is_other_business(resolve(question, TODAY))
