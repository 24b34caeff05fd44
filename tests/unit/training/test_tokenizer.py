"""Folding and segmentation."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from tokenizers import Tokenizer

from knowledge.text import fold
from knowledge.training.tokenizer import build_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    texts = [f"Bảo vệ môi trường, xã đạt chuẩn {number % 7}." for number in range(40)]
    other = ["vệ bảo trường môi"] * 10
    return build_tokenizer(texts + other, 100)


def test_frequent_pairs_are_tokens(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("bảo vệ môi trường").tokens == ["▁bao▁ve", "▁moi▁truong"]


def test_no_token_reaches_across_punctuation(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("bảo, vệ; môi-trường").tokens == ["▁bao", "▁ve", "▁moi", "▁truong"]


def test_line_wraps_are_spaces(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode(" môi\n trường ").tokens == ["▁moi▁truong"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("change", [str, str.upper, fold])
def test_form_case_and_diacritics_do_not_matter(
    tokenizer: Tokenizer, form: Literal["NFC", "NFD"], change: Callable[[str], str]
) -> None:
    text = unicodedata.normalize(form, change("Xã đạt chuẩn bảo vệ môi trường"))
    expected = tokenizer.encode("xa dat chuan bao ve moi truong").ids
    assert tokenizer.encode(text).ids == expected
    assert tokenizer.encode(text.replace("ng", "n\u200bg")).ids == expected


def test_unknown_words_are_spelled(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("zip").tokens == ["▁", "z", "i", "p"]


@pytest.mark.parametrize("text", ["", "?!", " … ", "中文"])
def test_nothing_to_say_is_no_token(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.encode(text).ids == []


def test_vocabulary_is_bounded_and_deterministic() -> None:
    texts = [f"tiêu chí {number % 9} nhóm {number % 5}" for number in range(300)]
    first, second = build_tokenizer(texts, 45), build_tokenizer(texts, 45)
    assert first.get_vocab_size() == 45
    assert first.to_str() == second.to_str()
