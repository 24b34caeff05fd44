import datetime as dt

import pytest

from knowledge.answering.comparing import asked_apart, named_sides
from knowledge.answering.comparing.asked_apart import Asked
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
CATALOGUE = Catalogue(corpus_of(regulation("66/QĐ-TTg"), regulation("771/NĐ-CP", type="Nghị định")))


def asked(question: str) -> list[Asked]:
    return [side.asked for side in named_sides.find(resolve(question, TODAY), CATALOGUE)]


@pytest.mark.parametrize(
    ("question", "of_each"),
    [
        (
            "Giai đoạn 2016-2020 được cấp bao nhiêu con đò, còn 2021-2025 thì bao nhiêu?",
            [
                "Giai đoạn 2016-2020 được cấp bao nhiêu con đò",
                "2021-2025 được cấp bao nhiêu con đò",
            ],
        ),
        (
            "Lái đò trước kia chỉ cần biết bơi, giờ phải có bằng lái à?",
            ["Lái đò giai đoạn trước chỉ cần biết bơi", "Lái đò hiện nay phải có bằng lái à?"],
        ),
        (
            "quyết định 66 có 49 con đò còn nghị định 771 có 57 con đò phải không",
            ["66/QĐ-TTg có 49 con đò phải không", "771/NĐ-CP có 57 con đò phải không"],
        ),
        (
            "Tôi hỏi chút. Số đò trước kia với bây giờ là mấy?",
            ["Số đò giai đoạn trước là mấy?", "Số đò hiện nay là mấy?"],
        ),
    ],
)
def test_the_matter_of_the_first_side_is_asked_of_the_others(question: str, of_each: list[str]):
    assert [one.question for one in asked(question)] == of_each


def test_a_side_with_words_of_its_own_may_be_asked_in_those_of_the_first():
    first, second = asked("Trước kia lái đò phải biết gì, bây giờ người lái được biết gì?")
    assert first.otherwise is None
    assert second.otherwise == "hiện nay lái đò phải biết gì"


def test_what_is_counted_is_counted_of_both():
    _, second = asked("quyết định 66 có 19 tiêu chí mà nghị định 771 chỉ có 10, đúng không")
    assert second.question == "771/NĐ-CP chỉ có 10 tiêu chí, phải không"


def test_a_question_without_its_claim_asks_what_is_so():
    assert asked_apart.unclaimed("lái đò phải biết bơi đúng không") == "lái đò phải biết bơi"
