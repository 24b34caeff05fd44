"""When a text is told rather than a card, and when it is not."""

import datetime as dt
from collections.abc import Callable

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import resolve
from knowledge.answering.searching import candidates, matter, plainly_meant
from knowledge.answering.searching.candidates import Found
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.hits import Hit
from tests.unit.builders import corpus_of, index_of, passage, regulation

Rather = Callable[..., Answer | None]
TODAY = dt.date(2026, 11, 22)
OF = "77/QĐ-TTg"
TEXT = passage(OF, "Hồ sơ", text="Hồ sơ gồm tờ trình và báo cáo.")
CARD = Answer(Outcome.ANSWERED, Kind.DOCUMENT, "Thẻ.", TODAY, confidence=matter.SURE)


@pytest.fixture
def rather(monkeypatch: pytest.MonkeyPatch, model: EmbeddingModel) -> Rather:
    """What is told instead of an answer, where one text is as likely as said."""
    index = index_of(corpus_of(regulation(OF)), [TEXT], model)

    def told(
        message: str = "hồ sơ gồm gì",
        found: Answer = CARD,
        chance: float = 0.9,
        confidence: float = 0.9,
    ) -> Answer | None:
        near = [Found(Hit(TEXT, 1.0, 1.0, 1.0), confidence, chance)]
        monkeypatch.setattr(candidates, "candidates", lambda *_: near)
        return plainly_meant.rather(resolve(message, TODAY), index, found)

    return told


def test_a_text_that_is_likely_and_sure_is_told(rather: Rather):
    said = rather()
    assert said
    assert TEXT.text in said.text


@pytest.mark.parametrize("less", [{"chance": 0.3}, {"confidence": 0.3}])
def test_one_that_is_less_so_is_not(rather: Rather, less: dict[str, float]):
    assert rather(**less) is None


@pytest.mark.parametrize("message", ["tiêu chí 40 là gì", "chỉ tiêu 3.1 gồm gì"])
def test_a_criterion_by_its_number_is_looked_up(rather: Rather, message: str):
    assert rather(message) is None


def test_a_document_found_by_its_number_keeps_its_card(rather: Rather):
    by_number = Answer(Outcome.ANSWERED, Kind.DOCUMENT, "Thẻ.", TODAY, confidence=1.0)
    assert rather(found=by_number) is None


def test_what_is_told_already_is_not_told_again(rather: Rather):
    told = Answer(Outcome.ANSWERED, Kind.DOCUMENT, TEXT.text, TODAY, confidence=matter.SURE)
    assert rather(found=told) is None
