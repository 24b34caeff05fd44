import pytest

from knowledge.references.follow_up import (
    claims_a_field,
    has_it,
    is_follow_up,
    leans_only,
    own_words,
    said,
)
from knowledge.references.parser import parse


@pytest.mark.parametrize(
    "message",
    [
        "điều kiện gồm những gì?",
        "thu tuc the nao",
        "theo QĐ 101, vùng Tây Nguyên",
        "bộ 101 thì bao nhiêu phần trăm",
        "QĐ 101?",
        "ở thành thị?",
        "bộ nào hướng dẫn?",
        "bà Trần Thị B ký mà?",
        "ban hành năm 2012 phải không",
    ],
)
def test_what_says_no_matter_of_its_own_is_a_follow_up(message: str):
    assert is_follow_up(parse(message))


@pytest.mark.parametrize(
    "message",
    [
        "điều kiện công nhận xã đạt chuẩn gồm những gì?",
        "QĐ 101 có bao nhiêu tiêu chí?",
        "Quyết định 101/QĐ-TTg",
        "bà Trần Thị B ký quyết định công nhận cho bao nhiêu xã đạt chuẩn năm ngoái?",
    ],
)
def test_a_whole_question_is_none(message: str):
    assert not is_follow_up(parse(message))


def test_paperwork_alone_leans_on_a_matter_and_with_one_does_not():
    assert leans_only(parse("hồ sơ gồm những gì?"))
    assert not leans_only(parse("hồ sơ khu công nghiệp gồm những gì?"))


def test_the_own_words_are_the_matter_or_else_the_terms_that_lean_on_one():
    assert own_words(parse("thế còn cụm công nghiệp?")) == "cum cong nghiep"
    assert own_words(parse("hồ sơ cụ thể gồm những gì?")) == "ho so"
    assert own_words(parse("của Bộ Nội vụ thì sao?")) == ""


def test_a_day_alone_claims_something_only_where_one_was_told():
    message = parse("năm 2012 đúng không?")
    assert not claims_a_field(message)
    assert claims_a_field(message, told_of=True)


def test_what_is_said_leaves_out_how_it_is_asked():
    assert said(parse("thế còn giá lúa bao nhiêu?")).split() == ["gia", "lua", "?"]


@pytest.mark.parametrize(
    ("text", "it"),
    [
        ("nó ký ngày nào?", True),
        ("no ky ngay nao", True),
        ("xã còn nợ nhà thầu", False),
        ("con no xay dung co ban", False),
        ("còn nợ đọng không", False),
    ],
)
def test_a_debt_is_no_pronoun(text: str, it: bool):
    assert has_it(text) is it


def test_an_amount_is_no_matter():
    assert own_words(parse("còn thiếu 300 triệu tiền cát")) == own_words(
        parse("còn thiếu tiền cát")
    )
