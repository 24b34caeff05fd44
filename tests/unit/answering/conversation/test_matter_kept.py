"""The matter talked about, by another document that a message names."""

import datetime as dt

import pytest

from knowledge.answering.conversation import matter_kept
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
LAST, OTHER = "55/2023/NĐ-CP", "44/2019/NĐ-CP"
BEFORE = Context(
    document=LAST,
    aspect="requirement",
    told=LAST,
    subject="Nghị định 55/2023 cho xã loại 1 bao nhiêu cán bộ thú y?",
)


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(regulation(LAST, type="Nghị định"), regulation(OTHER, type="Nghị định"))
    )


def read(question: str, catalogue: Catalogue) -> Query:
    return matter_kept.resolved(resolve(question, TODAY, BEFORE), catalogue)


@pytest.mark.parametrize(
    "question",
    ["trước đó theo nghị định 44/2019 thì loại 2 mấy người?", "nđ 44/2019 thì xã loại 2 mấy người"],
)
def test_the_earlier_question_is_asked_of_that_document(question: str, catalogue: Catalogue):
    query = read(question, catalogue)
    assert "cán bộ thú y" in query.question
    assert "loại 2" in query.question
    assert query.references.values("document") == ["nghị định 44/2019"]


@pytest.mark.parametrize(
    "question",
    [
        "nghị định 44/2019 ai ký?",
        "nghị định 44/2019 quy định phụ cấp mấy người?",
        "nghị định 55/2023 thì loại 2 mấy người?",
        "nó có thay nghị định 44/2019 không?",
    ],
)
def test_another_matter_or_the_same_document_stays_as_it_is(question: str, catalogue: Catalogue):
    assert "thú y" not in read(question, catalogue).question
