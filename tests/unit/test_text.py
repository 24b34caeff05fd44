import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import (
    compose,
    compose_lines,
    fold,
    normalise,
    pairs,
    strip_diacritics,
    syllables,
)


def test_composed_decomposed_and_bare_spellings_fold_to_the_same_text():
    typed = "Tiêu chí số 18: Đảng bộ"
    assert fold(unicodedata.normalize("NFD", typed)) == fold(typed) == "tieu chi so 18: dang bo"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("giai đoạn 2016–2020", "giai đoạn 2016-2020"),
        ("“Đạt”", '"Đạt"'),
        ("tiêu\u200b chí\ufeff", "tiêu chí"),
        ("a\u202eb", "ab"),
        (" nhiều \t\n khoảng  trắng ", "nhiều khoảng trắng"),
        ("\x00\x07", ""),
    ],
)
def test_normalising_tidies_what_people_paste(typed, wanted):
    assert normalise(typed) == wanted


def test_numbers_and_indicators_stay_whole_tokens():
    assert syllables("Chỉ tiêu 18.2 đạt 9,5% theo 318/QĐ-TTg") == [
        "chi", "tieu", "18.2", "dat", "9,5", "theo", "318", "qd", "ttg",
    ]  # fmt: skip


def test_pairs_join_neighbours_in_order():
    assert pairs(["tieu", "chi", "18"]) == ["tieu_chi", "chi_18"]
    assert pairs(["mot"]) == []


@given(st.text())
def test_stripping_diacritics_keeps_every_offset(text):
    composed = unicodedata.normalize("NFC", text)
    assert len(strip_diacritics(composed)) == len(composed)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.sampled_from("aê \n\t\u0301\u200b\u00a0\u2028-x")))
def test_tidy_texts_are_told_from_untidy_ones(text):
    assert compose(text) == compose(text + "\u200b")
    lines = "\n".join(compose(line) for line in text.strip().splitlines())
    assert compose_lines(text) == lines
