import pytest

from knowledge.references.chat import spell_out


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("bhyt bn % ko?", "bhyt bao nhiêu % không?"),
        ("hồ sơ ntn thì dc", "hồ sơ như thế nào thì được"),
        ("kể tên 10 tiêu trí", "kể tên 10 tiêu chí"),
        ("bộ tc chia lm mấy nhóm", "bộ tiêu chí chia làm mấy nhóm"),
        ("qui định quản lí cây xanh", "quy định quản lý cây xanh"),
        ("nợ xdcb thì sao", "nợ xây dựng cơ bản thì sao"),
        ("xã ntmnc cần j", "xã nông thôn mới nâng cao cần gì"),
    ],
)
def test_spellings_of_chat_are_written_in_full(typed, wanted):
    assert spell_out(typed) == wanted


@pytest.mark.parametrize(
    "typed", ["Thông tư của Bộ TC", "69/QĐ-BN", "điểm k khoản 2", "DC-318", "tiêu chí 18"]
)
def test_numbers_and_letters_of_lists_stay_as_typed(typed):
    assert spell_out(typed) == typed


def test_a_claim_is_not_taken_for_a_condition():
    assert spell_out("tc 3 là giếng làng, đk ạ") == "tc 3 là giếng làng, đúng không ạ"
    assert spell_out("xã em chưa đủ đk") == "xã em chưa đủ điều kiện"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("chào bn nhé", "chào bạn nhé"),
        ("hi bn, bn là ai", "hi bạn, bạn là ai"),
        ("bn cho hỏi nợ xdcb", "bạn cho hỏi nợ xây dựng cơ bản"),
        ("bn % là đạt", "bao nhiêu % là đạt"),
        ("đk công nhận", "điều kiện công nhận"),
    ],
)
def test_letters_of_two_words_are_read_by_where_they_stand(typed, wanted):
    assert spell_out(typed) == wanted
