"""Talk around a question changes nothing of its answer: right questions, asked in other ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.assistant import Assistant
from knowledge.evaluation import golden
from knowledge.evaluation.golden import judge

_FILE = Path(__file__).with_name("questions.jsonl")
_EVERY = 6
_COURTESY = 9
WAYS = (
    "Cô ơi cho cháu hỏi chút ạ, {}",
    "Dạ thưa anh, {} ạ?",
    "ủa {} z ad",
    "{} vậy mọi người ơi, chỉ giúp em với",
    "Tôi là văn thư xã. {}? Tôi tìm mãi mà chưa thấy.",
    "Em gõ nhầm, em hỏi là {} cơ ạ",
)


@pytest.mark.parametrize("way", WAYS)
def test_talk_around_a_question_leaves_its_answer(assistant: Assistant, way: str):
    cases = [case for case in golden.read(_FILE) if case.kind != _COURTESY][::_EVERY]
    wrong = []
    for case in cases:
        (turn,) = case.turns
        plain = judge(turn.expect, assistant.ask(turn.question, as_of=turn.as_of))
        asked = way.format(turn.question.rstrip(" ?.!"))
        answer = assistant.ask(asked, as_of=turn.as_of)
        if plain.right and not judge(turn.expect, answer).right:
            wrong.append(f"{asked} -> {answer.text[:120]}")
    assert not wrong, "\n".join(wrong)
