import datetime as dt

import pytest

from knowledge.answering.criteria import own_group
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
RULES = [
    "Xã nhóm 1 là xã có tỷ trọng nông nghiệp dưới 5%.",
    "Xã nhóm 2 là xã còn lại.",
    "Xã nhóm 3 là xã khu vực II và xã khu vực III.",
]


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table("66/QĐ-TTg", criterion("1", name="Đường"), scale="nhóm xã", rules=RULES)
    return Catalogue(corpus_of(regulation("66/QĐ-TTg"), regulation("7/QĐ-TTg"), tables=[table]))


def told(question: str, catalogue: Catalogue) -> str:
    answer = own_group.answer(resolve(question, TODAY), catalogue)
    return answer.text if answer else ""


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        ("Xã khu vực III xếp nhóm mấy?", RULES[2]),
        ("xa khu vuc 2 thi cham theo nhom nao vay", RULES[2]),
        (
            "Thế xã khu vực I có được nhóm 3 không?",
            "Xã nhóm 3 là xã khu vực II và xã khu vực III; không có xã khu vực I.",
        ),
        ("xã tôi thuộc nhóm nào", "Xã thuộc nhóm nào là tùy xã vào trường hợp nào dưới đây."),
        ("ruộng còn 15%, vậy nhóm 2 hả?", "Xã thuộc nhóm nào là tùy xã"),
        ("dưới 5% nông nghiệp mà lại là xã khu vực II thì nhóm nào", "Xã thuộc nhóm nào là tùy"),
        ("nông nghiệp còn 4% mà là xã khu vực II, vào nhóm mấy?", "Xã thuộc nhóm nào là tùy xã"),
    ],
)
def test_the_case_that_is_named_comes_first_and_all_groups_follow(
    question: str, direct: str, catalogue: Catalogue
):
    text = told(question, catalogue)
    assert text.startswith(direct)
    assert all(rule.rstrip(".") in text for rule in RULES)


@pytest.mark.parametrize(
    "question",
    [
        "xã nhóm nào phải có hợp tác xã",
        "xã thuộc nhóm nào thì được ưu tiên vốn",
        "Tiêu chí 3 của xã thuộc nhóm nào?",
        "xã nâng cao thuộc nhóm nào",
        "Năm 2012 xã tôi thuộc nhóm mấy?",
        "theo quyết định 7 thì xã thuộc nhóm nào",
        "xã nhóm 3 thu nhập bao nhiêu",
        "báo bảo nhóm 1 là xã nghèo, đúng không",
        "nhóm nào",
    ],
)
def test_other_questions_are_not_met_with_it(question: str, catalogue: Catalogue):
    assert told(question, catalogue) == ""
