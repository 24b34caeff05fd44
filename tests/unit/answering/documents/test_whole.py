import datetime as dt

import pytest

from knowledge.answering.answer import Outcome
from knowledge.answering.documents import whole
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "202/QĐ-TTg"
PASSAGES = [
    passage(NUMBER, "giới thiệu chung", overview=True),
    passage(NUMBER, "Cách trồng cây"),
    passage(NUMBER, "Điều 3"),
    passage(NUMBER, "Điều chưa biết", known=False),
    passage("303/QĐ-TTg", "Việc khác"),
]


@pytest.fixture
def catalogue() -> Catalogue:
    one = regulation(NUMBER, title="Quy định trồng cây", about="Mỗi thôn trồng cây bên đường.")
    return Catalogue(corpus_of(one))


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 202/QĐ-TTg quy định gì?",
        "Quyết định số 202/QĐ-TTg nói về nội dung gì?",
        "qd 202/qd-ttg nam 2016 hay 2017 vay, noi dung gi",
        "Tóm tắt Quyết định 202/QĐ-TTg",
        "202/QĐ-TTg ai ký, nói về việc gì?",
    ],
)
def test_title_introduction_and_known_content_are_told(catalogue: Catalogue, question: str):
    found = catalogue.find(NUMBER)
    told = whole.answer(resolve(question, TODAY), catalogue, PASSAGES, found)
    assert told is not None
    assert told.outcome is Outcome.ANSWERED
    assert "Quy định trồng cây" in told.text
    assert "Mỗi thôn trồng cây bên đường." in told.text
    assert told.text.endswith("- Cách trồng cây")


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 202/QĐ-TTg quy định trồng cây gì?",
        "Tiêu chí 3 của 202/QĐ-TTg quy định gì?",
        "202/QĐ-TTg ai ký?",
        "Phụ lục II của 202/QĐ-TTg quy định gì?",
        "202/QĐ-TTg thay thế văn bản nào?",
        "202/QĐ-TTg sửa đổi nội dung gì?",
        "Trồng cây quy định gì?",
    ],
)
def test_a_matter_or_a_field_is_not_the_whole(catalogue: Catalogue, question: str):
    found = catalogue.find(NUMBER)
    assert whole.answer(resolve(question, TODAY), catalogue, PASSAGES, found) is None
