import pytest

from knowledge.answering.comparing import then_and_now
from knowledge.references.mention import PERIOD, TIME, Mention
from knowledge.references.parser import parse
from knowledge.text import fold


def opposed(question: str) -> list[str]:
    named = parse(question).mentions
    return [m.value for m in then_and_now.mentions(fold(question), named, 2026)]


@pytest.mark.parametrize(
    "question",
    [
        "trước kia cần hai con đò, giờ cần mấy con",
        "đợt trước với đợt này số đò chênh nhau mấy",
        "hoi truoc cho 2 con do, hien gio con may con",
        "ngày xưa hai bến, bây giờ ba bến",
    ],
)
def test_what_was_stands_against_what_is(question: str):
    assert opposed(question) == [then_and_now.BEFORE, then_and_now.TODAY]


def test_a_time_that_is_named_stands_against_today():
    assert opposed("năm 2009 cần mấy con đò, còn giờ thì sao") == ["2009", then_and_now.TODAY]


@pytest.mark.parametrize(
    "question",
    [
        "bây giờ cần mấy con đò",
        "bao giờ mới có đò so với bến khác",
        "tiêu chí môi trường năm 2018",
        "bộ mới giai đoạn 2026-2030 cần mấy con đò",
        "năm 2018 có mấy con đò, lúc đó ai lái",
    ],
)
def test_one_time_alone_is_set_against_nothing(question: str):
    assert opposed(question) == []


def test_a_set_is_written_out_as_one():
    then = Mention(TIME, then_and_now.BEFORE, 0, 5)
    assert then_and_now.in_full(then, "bo cu") == "bộ tiêu chí giai đoạn trước"
    assert then_and_now.in_full(then, "hoi truoc") == "giai đoạn trước"


def test_every_time_named_is_kept_in_order():
    named = [Mention(PERIOD, "2016-2020", 0, 9)]
    found = then_and_now.mentions("2016-2020 may con, gio may con", named, 2026)
    assert [m.start for m in found] == sorted(m.start for m in found)
