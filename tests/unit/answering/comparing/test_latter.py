import datetime as dt

import pytest

from knowledge.answering.comparing import latter
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
CATALOGUE = Catalogue(
    corpus_of(
        regulation("66/QĐ-TTg", signed=dt.date(2019, 1, 1)),
        regulation("771/QĐ-TTg", signed=dt.date(2024, 1, 1)),
    )
)


def rewritten(question: str) -> str:
    return latter.named(resolve(question, TODAY), CATALOGUE).question


@pytest.mark.parametrize(
    "question",
    [
        "có quyết định 771 và quyết định 66, cái sau có thay cái trước không",
        "quyết định 66 với quyết định 771, bản sau có thay bản trước không",
    ],
)
def test_the_later_is_the_one_signed_later(question: str):
    assert rewritten(question) == "Quyết định 771/QĐ-TTg có thay Quyết định 66/QĐ-TTg không"


def test_what_the_later_says_on_a_matter_is_left_as_it_is():
    question = "số đò theo quyết định 66 và quyết định 771, cái sau thêm mấy con"
    assert rewritten(question) == question


def test_one_document_has_no_later_one():
    question = "quyết định 66 bị cái sau thay chưa"
    assert rewritten(question) == question
