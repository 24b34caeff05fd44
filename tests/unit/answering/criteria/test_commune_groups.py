import datetime as dt

import pytest

from knowledge.answering.criteria import commune_groups
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

RULES = [
    "Xã nhóm 1 là xã ven sông.",
    "Xã nhóm 2 là xã còn lại.",
    "Xã nhóm 3 là xã trên núi.",
]


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table("66/QĐ-TTg", criterion("1", name="Đường"), scale="nhóm xã", rules=RULES)
    return Catalogue(corpus_of(regulation("66/QĐ-TTg"), tables=[table]))


def told(question: str, catalogue: Catalogue) -> str:
    answer = commune_groups.answer(resolve(question, dt.date(2026, 11, 22)), catalogue)
    return answer.text if answer else ""


@pytest.mark.parametrize(
    "question",
    ["Xã được chia thành mấy nhóm?", "co may nhom xa", "Chia các xã ra bao nhiêu nhóm?"],
)
def test_all_groups_are_told_where_their_number_is_asked(question: str, catalogue: Catalogue):
    assert all(rule in told(question, catalogue) for rule in RULES)


@pytest.mark.parametrize(
    "question",
    ["Xã nhóm 3 là những xã nào?", "xa the nao thi xep nhom 3", "Điều kiện để vào nhóm 3 là gì?"],
)
def test_the_group_named_is_told_alone(question: str, catalogue: Catalogue):
    assert RULES[2] in told(question, catalogue)
    assert RULES[0] not in told(question, catalogue)


@pytest.mark.parametrize(
    "question",
    ["Xã nhóm 3 phải đạt chỉ tiêu nào?", "Các tiêu chí chia thành những nhóm nào?"],
)
def test_groups_of_criteria_and_thresholds_are_not_meant(question: str, catalogue: Catalogue):
    assert told(question, catalogue) == ""
