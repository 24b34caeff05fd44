import pytest

from knowledge.references import issuers


def test_the_rest_of_a_question_keeps_its_diacritics():
    assert issuers.without("mẫu của Bộ Y tế về chợ").split() == ["mẫu", "của", "về", "chợ"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cua bo y te", ("bo y te", 4)),
        ("cua bo nong nghiep va moi truong", ("bo nong nghiep va moi truong", 4)),
        ("quy dinh gi", None),
    ],
)
def test_the_first_body_named_and_where(text: str, found: tuple[str, int] | None):
    assert issuers.starts(text) == found
