"""Every golden answer says nothing but what the knowledge folder says, and the proof can fail.

The rule is told in `statements`. Of the reported part only the number of faults is
told: what an answer there says is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import corpus
from knowledge import settings
from knowledge.answering.answer import Answer, Kind
from knowledge.assistant import Assistant
from knowledge.corpus.catalogue import Catalogue
from knowledge.evaluation import golden, scoring
from knowledge.evaluation.scoring import Result
from knowledge.indexing.build import build, checked_corpus
from knowledge.retrieval.embedding import EmbeddingModel
from tests.golden.statements import faults

FOLDER = Path(__file__).parent
TUNED = ("questions.jsonl", "dialogues.jsonl", "tuning.jsonl", "tuning-dialogues.jsonl")
FILES = (*TUNED, "conversations.jsonl", "report.jsonl", "report-dialogues.jsonl")
CATALOGUE = Catalogue(checked_corpus([settings.shipped_documents()]))
# Some other numbers are facts as well (318 and 319/QĐ-TTg were signed on one day).
LEAST_CAUGHT, LEAST_QUANTITIES_CAUGHT = 0.92, 0.98
_QUANTITY = re.compile(r"\d+(?=(?:,\d+)?(?:%| triệu| hộ| xã| người))")


@pytest.fixture(scope="module")
def results(assistant: Assistant) -> list[Result]:
    return scoring.run(
        [case for name in FILES for case in golden.read(FOLDER / name)],
        lambda question, day, context: assistant.ask(question, as_of=day, before=context),
    )


@pytest.fixture(scope="module")
def tuned(results: list[Result]) -> list[Result]:
    return [result for result in results if result.case.split == "tune"]


@pytest.fixture(scope="module")
def probed(tuned: list[Result]) -> list[Result]:
    """The answers that the proof itself is tried on: it misses more in those of strangers."""
    names = {case.id for name in TUNED[:2] for case in golden.read(FOLDER / name)}
    return [result for result in tuned if result.case.id in names]


def _faults(result: Result, answer: Answer | None = None) -> list[str]:
    return faults(CATALOGUE, result.turn.question, answer or result.answer)


def test_every_quotation_and_number_is_proven(tuned: list[Result]):
    assert len(tuned) > 500
    wrong = {result.turn.question: found for result in tuned if (found := _faults(result))}
    assert wrong == {}


def test_every_quotation_and_number_of_the_reported_part_is_proven(results: list[Result]):
    reported = [result for result in results if result.case.split == "report"]
    assert reported
    assert sum(bool(_faults(result)) for result in reported) == 0


def test_every_confidence_is_a_share(tuned: list[Result]):
    assert [r.turn.question for r in tuned if not 0 <= r.answer.confidence <= 1] == []


def _altered(text: str, pattern: str | re.Pattern[str]) -> Iterator[str]:
    """The text with one of its numbers raised by one, for each of them."""
    for match in re.finditer(pattern, text):
        other = str(int(match[0]) + 1).zfill(len(match[0]))
        yield text[: match.start()] + other + text[match.end() :]


@pytest.mark.parametrize(
    ("pattern", "step", "bar"),
    [(r"\d+", 6, LEAST_CAUGHT), (_QUANTITY, 1, LEAST_QUANTITIES_CAUGHT)],
    ids=["any number", "quantities"],
)
def test_an_altered_number_is_caught(
    probed: list[Result], pattern: str | re.Pattern[str], step: int, bar: float
):
    caught = [
        bool(_faults(result, replace(result.answer, text=text)))
        for result in probed[::step]
        for text in _altered(result.answer.text, pattern)
    ]
    assert len(caught) > 100
    assert sum(caught) / len(caught) >= bar


def test_an_altered_quotation_is_caught(tuned: list[Result]):
    quoting = [result for result in tuned if "“" in result.answer.text]
    assert len(quoting) > 10
    for result in quoting:
        text = re.sub("“(.)", "“không \\1", result.answer.text)
        assert any(
            "trích dẫn" in fault for fault in _faults(result, replace(result.answer, text=text))
        )


@pytest.mark.parametrize(
    "strange",
    [
        "Mức phải đạt là 77%.",
        "Quyết định 4321/QĐ-TTg có nói.",
        "Có hiệu lực từ 30/2/2031.",
        "Áp dụng cho giai đoạn 2031-2035.",
        "Xem chỉ tiêu 27.4.",
        "Gồm 83 tiêu chí.",
    ],
)
def test_a_strange_statement_is_caught(probed: list[Result], strange: str):
    for result in probed[::40]:
        text = f"{result.answer.text}\n{strange}"
        assert _faults(result, replace(result.answer, text=text)), result.turn.question


@pytest.fixture(scope="module")
def decree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (file,) = corpus.write(tmp_path_factory.mktemp("originals"), 50, each=50)
    return file


@pytest.fixture(scope="module")
def quoting(
    decree: Path, tmp_path_factory: pytest.TempPathFactory, model: EmbeddingModel
) -> Assistant:
    """An assistant that has an original besides what ships."""
    index = tmp_path_factory.mktemp("index")
    folders = [settings.shipped_documents(), decree.parent]
    build(folders, index, model, report=lambda _step: None)
    return Assistant(index, model)


@pytest.mark.parametrize("article", range(1, 11))
def test_what_is_quoted_of_an_original_stands_in_its_file(
    quoting: Assistant, decree: Path, article: int
):
    answer = quoting.ask(f"Điều {article} khoản 2 Nghị định 1/2026/NĐ-CP quy định gì?")
    (quote,) = re.findall("“(.*?)”", answer.text, re.DOTALL)
    assert answer.kind is Kind.PROVISION
    written = " ".join(decree.read_text(encoding="utf-8").split())
    assert " ".join(quote.split()) in written
