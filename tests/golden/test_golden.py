"""The golden questions, asked through the library.

Only what is tuned on has bars: the reported part (`report.jsonl`, `report-dialogues.jsonl`)
is measured by `ntm eval`, and a bar on it would be tuned against.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.assistant import Assistant
from knowledge.evaluation import golden, report, scoring

FOLDER = Path(__file__).parent
LEAST_RIGHT = 0.95
LEAST_DIALOGUES = 0.9
MOST_WRONG_BASES = 0.0
# Of the questions and dialogues of strangers that were mended on: nothing gained is lost again.
LEAST_OF_STRANGERS = 0.94
LEAST_DIALOGUES_OF_STRANGERS = 0.85
MOST_WRONG_BASES_OF_STRANGERS = 0.01
# Of conversations that were held with the assistant, each turn written after its last answer:
# the hardest there are. Share of their turns.
LEAST_OF_CONVERSATIONS = 0.7
MOST_WRONG_BASES_OF_CONVERSATIONS = 0.08


def _asked(assistant: Assistant, name: str) -> list[scoring.Result]:
    cases = [case for case in golden.read(FOLDER / name) if case.split == "tune"]
    return scoring.run(
        cases, lambda question, day, context: assistant.ask(question, as_of=day, before=context)
    )


@pytest.fixture(scope="module")
def questions(assistant: Assistant) -> list[scoring.Result]:
    return _asked(assistant, "questions.jsonl")


@pytest.fixture(scope="module")
def dialogues(assistant: Assistant) -> list[scoring.Result]:
    return _asked(assistant, "dialogues.jsonl")


def test_nearly_every_question_is_answered_right(questions: list[scoring.Result]):
    assert scoring.right(questions).value >= LEAST_RIGHT, report.faults(questions)


def test_nearly_every_dialogue_is_right_in_every_turn(dialogues: list[scoring.Result]):
    assert scoring.dialogues(dialogues).value >= LEAST_DIALOGUES, report.faults(dialogues)


def test_no_answer_rests_on_a_wrong_document(
    questions: list[scoring.Result], dialogues: list[scoring.Result]
):
    both = [*questions, *dialogues]
    assert scoring.wrong_basis(both).value <= MOST_WRONG_BASES, report.faults(both)


def test_what_must_not_be_answered_is_not(questions: list[scoring.Result]):
    answered = [
        result.turn.question
        for result in questions
        if result.turn.expect.abstains and not result.answer.abstained
    ]
    assert not answered


def test_what_strangers_asked_stays_right(assistant: Assistant):
    single = _asked(assistant, "tuning.jsonl")
    talks = _asked(assistant, "tuning-dialogues.jsonl")
    assert scoring.right(single).value >= LEAST_OF_STRANGERS, report.faults(single)
    assert scoring.dialogues(talks).value >= LEAST_DIALOGUES_OF_STRANGERS, report.faults(talks)
    assert scoring.wrong_basis([*single, *talks]).value <= MOST_WRONG_BASES_OF_STRANGERS


def test_what_was_asked_in_conversations_that_were_held_stays_right(assistant: Assistant):
    held = _asked(assistant, "conversations.jsonl")
    assert scoring.right(held).value >= LEAST_OF_CONVERSATIONS, report.faults(held)
    assert scoring.wrong_basis(held).value <= MOST_WRONG_BASES_OF_CONVERSATIONS


def test_the_files_are_what_they_are_said_to_be():
    cases = golden.read(FOLDER / "questions.jsonl")
    styles = [case.style for case in cases]
    kinds = {case.kind for case in cases}
    assert len(cases) >= 300
    assert kinds == set(range(1, 11))
    assert styles.count("bare") >= len(cases) / 3
    assert styles.count("typo") >= len(cases) / 10
    assert sum(case.kind == 10 for case in cases) >= len(cases) / 6
    assert len(golden.read(FOLDER / "dialogues.jsonl")) >= 40
