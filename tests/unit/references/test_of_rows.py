import pytest

from knowledge.references import of_rows
from knowledge.references.carrying import merge
from knowledge.references.context import Context
from knowledge.references.parser import parse

ROW = Context(document="101/QĐ-TTg", row="4.2", aspect="requirement", subject="điện bao nhiêu?")
CRITERION = Context(document="101/QĐ-TTg", criterion="6", aspect="about", subject="tiêu chí 6?")
COMPARED = Context(document="101/QĐ-TTg", aspect="difference", subject="bộ 101 và 202 khác gì?")
OF_A_PERIOD = Context(criterion="6", period="2016-2020", subject="tiêu chí 6 2016-2020?")
OF_A_SET = Context(document="101/QĐ-TTg", criterion="6", subject="tiêu chí 6 của 101/QĐ-TTg?")
COUNTED = Context(document="101/QĐ-TTg", aspect="count", subject="bộ nào đó có mấy tiêu chí?")


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (ROW, "Đồng bằng sông Hồng được nới xuống 80% à?"),
        (ROW, "Tây Nguyên có dễ thở hơn không"),
        (ROW, "hồi 491 cũng thế à"),
        (CRITERION, "1980 doi ten thanh gi"),
        (CRITERION, "xã nâng cao thì tiêu chí 6 là gì?"),
        (COMPARED, "tiêu chí 9 khác gì?"),
        (OF_A_PERIOD, "6.2 là gì?"),
        (OF_A_SET, "chỉ tiêu 6.2 tên gì"),
        (COUNTED, "tieu chi 9 cua nang cao ten gi"),
    ],
)
def test_what_names_no_matter_of_its_own_stays_with_the_criterion(before: Context, message: str):
    assert of_rows.go_on(before, parse(message))


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (ROW, "Tây Nguyên trồng cà phê thế nào"),
        (ROW, "QĐ 1980 ai ký?"),
        (CRITERION, "xã nâng cao thì tiêu chí 7 là gì?"),
        (Context(subject="xin chào"), "tiêu chí 9 khác gì?"),
        (Context(criterion="6", subject="tiêu chí 6 là gì?"), "6.2 là gì?"),
        (OF_A_PERIOD, "6.2 xây chợ thế nào?"),
    ],
)
def test_another_matter_does_not(before: Context, message: str):
    assert not of_rows.go_on(before, parse(message))


def test_households_are_asked_of_a_threshold_and_communes_of_a_result():
    assert merge(ROW, parse("còn nhà văn hóa thì bao nhiêu thôn đạt")).aspect == "requirement"
    assert merge(ROW, parse("còn bao nhiêu xã đạt rồi")).aspect == "result"


def test_a_criterion_after_a_count_is_of_the_set_that_was_counted():
    before = Context(document="202/QĐ-TTg", aspect="count", subject="bộ 202 có mấy tiêu chí?")
    assert of_rows.go_on(before, parse("tiêu chí 7 tên gì?"))
    assert not of_rows.go_on(before, parse("tiêu chí 7 về chợ nổi tên gì?"))
    assert not of_rows.go_on(Context(document="202/QĐ-TTg"), parse("tiêu chí 7 tên gì?"))
