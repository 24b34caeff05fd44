"""The network of the reranker learns which candidate is right."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.training.weighing import Choice, fitted


def choices(count: int, size: int = 5) -> list[Choice]:
    """The right candidate has the largest second feature."""
    rng = np.random.default_rng(0)
    found = []
    for _ in range(count):
        features = rng.normal(size=(size, 3)).astype(np.float32)
        found.append(Choice(features, int(features[:, 1].argmax())))
    return found


def test_the_right_one_becomes_the_most_probable() -> None:
    network = fitted(choices(400))
    right = [
        network.probabilities(choice.features).argmax() == choice.right for choice in choices(100)
    ]
    assert np.mean(right) > 0.9


def test_the_same_seed_gives_the_same_network() -> None:
    once, again = fitted(choices(100), seed=1), fitted(choices(100), seed=1)
    np.testing.assert_array_equal(once.inner, again.inner)


def test_questions_with_fewer_candidates_are_left_out() -> None:
    whole, short = choices(100), choices(3, size=2)
    np.testing.assert_array_equal(fitted(whole).inner, fitted([*whole, *short]).inner)


def test_nothing_to_fit_to_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to fit to"):
        fitted([])
