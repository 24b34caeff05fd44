import pytest

from knowledge.references import particles
from knowledge.references.aspects import subject
from knowledge.references.follow_up import own_words
from knowledge.references.parser import parse


@pytest.mark.parametrize(
    "message",
    [
        "Tây Nguyên cũng y chang hả?",
        "chac dong nam bo khac nhi",
        "à nhầm, ý em là Bắc Trung Bộ cơ",
        "vẫn giữ mức ấy luôn chứ gì",
    ],
)
def test_a_message_that_only_hangs_on_what_was_said_has_no_words_of_its_own(message: str):
    assert own_words(parse(message)) == ""


@pytest.mark.parametrize(
    "message", ["Tây Nguyên cứng hóa à?", "tay nguyen cung hoa ha", "ha tang thi sao", "hồ sơ ấy"]
)
def test_half_of_a_term_is_no_particle(message: str):
    assert own_words(parse(message)) != ""


def test_other_diacritics_make_another_word():
    assert particles.are_all(subject("cũng"), "cũng")
    assert not particles.are_all("cung", "cứng")
