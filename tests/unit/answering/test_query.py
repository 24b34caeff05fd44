from __future__ import annotations

import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.references.aspect import Aspect
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("tiêu chí 18 năm 2018", "2018-01-01", "2018-12-31"),
        ("tiêu chí 18 giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("tiêu chí 18 tháng 3/2026", "2026-03-01", "2026-03-31"),
        ("tiêu chí 18 ngày 17/10/2016", "2016-10-17", "2016-10-17"),
        ("tiêu chí 18 hiện nay", "2026-11-22", "2026-11-22"),
    ],
)
def test_the_time_asked_about_is_a_span_of_days(question: str, first: str, last: str):
    time = resolve(question, TODAY).time
    assert time is not None
    assert (str(time.first), str(time.last)) == (first, last)


def test_a_question_that_names_no_time_leaves_it_open():
    assert resolve("tiêu chí 18 do văn bản nào quy định", TODAY).time is None


def test_a_day_that_does_not_exist_is_no_time():
    assert resolve("tiêu chí 18 ngày 31/02/2016", TODAY).time is None


def test_before_a_year_ends_with_the_year_before_it():
    time = resolve("tiêu chí 18 trước năm 2016", TODAY).time
    assert time is not None
    assert time.last == dt.date(2015, 12, 31)


def test_the_region_of_a_province_is_the_place():
    assert resolve("chỉ tiêu 17.1 ở Hậu Giang", TODAY).place == "DBSCL"


def test_several_regions_are_several_places():
    query = resolve("chỉ tiêu 17.1 vùng Tây Nguyên và vùng Đông Nam Bộ", TODAY)
    assert query.places == ["TN", "DNB"]


def test_the_common_threshold_is_of_no_place():
    before = Context(criterion="17.1", region="TN")
    assert resolve("mức chung là bao nhiêu", TODAY, before).place is None


def test_a_follow_up_is_judged_by_the_content_of_the_question_before_it():
    before = Context(subject="tỷ lệ hộ dùng nước sạch là bao nhiêu")
    query = resolve("còn giai đoạn 2016-2020?", TODAY, before)
    assert "nước sạch" in query.content
    assert "2016" not in query.content


def test_since_when_is_asked_of_the_validity_just_told():
    before = Context(document="101/QĐ-TTg", aspect="status", subject="QĐ 101 còn hiệu lực không?")
    assert resolve("từ ngày nào?", TODAY, before).aspects == [Aspect.STATUS]
    alone = Context(document="101/QĐ-TTg", aspect="signer", subject="QĐ 101 ai ký?")
    assert resolve("từ ngày nào?", TODAY, alone).aspects[0] is Aspect.EFFECTIVE


def test_then_at_the_start_of_a_question_is_not_searched_for():
    assert resolve("vậy vốn của thôn bao nhiêu", TODAY).search_text == "vốn của thôn bao nhiêu"


def test_lines_are_sentences():
    assert resolve("1. chợ số mấy\n2. điện số mấy", TODAY).question == "chợ số mấy. điện số mấy."
