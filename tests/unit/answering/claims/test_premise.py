import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.claims import premise
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "77/2024/TT-BNV"


@pytest.fixture
def catalogue() -> Catalogue:
    part = {"address": "Bố cục", "heading": "", "text": "Thông tư có hai phụ lục.", "line": 1}
    document = regulation(NUMBER, type="Thông tư", issuer="Bộ Nội vụ", provisions=[part])
    return Catalogue(corpus_of(document))


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    query = resolve(question, TODAY)
    return premise.answer(query, catalogue, catalogue.regulations[NUMBER])


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư 77/2024 của Bộ Y tế quy định gì?",
        "thong tu 77/2024 nam 2024 cua bo tu phap noi gi",
        "Phụ lục III của Thông tư 77/2024 có gì?",
    ],
)
def test_another_issuer_or_an_annex_too_many_is_corrected(question: str, catalogue: Catalogue):
    answer = asked(question, catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư 77/2024 của Bộ Nội vụ quy định gì?",
        "Thông tư 77/2024 có thay văn bản của Bộ Y tế không?",
        "Phụ lục II của Thông tư 77/2024 có gì?",
    ],
)
def test_what_is_right_is_not_corrected(question: str, catalogue: Catalogue):
    assert asked(question, catalogue) is None


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư 77/2024 do Bộ trưởng Lê Văn B trực tiếp ký à?",
        "Bộ trưởng Lê Văn B ký Thông tư 77/2024 phải không?",
    ],
)
def test_another_signer_is_corrected_however_he_is_named(question: str):
    document = regulation(NUMBER, type="Thông tư", issuer="Bộ Nội vụ", signer="Trần Thị C")
    answer = asked(question, Catalogue(corpus_of(document)))
    assert answer is not None
    assert "Trần Thị C" in answer.text


def test_what_a_ministrys_document_is_about_is_no_part_of_the_ministrys_name():
    document = regulation(NUMBER, type="Thông tư", issuer="Bộ Nội vụ")
    question = "Thông tư 77/2024 của Bộ Nội vụ về cán bộ thôn ban hành ngày nào?"
    assert asked(question, Catalogue(corpus_of(document))) is None


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư 77/2024 có hiệu lực ngay từ ngày ký phải không?",
        "nghe nói Thông tư 77/2024 ký tháng 5/2024",
        "thong tu 77/2024 thong qua nam 2023 dung khong",
    ],
)
def test_another_day_of_signing_or_of_effect_is_corrected(question: str):
    days = {"signed": dt.date(2024, 3, 4), "effective": dt.date(2024, 6, 1)}
    found = Catalogue(corpus_of(regulation(NUMBER, type="Thông tư", issuer="Bộ Nội vụ", **days)))
    answer = asked(question, found)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
