"""A message of several lines is read as sentences."""

import pytest

from knowledge.references import lines


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
    assert lines.joined(message) == read
