"""The papers of a criterion are those that a text on it lists; else they are not known."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.query import resolve
from knowledge.answering.routes import papers
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    index_of,
    indicator,
    passage,
    regulation,
    relation,
)

TODAY = dt.date(2023, 5, 2)
SET, GUIDE = "33/QĐ-TTg", "44/2022/TT-BXX"
NAMES = {"1": "Giếng làng", "2": "Bến đò"}


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    table = criteria_table(
        SET,
        *(criterion(at, indicator(f"{at}.1"), name=name) for at, name in NAMES.items()),
        period="2021-2025",
    )
    begun = dt.date(2021, 1, 1)
    guides = [relation("guides", SET, provisions=["1", "2"])]
    documents = [
        regulation(SET, period="2021-2025", signed=begun, effective=begun),
        regulation(GUIDE, type="Thông tư", period="2021-2025", signed=begun, relations=guides),
    ]
    found = [
        passage(SET, f"tiêu chí {at} (xã)", text=name, criteria=(at,), row=True, level="xã")
        for at, name in NAMES.items()
    ]
    listed = passage(
        GUIDE,
        "Điều 2",
        heading="Hồ sơ giếng làng",
        text="Hồ sơ giếng làng gồm biên bản đo nước và sổ thăm giếng.",
        criteria=("1",),
        period="2021-2025",
    )
    return index_of(corpus_of(*documents, tables=[table]), [*found, listed], model)


def asked(question: str, index: Index) -> Answer | None:
    return papers.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    "question", ["hồ sơ tiêu chí giếng làng gồm những gì", "giếng làng cần giấy tờ gì"]
)
def test_a_text_on_the_row_that_lists_them_is_told(question: str, index: Index):
    said = asked(question, index)
    assert said is not None
    assert "sổ thăm giếng" in said.text


@pytest.mark.parametrize("question", ["hồ sơ tiêu chí 2 gồm những gì", "minh chứng bến đò là gì"])
def test_without_such_a_text_the_guides_are_named_and_no_threshold(question: str, index: Index):
    said = asked(question, index)
    assert said is not None
    assert said.outcome is Outcome.UNKNOWN
    assert GUIDE in said.text


@pytest.mark.parametrize(
    "question",
    ["hồ sơ đề nghị công nhận xã gồm những gì", "tiêu chí 2 yêu cầu gì", "tiêu chí bến đò"],
)
def test_what_asks_for_no_papers_of_a_row_is_left_alone(question: str, index: Index):
    assert asked(question, index) is None
