import datetime as dt

import pytest

from knowledge.answering.comparing import named_sides
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
CATALOGUE = Catalogue(corpus_of(regulation("66/QĐ-TTg"), regulation("771/NĐ-CP", type="Nghị định")))


def questions(question: str) -> list[str]:
    return [side.question for side in named_sides.find(resolve(question, TODAY), CATALOGUE)]


@pytest.mark.parametrize(
    ("question", "of_each"),
    [
        (
            "đò ngang vùng Tây Nguyên cao hơn Đông Nam Bộ bao nhiêu",
            ["đò ngang vùng Tây Nguyên bao nhiêu", "đò ngang Đông Nam Bộ bao nhiêu"],
        ),
        (
            "số đò theo quyết định 66 và nghị định 771 lệch nhau mấy chiếc",
            ["số đò theo 66/QĐ-TTg mấy chiếc", "số đò theo 771/NĐ-CP mấy chiếc"],
        ),
        (
            "so do: 66 vs 771 co khac nhau ko",
            ["so do: 66/QĐ-TTg", "so do: 771/NĐ-CP"],
        ),
        (
            "đò của xã kiểu mẫu 2018-2020 so với xã ntm 2016-2020 bao nhiêu",
            [
                "đò của xã kiểu mẫu 2018-2020 bao nhiêu",
                "đò của xã nông thôn mới 2016-2020 bao nhiêu",
            ],
        ),
        (
            "số đò trước kia và bây giờ khác nhau thế nào",
            ["số đò giai đoạn trước", "số đò hiện nay"],
        ),
        (
            "số đò ở Tây Nguyên thấp hơn mức chung mấy phần trăm",
            ["số đò ở Tây Nguyên mấy phần trăm", "số đò ở mấy phần trăm"],
        ),
    ],
)
def test_each_side_is_asked_of_alone(question: str, of_each: list[str]):
    assert questions(question) == of_each


@pytest.mark.parametrize(
    "question",
    [
        "số đò ở Tây Nguyên là bao nhiêu",
        "nghị định 771 sửa đổi quyết định 66 từ ngày nào",
        "xã nâng cao muốn lên kiểu mẫu phải có mấy con đò",
    ],
)
def test_what_is_not_set_against_each_other_has_no_sides(question: str):
    assert questions(question) == []


def test_a_title_does_not_name_the_commune_without_it():
    advanced, plain = named_sides.find(
        resolve("đò của xã nâng cao nhiều hơn xã thường mấy chiếc", TODAY), CATALOGUE
    )
    said = "xa nong thon moi nang cao co hai con do"
    assert advanced.is_named_in(said)
    assert not plain.is_named_in(said)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("quyết định 66 có 49 con đò còn nghị định 771 có 57 con phải không", 2),
        ("trước khi có nghị định 771 thì đò của quyết định 66 theo văn bản nào", 0),
        ("chỉ tiêu 18.2 với 18.3 khác nhau chỗ nào", 2),
        ("tiêu chí 18 của xã và của huyện", 0),
    ],
)
def test_two_documents_or_rows_are_sides_where_they_are_joined(question: str, labels: int):
    assert len(questions(question)) == labels
