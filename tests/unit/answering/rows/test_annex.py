"""A set is meant by the annex that it stands in, however its number is written."""

import pytest

from knowledge.answering.rows import annex
from tests.unit.builders import criteria_table, criterion

FIRST = criteria_table("1/QĐ-TTg", criterion("1"), annex="Phụ lục I")
SECOND = criteria_table("1/QĐ-TTg", criterion("1"), annex="Phụ lục II", level="xã nâng cao")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("phụ lục 2 có mấy tiêu chí", [SECOND]),
        ("phu luc I co may tieu chi", [FIRST]),
        ("phụ lục số 3 có mấy tiêu chí", []),
        ("có mấy phụ lục", [FIRST, SECOND]),
    ],
)
def test_the_sets_of_the_annex_that_is_named_are_meant(question: str, meant: list[object]):
    assert annex.those_named(question, [FIRST, SECOND]) == meant
