import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.routes import done_there

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "Tỉnh Cao Bằng phấn đấu bao nhiêu xã đạt chuẩn?",
        "ba con bac kan da hien bao nhieu met vuong dat",
        "Kinh nghiệm của Hòa Bình là gì?",
    ],
)
def test_what_was_done_or_is_aimed_at_in_a_place_is_told_apart(question: str):
    assert done_there.asked(resolve(question, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "Xã ở Cao Bằng thu nhập phải đạt bao nhiêu?",
        "Chỉ tiêu 3.1 ở Hòa Bình là bao nhiêu?",
        "Cả nước đã hiến bao nhiêu đất?",
        "Hậu Giang nói gì về bộ máy giúp việc khi chỉ đạo?",
    ],
)
def test_what_is_demanded_there_is_not(question: str):
    assert not done_there.asked(resolve(question, TODAY))
