import pytest

from knowledge.references.spelling import repair
from knowledge.references.syllable import is_syllable


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("theo quyet dihn nao", "theo quyet dinh nao"),
        ("nghi dnh 92", "nghi dinh 92"),
        ("tieuu chii 18", "tieu chi 18"),
        ("tieu chu 18", "tieu chi 18"),
        ("vùng tay nguyne", "vùng tay nguyen"),
        ("con hieu lcu khong", "con hieu luc khong"),
    ],
)
def test_misspelt_terms_are_put_right(typed, wanted):
    assert repair(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "Tiêu chí 18 do văn bản nào quy định?",
        "ntm dbscl qđ 318/QĐ-TTg",
        "danh hiệu ntm bộ văn hóa xét",
        "tiêu chí thứ 8 là gì",
        "chị Pham Thi Hoa hỏi về OCOP",
        "tiêu chuẩn 18 người",
        "Facebook cua xa",
        "Xã ở Đắk Lắk đạt mấy tiêu chí",
        "Công văn 1522/BNN-VPĐP do ai ký",
    ],
)
def test_everything_else_stays_as_typed(typed):
    assert repair(typed) == typed


def test_repairing_is_stable():
    once = repair("tieuu chii 18 theo quyet dihn nao")
    assert repair(once) == once


@pytest.mark.parametrize("word", ["quyet", "nghieng", "thuong", "gia", "qua", "oanh", "yeu"])
def test_possible_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["dihn", "ntm", "quyt", "chii", "facebook"])
def test_impossible_syllables(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("kieu mauu vung bien", "kieu mau vung bien"), ("qyu dat ban", "quy dat ban")],
)
def test_what_is_no_syllable_is_repaired_towards_the_texts(typed: str, wanted: str):
    there = {"quy_dat", "dat_ban", "kieu_mau", "mau_vung"}
    assert repair(typed, there.__contains__) == wanted


@pytest.mark.parametrize("typed", ["ntm qua bhyt", "zalo cua xa", "xa nho ben song"])
def test_abbreviations_names_and_syllables_are_not_repaired_towards_the_texts(typed: str):
    assert repair(typed, {"nam_qua", "qua_bay", "nha_ben"}.__contains__) == typed


def test_a_word_that_is_far_too_long_costs_no_time():
    assert repair("a" * 50_000, {"a_b"}.__contains__) == "a" * 50_000


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("vawn banr nào", "van ban nào"),
        ("ai kis", "ai ki"),
        ("dduowngf thôn", "duong thôn"),
        ("ocop và ntm", "ocop và ntm"),
    ],
)
def test_keys_of_the_telex_method_left_in_a_word_are_read(typed: str, wanted: str):
    assert repair(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("nângcao", "nang cao"),
        ("mấyphụ lục", "may phu lục"),
        ("những vb và nhữngqđ nào", "những vb và nhung qd nào"),
        ("tỷ lệ hbyt", "tỷ lệ bhyt"),
        ("còn hiệu lc không", "còn hiệu luc không"),
    ],
)
def test_run_on_words_and_short_ones_are_repaired(typed: str, wanted: str):
    assert repair(typed, {"phu_luc", "may_phu"}.__contains__) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("bộ têu chí", "bộ tieu chí"), ("quyết địn nào", "quyết dinh nào"), ("hộ ngèo", "hộ ngheo")],
)
def test_a_syllable_that_no_text_has_makes_way_for_a_term(typed: str, wanted: str):
    assert repair(typed, lambda term: False) == wanted


@pytest.mark.parametrize("typed", ["xã kiểu mẫu cho", "khá nhiều xã", "thông tin nhé", "bạn Têu"])
def test_a_syllable_that_may_be_meant_stays(typed: str):
    assert repair(typed, {"nhieu", "kha", "mau", "xa"}.__contains__) == typed


def test_a_syllable_of_the_texts_makes_way_only_for_a_term_that_is_never_torn_apart():
    assert repair("khác nhảy ra sao", {"nhay", "khac"}.__contains__) == "khác nhau ra sao"
    assert repair("hiệu mực", {"muc", "hieu"}.__contains__) == "hiệu mực"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("hinệ đò", "hien đò"),
        ("bến trìhn", "bến trinh"),
        ("alo đò", "alo đò"),
        ("bến Trìhn", "bến Trìhn"),
    ],
)
def test_two_swapped_letters_are_put_right_whatever_stands_beside_them(typed: str, wanted: str):
    assert repair(typed, lambda term: False) == wanted
