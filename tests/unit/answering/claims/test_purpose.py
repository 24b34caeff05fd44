import datetime as dt

import pytest

from knowledge.answering.claims import purpose
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

DOCUMENT = Catalogue(
    corpus_of(regulation("88/QĐ-TTg", levels=["huyện"], period="2016-2020", about="Về cấp huyện."))
).regulations["88/QĐ-TTg"]


def wrong(question: str) -> str | None:
    return purpose.wrong(resolve(question, dt.date(2026, 11, 22)), DOCUMENT)


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 88/QĐ-TTg quy định về xã nông thôn mới nâng cao phải không?",
        "qd 88/QĐ-TTg la bo tieu chi xa kieu mau dung khong",
        "Quyết định 88/QĐ-TTg áp dụng cho giai đoạn 2021-2025 đúng không?",
    ],
)
def test_another_level_or_period_is_wrong(question: str):
    assert wrong(question) is not None


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 88/QĐ-TTg quy định về huyện nông thôn mới phải không?",
        "Quyết định 88/QĐ-TTg áp dụng cho giai đoạn 2016-2020 đúng không?",
        "Quyết định 88/QĐ-TTg quy định về xã nông thôn mới nâng cao thế nào?",
        "Quyết định 88/QĐ-TTg đặt mục tiêu 5 xã kiểu mẫu phải không?",
    ],
)
def test_what_is_right_or_not_claimed_is_let_be(question: str):
    assert wrong(question) is None
