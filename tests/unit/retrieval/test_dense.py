from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.dense import DenseIndex


def unit_vectors(count: int, dimension: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@given(
    size=st.integers(1, 60),
    dimension=st.integers(1, 40),
    count=st.integers(1, 80),
    seed=st.integers(0, 2**32 - 1),
)
def test_results_are_the_exact_ones(size: int, dimension: int, count: int, seed: int):
    vectors = unit_vectors(size + 1, dimension, seed)
    query, vectors = vectors[0], vectors[1:]
    positions, similarities = DenseIndex.build(vectors).search(query, count)
    exact = vectors @ query
    assert len(positions) == len(set(positions)) == min(count, size)
    np.testing.assert_allclose(similarities, np.sort(exact)[::-1][:count], atol=1e-5)
    np.testing.assert_allclose(similarities, exact[positions], atol=1e-5)


@pytest.mark.parametrize("count", [3, 4, 50, 10_000])
def test_fewer_passages_than_asked_for_pads_nothing(count: int):
    vectors = unit_vectors(3, 8, seed=1)
    positions, similarities = DenseIndex.build(vectors).search(vectors[2], count)
    assert sorted(positions) == [0, 1, 2]
    assert positions[0] == 2
    assert similarities[0] == pytest.approx(1, abs=1e-5)
    assert np.isfinite(similarities).all()


def test_equal_vectors_are_all_found():
    vectors = np.repeat(unit_vectors(1, 8, seed=2), 4, axis=0)
    positions, similarities = DenseIndex.build(vectors).search(vectors[0], 10)
    assert sorted(positions) == [0, 1, 2, 3]
    assert len(set(similarities)) == 1


def test_a_vector_that_says_nothing_is_like_nothing():
    vectors = unit_vectors(3, 8, seed=3)
    _, similarities = DenseIndex.build(vectors).search(np.zeros(8, dtype=np.float32), 3)
    assert not similarities.any()


def test_a_saved_index_finds_the_same(tmp_path: Path):
    vectors = unit_vectors(20, 8, seed=4)
    index = DenseIndex.build(vectors)
    index.save(tmp_path)
    again = DenseIndex.load(tmp_path)
    assert len(again) == len(index) == 20
    for mine, saved in zip(index.search(vectors[7], 5), again.search(vectors[7], 5), strict=True):
        np.testing.assert_array_equal(mine, saved)


def test_an_empty_index_finds_nothing():
    index = DenseIndex.build(np.zeros((0, 8), dtype=np.float32))
    positions, similarities = index.search(np.zeros(8, dtype=np.float32), 5)
    assert (len(positions), len(similarities)) == (0, 0)
