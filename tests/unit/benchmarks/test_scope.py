from benchmarks.scope import __main__ as scope
from knowledge import json_lines
from knowledge.answering.answer import Outcome


def test_shares_are_of_the_messages_of_the_same_matter():
    met = {("other", Outcome.OUT_OF_SCOPE): 3, ("other", Outcome.ANSWERED): 1}
    lines = scope.table({**met, ("field", Outcome.ANSWERED): 2})
    assert "1/4 = 25.0%" in lines[2]
    assert "2/2 = 100.0%" in lines[3]


def test_every_message_says_what_it_is_about():
    records = json_lines.records(scope.MESSAGES, ("question", "matter"))
    assert {line["matter"] for _, line in records} == {"other", "field"}
