import datetime as dt

import pytest

from knowledge.answering.conversation import bare_serial
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.parser import DOCUMENT
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def catalogue() -> Catalogue:
    numbers = ["719/QĐ-TTg", "1247/QĐ-BTP", "305/QĐ-TTg", "305/QĐ-BXD", "2021/QĐ-TTg"]
    tied = regulation("1558/QĐ-BTP", relations=[relation("amends", "1247/QĐ-BTP")])
    return Catalogue(corpus_of(*(regulation(number) for number in numbers), tied))


def named(question: str, catalogue: Catalogue) -> list[str]:
    query = bare_serial.named(resolve(question, TODAY), catalogue)
    return query.references.values(DOCUMENT)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("vậy 719 chấm điểm sao?", "719/QĐ-TTg"),
        ("1247 có mấy phụ lục", "1247/QĐ-BTP"),
        ("quay lại cái 719 đi", "719/QĐ-TTg"),
        ("so 1247 sua gi", "1247/QĐ-BTP"),
        ("719 dong nai", "719/QĐ-TTg"),
    ],
)
def test_a_serial_alone_names_its_document(question: str, number: str, catalogue: Catalogue):
    assert named(question, catalogue) == [number]


@pytest.mark.parametrize(
    "question",
    [
        "xã tôi có 719 hộ nghèo",
        "phải đạt 719 điểm",
        "thu nhập 719 triệu",
        "tiêu chí 719 là gì",
        "đường dài 719 km",
        "năm 2021 theo văn bản nào",
        "305 nói gì",  # two documents bear it
        "719 với 1247 cái nào mới hơn",  # sides of a comparison
    ],
)
def test_what_counts_or_may_be_another_one_names_none(question: str, catalogue: Catalogue):
    assert named(question, catalogue) == []


def test_two_serials_of_which_one_changes_the_other_are_both_named(catalogue: Catalogue):
    assert named("1558 sửa 1247 chỗ nào", catalogue) == ["1558/QĐ-BTP", "1247/QĐ-BTP"]
