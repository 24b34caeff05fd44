"""Everyday words, words left out, words around them."""

from __future__ import annotations

import random
import unicodedata

import pytest

from knowledge.text import compose
from knowledge.training.wording import BARE_SHARE, FRAMES, Everyday, asked, thinned, window

EVERYDAY = Everyday({"hợp đồng": ("giấy ký",), "hợp đồng lao động": ("giấy nhận việc",)})


def test_official_terms_are_said_otherwise() -> None:
    said = EVERYDAY.said("Chấm dứt Hợp đồng, thuê khoán", 1, random.Random(0))
    assert said == "chấm dứt giấy ký, thuê khoán"


def test_the_longest_term_is_taken() -> None:
    text = unicodedata.normalize("NFD", "ký hợp đồng lao động")
    assert EVERYDAY.said(text, 1, random.Random(0)) == "ký giấy nhận việc"


def test_a_term_is_not_a_part_of_a_word() -> None:
    assert Everyday({"phí": ("tiền",)}).said("phía phí", 1, random.Random(0)) == "phía tiền"


def test_the_share_of_terms_is_kept() -> None:
    said = EVERYDAY.said("hợp đồng " * 1000, 0.3, random.Random(0))
    assert said.count("giấy ký") == pytest.approx(300, abs=50)
    assert EVERYDAY.said("hợp đồng", 0, random.Random(0)) == "hợp đồng"


def test_no_terms_change_nothing() -> None:
    assert Everyday({}).said("hợp đồng", 1, random.Random(0)) == "hợp đồng"


def test_every_shipped_term_is_found() -> None:
    everyday = Everyday.read()
    assert len(everyday.ways) > 500
    for term, ways in everyday.ways.items():
        assert term == compose(term).lower()
        assert ways
        assert everyday.said(term, 1, random.Random(0)) in ways


def test_about_the_share_of_words_is_left_out() -> None:
    words = [str(number) for number in range(1000)]
    left = thinned(words, 0.3, random.Random(0))
    assert len(left) == pytest.approx(700, abs=50)
    assert left == sorted(left, key=int)


def test_of_few_words_none_is_left_out_and_never_all() -> None:
    assert thinned(["một", "hai", "ba"], 1, random.Random(0)) == ["một", "hai", "ba"]
    assert thinned(["a", "b", "c", "d"], 1, random.Random(0)) == ["a", "b", "c", "d"]


def test_a_window_has_so_many_words_in_a_row() -> None:
    words = [str(number) for number in range(50)]
    rng = random.Random(0)
    for _ in range(200):
        found = window(words, 4, 9, rng)
        assert 4 <= len(found) <= 9
        assert list(found) == words[int(found[0]) : int(found[0]) + len(found)]
    assert window(["a", "b"], 4, 9, rng) == ["a", "b"]


def test_questions_hold_their_matter_and_some_are_bare() -> None:
    rng = random.Random(0)
    questions = [asked("đất công", "luật đất đai", rng) for _ in range(1000)]
    assert all("đất công" in question for question in questions)
    assert not any("{" in question for question in questions)
    bare = sum(question == "đất công" for question in questions)
    assert bare == pytest.approx(1000 * BARE_SHARE, abs=50)
    assert len(set(questions)) == len(FRAMES) + 1
