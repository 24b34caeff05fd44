import datetime as dt

import pytest

from knowledge.answering.conversation import unit_exchanged
from knowledge.answering.query import resolve
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)
BEFORE = Context(document="66/QĐ-TTg", subject="Huyện bị thu hồi danh hiệu khi nào?")


def asked(message: str, before: Context = BEFORE) -> str:
    return unit_exchanged.resolved(resolve(message, TODAY, before)).question


@pytest.mark.parametrize("message", ["còn xã?", "xa thi sao", "tôi hỏi xã chứ không hỏi huyện"])
def test_the_same_is_asked_of_the_other_unit(message: str):
    assert asked(message) == "xã bị thu hồi danh hiệu khi nào?"


@pytest.mark.parametrize("message", ["còn huyện?", "xã phải có chợ không?", "ai ký?"])
def test_what_says_more_or_the_same_stays(message: str):
    assert asked(message).rstrip("?") == message.rstrip("?")


def test_nothing_is_exchanged_where_no_unit_was_asked_of():
    assert asked("còn xã?", Context(subject="ai ký?")) == "còn xã?"
