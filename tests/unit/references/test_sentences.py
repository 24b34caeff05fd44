"""The sentences of a message, and those of them that ask."""

import pytest

from knowledge.references import sentences
from knowledge.references.parser import parse


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("tiêu chí điện số mấy", "tiêu chí điện số mấy"),
        ("tiêu chí điện số mấy\nai ký nghị định 9", "tiêu chí điện số mấy. ai ký nghị định 9."),
        ("Cho hỏi:\n1. chợ số mấy?\n2/ ai ký", "Cho hỏi: chợ số mấy? ai ký."),
        ("- chợ số mấy\n\n- ai ký", "chợ số mấy. ai ký."),
        ("tiêu chí\n18.1 là gì", "tiêu chí. 18.1 là gì."),
    ],
)
def test_each_line_is_a_sentence_without_its_number_in_the_list(message: str, read: str):
    assert sentences.joined(message) == read


def test_what_only_tells_of_the_situation_is_left_out():
    asked = sentences.asking(parse("Thôn mưa lớn. Bến đò cần mấy mái che?"))
    assert asked.text == "Bến đò cần mấy mái che?"


def test_a_message_stays_whole_where_what_asks_names_nothing():
    message = "Bến đò có quyết định mới. Quyết định ấy số bao nhiêu?"
    assert sentences.asking(parse(message)).text == message
