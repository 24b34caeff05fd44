import datetime as dt

import pytest

from knowledge.answering.documents import on_day
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
DOCUMENT = Catalogue(corpus_of(regulation("88/QĐ-TTg", signed=dt.date(2015, 3, 4)))).regulations[
    "88/QĐ-TTg"
]


@pytest.mark.parametrize(
    ("question", "day", "called"),
    [
        ("Ngày 05/6/2018 Quyết định 88/QĐ-TTg còn hiệu lực không?", (2018, 6, 5), "05/6/2018"),
        ("thang 9/2017 qd 88/QĐ-TTg con ap dung khong", (2017, 9, 30), "tháng 9/2017"),
        ("Vào năm 2019 Quyết định 88/QĐ-TTg còn hiệu lực không?", (2019, 12, 31), "năm 2019"),
    ],
)
def test_a_time_past_is_the_one_asked_about(question: str, day: tuple[int, int, int], called: str):
    found, then = on_day.asked(resolve(question, TODAY), DOCUMENT)
    assert found == dt.date(*day)
    assert then is not None
    assert called in then


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 88/QĐ-TTg còn hiệu lực không?",
        "Quyết định 88/QĐ-TTg năm 2015 còn hiệu lực không?",
        "Quyết định 88/QĐ-TTg ký ngày 04/3/2015 còn hiệu lực không?",
        "Đến năm 2030 Quyết định 88/QĐ-TTg còn hiệu lực không?",
    ],
)
def test_the_documents_own_date_or_one_to_come_is_not(question: str):
    assert on_day.asked(resolve(question, TODAY), DOCUMENT) == (TODAY, None)
