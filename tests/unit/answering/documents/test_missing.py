"""Questions on documents, and on their Điều, that the knowledge does not have."""

from pathlib import Path

import pytest

from knowledge.answering.answer import Outcome
from knowledge.assistant import Assistant
from tests.unit.builders import NEW


@pytest.fixture
def assistant(served: Path) -> Assistant:
    return Assistant.from_settings()


@pytest.mark.parametrize("question", ["Điều 1 của 202/QĐ-BNV quy định gì?", "202/QD-BNV la gi"])
def test_a_complete_number_is_not_taken_for_that_of_another_document(
    question: str, assistant: Assistant
):
    answer = assistant.ask(question)
    assert answer.outcome is Outcome.UNKNOWN
    assert NEW in answer.text
    assert "văn bản khác" in answer.text
    assert not answer.citations


def test_a_type_without_a_year_may_be_mistaken(assistant: Assistant):
    answer = assistant.ask("Nghị định 202 quy định gì?")
    assert answer.outcome is Outcome.CORRECTED
    assert NEW in answer.text


def test_what_others_say_of_a_document_does_not_tell_what_its_articles_say(assistant: Assistant):
    assert assistant.ask("Điều 4 Nghị định 114/2003/NĐ-CP").outcome is Outcome.UNKNOWN


def test_an_article_that_the_summary_does_not_speak_of_is_unknown(assistant: Assistant):
    answer = assistant.ask(f"Điều 40 Quyết định {NEW} quy định gì?")
    assert answer.outcome is Outcome.UNKNOWN
    assert "Điều 40" in answer.text
    assert [cited.document for cited in answer.citations] == [NEW]


def test_an_article_that_the_summary_speaks_of_is_told_in_its_words(assistant: Assistant):
    answer = assistant.ask(f"Điều 2 Quyết định {NEW} quy định gì?")
    assert answer.outcome is Outcome.ANSWERED
    assert "Ủy ban nhân dân cấp tỉnh quy định mức đạt" in answer.text


def test_an_article_named_beside_a_matter_does_not_hide_the_matter(assistant: Assistant):
    asked = f"Theo Điều 40 Quyết định {NEW}, ai quy định mức thu gom rác thải?"
    assert assistant.ask(asked).outcome is Outcome.ANSWERED
