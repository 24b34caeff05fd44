import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import proper

TODAY = dt.date(2026, 11, 22)
KNOWN = {"ocop", "mtqg", "internet", "ubnd"}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("chương trình OCOP theo quyết định nào", {"ocop"}),
        ("chuong trinh ocop do ai duyet", {"ocop"}),
        ("vốn của chương trình MTQG", set()),
        ("chương trình UBND nào xếp", set()),
        ("dịch vụ internet ở thôn", set()),
        ("sản phẩm ozop bán ở đâu", set()),
    ],
)
def test_a_name_is_no_syllable_no_abbreviation_and_stands_in_the_texts(
    question: str, names: set[str]
):
    assert proper.named(resolve(question, TODAY), KNOWN.__contains__) == names
