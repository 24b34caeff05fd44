import pytest

from knowledge.answering.searching.kind_asked import kind_in


@pytest.mark.parametrize(
    ("question", "type_asked", "named"),
    [
        ("thông tư nào nói về chợ", "Thông tư", True),
        ("quyết định nào nói về chợ", "Quyết định", False),
        ("Bộ Công Thương có văn bản nào về chợ", None, True),
        ("văn bản hướng dẫn nào nói về chợ", None, False),
    ],
)
def test_the_type_or_the_body_says_what_kind_is_asked_for(
    question: str, type_asked: str | None, named: bool
):
    kind = kind_in(question)
    assert (kind.type, kind.named) == (type_asked, named)
