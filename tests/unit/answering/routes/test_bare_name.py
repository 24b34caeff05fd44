"""A criterion called by its bare name is meant, and not a document whose title has the word."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.routes import bare_name
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
)

TODAY = dt.date(2023, 5, 2)
SET, STANDARD, ENDED = "33/QĐ-TTg", "44/2022/NĐ-CP", "55/2010/TT-BXX"
NAMES = {"1": "Giếng làng và ao hồ", "2": "Bến đò", "3": "Cây cối"}


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    table = criteria_table(
        SET,
        *(criterion(number, indicator(f"{number}.1"), name=name) for number, name in NAMES.items()),
        period="2021-2025",
    )
    begun, once = dt.date(2021, 1, 1), dt.date(2010, 1, 1)
    documents = [
        regulation(SET, period="2021-2025", signed=begun, effective=begun),
        regulation(STANDARD, title="Chuẩn bến đò", signed=begun, effective=begun),
        regulation(ENDED, title="Đạt chuẩn cây cối", period="2010-2020", signed=once),
    ]
    rows = [
        passage(SET, f"tiêu chí {at} (xã)", text=name, criteria=(at,), row=True, level="xã")
        for at, name in NAMES.items()
    ]
    return index_of(corpus_of(*documents, tables=[table]), rows, model)


def asked(question: str, index: Index) -> Answer | None:
    return bare_name.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize("question", ["ao hồ theo văn bản nào", "cây cối do quyết định nào"])
def test_a_thing_that_a_name_lists_means_its_criterion(index: Index, question: str):
    said = asked(question, index)
    assert said is not None
    assert said.citations[0].document == SET


@pytest.mark.parametrize(
    "question",
    [
        "bến đò theo văn bản nào",  # a document in force lays down a standard of it
        "ao hồ theo thông tư nào",
        "ao hồ mặn theo văn bản nào",
        "ao hồ phải đạt bao nhiêu",
    ],
)
def test_what_says_more_than_the_name_is_left_alone(index: Index, question: str):
    assert asked(question, index) is None


def test_what_the_criterion_is_made_of_is_listed(index: Index):
    said = asked("ao hồ gồm những chỉ tiêu nào", index)
    assert said is not None
    assert said.direct.startswith("Tiêu chí 1 (Giếng làng và ao hồ)")
    assert asked("ao hồ gồm những khoản nào", index) is None
