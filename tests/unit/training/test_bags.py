"""Bags of tokens, their vectors, the table training begins with."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers

from knowledge.training.bags import bags_of, embedded, semantic_table, summed


@pytest.fixture
def tokenizer() -> Tokenizer:
    words = {"<unk>": 0, "nước": 1, "sạch": 2, "đường": 3, "xá": 4}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def test_bags_count_tokens(tokenizer: Tokenizer) -> None:
    bags = bags_of(tokenizer, ["nước sạch nước", "", "đường"])
    assert bags.toarray().tolist() == [[0, 2, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0]]


def test_sums_are_texts_one_behind_the_other(tokenizer: Tokenizer) -> None:
    bags = bags_of(tokenizer, ["nước sạch", "đường", "xá nước"])
    expected = bags_of(tokenizer, ["nước sạch xá nước", "đường"])
    assert (summed(bags, [[0, 2], [1]]).toarray() == expected.toarray()).all()


def test_vectors_are_unit_means_and_zero_for_nothing(tokenizer: Tokenizer) -> None:
    table = torch.tensor([[0.0, 0], [3, 0], [0, 4], [1, 1], [1, 1]])
    vectors = embedded(bags_of(tokenizer, ["nước sạch", "", "nước"]), table)
    assert vectors.tolist() == [pytest.approx([0.6, 0.8]), [0, 0], pytest.approx([1, 0])]


def test_tokens_of_the_same_texts_lie_close(tokenizer: Tokenizer) -> None:
    bags = bags_of(tokenizer, ["nước sạch"] * 5 + ["đường xá"] * 5 + ["nước đường"])
    table = semantic_table(bags, dimension=2, spread=0.1, seed=0)
    assert table.dtype == np.float32
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    assert unit[1] @ unit[2] > 0.7 > unit[1] @ unit[4]


def test_few_texts_leave_only_noise_in_the_rest(tokenizer: Tokenizer) -> None:
    table = semantic_table(bags_of(tokenizer, ["nước sạch", "xá"]), 8, spread=1.0, seed=0)
    assert table.shape == (5, 8)
    assert np.sqrt((table[:, :1] ** 2).mean()) > 0.5
    assert np.abs(table[:, 1:]).max() < 0.1


def test_the_table_is_the_same_for_a_seed(tokenizer: Tokenizer) -> None:
    bags = bags_of(tokenizer, ["nước sạch", "đường xá", "xá nước"])
    first, second = (semantic_table(bags, 2, 0.1, seed=3) for _ in range(2))
    assert (first == second).all()
