import pytest

from knowledge.references import remarks
from knowledge.references.follow_up import is_follow_up, own_words
from knowledge.references.parser import parse


@pytest.mark.parametrize(
    "message",
    ["cụ thể hơn đi", "noi ro hon giup em", "còn gì nữa không?", "giải thích thêm", "chi tiet hon"],
)
def test_more_of_what_was_told_is_asked_for_without_a_matter(message: str):
    assert remarks.asks_more(message)
    assert is_follow_up(parse(message))
    assert own_words(parse(message)) == ""


@pytest.mark.parametrize("message", ["sao lại thế?", "vì sao giảm nhiều vậy", "tai sao"])
def test_the_reason_is_asked_for(message: str):
    assert remarks.asks_why(message)
    assert is_follow_up(parse(message))


def test_a_reason_asked_of_something_named_is_a_question_of_its_own():
    assert not is_follow_up(parse("Vì sao giai đoạn 2026-2030 bỏ tiêu chí 19?"))


@pytest.mark.parametrize("message", ["trạm bơm ra sao?", "sao chép hồ sơ ở đâu?"])
def test_how_is_not_why(message: str):
    assert not remarks.asks_why(message)


def test_what_is_gone_back_to_is_no_time_asked_about():
    message = parse("thôi quay lại chỉ tiêu 3.2 lúc nãy")
    assert remarks.goes_back(message.text)
    assert not message.values("time")
    assert own_words(message) == ""


@pytest.mark.parametrize("message", ["chuẩn tiếp cận pháp luật", "đạt từ 90% trở lại"])
def test_other_words_go_back_to_nothing(message: str):
    assert not remarks.goes_back(message)


def test_the_own_words_are_those_besides_the_remark():
    assert own_words(parse("nói rõ hơn về cụm công nghiệp đi")) == "cum cong nghiep"


def test_all_the_places_are_meant():
    assert remarks.of_other_places("các vùng khác thì sao?")
    assert remarks.of_other_places("thế quốc gia quy định chợ ra sao?")
    assert not remarks.of_other_places("chuẩn quốc gia của chợ là gì?")
    assert not remarks.of_other_places("vùng Tây Nguyên thì sao?")


def test_these_documents_are_no_while_ago():
    assert not remarks.goes_back("hai văn bản này ký ngày nào")
    assert remarks.goes_back("quyết định ban nãy ai ký")
