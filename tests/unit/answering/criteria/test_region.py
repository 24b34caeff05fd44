import datetime as dt

import pytest

from knowledge.answering.criteria import region
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of

TODAY = dt.date(2026, 11, 22)
CATALOGUE = Catalogue(corpus_of())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kon Tum thuộc vùng nào?", "Kon Tum (nay thuộc Quảng Ngãi) thuộc vùng Tây Nguyên."),
        ("xa o ca mau nam o vung gi", "thuộc vùng Đồng bằng sông Cửu Long."),
        ("Cao Bằng thuộc khu vực nào", "Cao Bằng thuộc vùng Trung du miền núi phía Bắc."),
    ],
)
def test_the_region_of_a_province_is_told(question: str, said: str):
    found = region.answer(resolve(question, TODAY), CATALOGUE)
    assert found is not None
    assert said in found.text


def test_a_province_of_today_that_joins_several_regions_is_told_by_its_parts():
    found = region.answer(resolve("Quảng Ngãi thuộc vùng nào?", TODAY), CATALOGUE)
    assert found is not None
    assert "vùng Duyên hải Nam Trung Bộ (Quảng Ngãi)" in found.text
    assert "vùng Tây Nguyên (Kon Tum)" in found.text


def test_the_province_talked_about_is_meant_where_none_is_named():
    query = resolve("thuộc vùng nào?", TODAY, Context(province="Lai Châu"))
    found = region.answer(query, CATALOGUE)
    assert found is not None
    assert "Lai Châu" in found.text


@pytest.mark.parametrize("question", ["thuộc vùng nào?", "Lai Châu thu nhập bao nhiêu?"])
def test_nothing_is_told_without_a_province_or_the_question(question: str):
    assert region.answer(resolve(question, TODAY), CATALOGUE) is None
