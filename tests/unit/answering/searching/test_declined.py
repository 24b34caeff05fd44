"""What is offered where nothing answers."""

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.query import resolve
from knowledge.answering.searching import declined
from knowledge.answering.searching.candidates import Found
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.hits import Hit
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
ONE, OTHER = "77/QĐ-TTg", "88/QĐ-TTg"
DOSSIER = passage(ONE, "Hồ sơ", text="Hồ sơ gồm tờ trình.", questions=("Hồ sơ gồm gì?",))
PAYER = passage(OTHER, "Kinh phí", text="Xã tự chi.", questions=("Ai chi tiền?",))
Met = Callable[..., Answer]


def found(at: int, confidence: float, chance: float | None) -> Found:
    return Found(Hit((DOSSIER, PAYER)[at], 0.5, 0.5, 0.5), confidence, chance)


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch, model: EmbeddingModel) -> Met:
    """What a message that nothing answers is met with, with these candidates."""
    index = index_of(corpus_of(regulation(ONE), regulation(OTHER)), [DOSSIER, PAYER], model)

    def answered(near: Sequence[Found], message: str = "xã nông thôn mới mở hội ra sao") -> Answer:
        monkeypatch.setattr(declined, "candidates", lambda *_: list(near))
        return declined.answer(resolve(message, TODAY), index)

    return answered


def test_the_likeliest_text_is_named_and_offered_first(met: Met):
    answer = met([found(0, 0.4, 0.1), found(1, 0.2, 0.6)])
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.suggestions == ("Ai chi tiền?", "Hồ sơ gồm gì?")
    assert OTHER in answer.text
    assert ONE not in answer.text


def test_what_is_hardly_meant_is_not_offered(met: Met):
    answer = met([found(0, 0.4, 0.01), found(1, 0.2, 0.6)])
    assert answer.suggestions == ("Ai chi tiền?",)


def test_without_chances_the_wording_tells_what_is_near(met: Met):
    answer = met([found(0, 0.4, None), found(1, 0.2, None)])
    assert answer.suggestions == ("Hồ sơ gồm gì?",)


def test_nothing_is_offered_to_a_message_of_another_matter(met: Met):
    answer = met([found(1, 0.2, 0.6)], "tối nay ăn gì")
    assert answer.outcome is Outcome.OUT_OF_SCOPE
    assert "Ai chi tiền?" not in answer.suggestions
