import pytest

from knowledge.references.aspects import Aspect, aspects, subject


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("văn bản nào bỏ cấp tổng", "bo cap tong"),
        ("bộ nào quy định", ""),
        ("tiêu chí chợ", "cho"),
        ("cho tôi hỏi", ""),
        ("làng nghề", "lang nghe"),
    ],
)
def test_a_filler_word_typed_as_another_word_is_none(question: str, matter: str):
    assert subject(question) == matter


def test_what_an_amendment_changes_is_not_asked_of_its_amendments():
    assert Aspect.AMENDED_BY not in aspects("kế hoạch được điều chỉnh cụ thể những gì")
    assert Aspect.AMENDED_BY in aspects("kế hoạch có được điều chỉnh không")
