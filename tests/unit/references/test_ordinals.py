import pytest

from knowledge.references import ordinals


@pytest.mark.parametrize(
    ("message", "earlier", "asked"),
    [
        ("loại 4", "chợ loại 2 cần bao nhiêu sạp?", "chợ loại 4 cần bao nhiêu sạp?"),
        ("còn loại III?", "chợ loại II cần gì", "chợ loại III cần gì"),
        ("nguyên tắc thứ năm thì sao", "nguyên tắc thứ hai là gì", "nguyên tắc thứ năm là gì"),
    ],
)
def test_another_one_is_asked_the_earlier_question(message: str, earlier: str, asked: str):
    assert ordinals.exchanged(message, earlier) == asked


@pytest.mark.parametrize(
    "message", ["bước 3", "chợ loại 3 do ai công nhận và theo văn bản nào", "thế chợ?"]
)
def test_another_matter_is_not(message: str):
    assert ordinals.exchanged(message, "chợ loại 2 cần bao nhiêu sạp?") is None


def test_a_text_of_others_does_not_tell_of_the_one_asked_for():
    assert ordinals.contradicts("nguyên tắc thứ chín là gì", "Nguyên tắc thứ ba là công khai.")
    assert not ordinals.contradicts("nguyên tắc thứ 3 là gì", "Nguyên tắc thứ ba là công khai.")
    assert not ordinals.contradicts("nguyên tắc thứ chín là gì", "Phải công khai.")


def test_a_number_before_the_noun_is_none_of_it():
    assert ordinals.find("3 loại năm nay") == []
