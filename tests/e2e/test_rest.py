import uuid

import pytest

from knowledge.evaluation import golden
from knowledge.references.context import Context

from .conftest import ROOT, TODAY

GOLDEN = ROOT / "tests" / "golden"
# Every eighth question, and every dialogue.
QUESTIONS = [
    case for case in golden.read(GOLDEN / "questions.jsonl") if case.turns[0].as_of is None
][::8]
DIALOGUES = [
    case
    for case in golden.read(GOLDEN / "dialogues.jsonl")
    if all(turn.as_of is None for turn in case.turns)
]


@pytest.mark.parametrize("case", [*QUESTIONS, *DIALOGUES], ids=lambda case: case.id)
def test_rasa_says_what_the_library_says(started, case):
    sender, context = uuid.uuid4().hex, Context()
    for turn in case.turns:
        wanted = started.assistant.ask(turn.question, as_of=TODAY, before=context)
        context = wanted.context
        got = started.answer(sender, turn.question)
        assert got["text"] == wanted.text
        assert got["outcome"] == wanted.outcome


def test_text_and_structured_value_both_arrive(started):
    messages = started.say(uuid.uuid4().hex, "QĐ 1980 còn hiệu lực không")
    text = "\n\n".join(message["text"] for message in messages if "text" in message)
    structured = next(message["custom"] for message in messages if "custom" in message)
    assert text == structured["text"]
    assert structured["citations"][0]["document"] == "1980/QĐ-TTg"


def test_a_greeting_is_greeted(started):
    assert started.answer(uuid.uuid4().hex, "xin chào")["kind"] == "courtesy"


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "???", "🙂", "a" * 5000, "thời tiết hôm nay"])
def test_whatever_is_typed_gets_a_reply(started, text):
    answer = started.answer(uuid.uuid4().hex, text)
    assert answer["text"]
    assert answer["outcome"] in ("out_of_scope", "unknown")


def test_restarting_the_conversation_is_answered_too(started):
    assert started.say(uuid.uuid4().hex, "/restart")


def test_two_people_do_not_share_a_conversation(started):
    first, second = uuid.uuid4().hex, uuid.uuid4().hex
    started.answer(first, "Tiêu chí 18 do văn bản nào quy định?")
    assert started.answer(second, "còn giai đoạn 2021-2025?")["context"]["criterion"] is None
    assert started.answer(first, "còn giai đoạn 2021-2025?")["context"]["criterion"] == "18"
