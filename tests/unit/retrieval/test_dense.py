from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval import dense
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.retriever import Retriever
from tests.unit.builders import passage

WAYS = pytest.mark.parametrize("approximate", [False, True])


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


@WAYS
@pytest.mark.parametrize("count", [3, 4, 50, 10_000])
def test_fewer_passages_than_asked_for_pads_nothing(count: int, approximate: bool):
    vectors = unit_vectors(3, 8, seed=1)
    index = DenseIndex.build(vectors, approximate=approximate)
    positions, similarities = index.search(vectors[2], count)
    assert sorted(positions) == [0, 1, 2]
    assert positions[0] == 2
    assert similarities[0] == pytest.approx(1, abs=1e-5)
    assert np.isfinite(similarities).all()


@WAYS
def test_equal_vectors_are_all_found(approximate: bool):
    vectors = np.repeat(unit_vectors(1, 8, seed=2), 4, axis=0)
    index = DenseIndex.build(vectors, approximate=approximate)
    positions, similarities = index.search(vectors[0], 10)
    assert sorted(positions) == [0, 1, 2, 3]
    assert len(set(similarities)) == 1


@WAYS
def test_a_vector_that_says_nothing_is_like_nothing(approximate: bool):
    vectors = unit_vectors(3, 8, seed=3)
    index = DenseIndex.build(vectors, approximate=approximate)
    _, similarities = index.search(np.zeros(8, dtype=np.float32), 3)
    assert not similarities.any()


@WAYS
def test_a_saved_index_finds_the_same(tmp_path: Path, approximate: bool):
    vectors = unit_vectors(400, 8, seed=4)
    index = DenseIndex.build(vectors, approximate=approximate)
    index.save(tmp_path)
    again = DenseIndex.load(tmp_path)
    assert len(again) == len(index) == 400
    for mine, saved in zip(index.search(vectors[7], 5), again.search(vectors[7], 5), strict=True):
        np.testing.assert_array_equal(mine, saved)


@WAYS
def test_the_vectors_come_back_as_they_were_given(tmp_path: Path, approximate: bool):
    vectors = unit_vectors(1000, 8, seed=5)
    vectors[17] = 0
    DenseIndex.build(vectors, approximate=approximate).save(tmp_path)
    np.testing.assert_array_equal(DenseIndex.load(tmp_path).vectors(), vectors)


def clustered(count: int, seed: int) -> np.ndarray:
    centres, noise = unit_vectors(50, 32, seed), unit_vectors(count, 32, seed + 1)
    vectors = centres[np.arange(count) % len(centres)] + 0.5 * noise
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_approximate_search_reads_a_part_and_finds_nearly_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dense, "_PROBES", 8)
    vectors = clustered(5000, seed=6)
    exact = DenseIndex.build(vectors)
    approximate = DenseIndex.build(vectors, approximate=True)
    shares = []
    for vector in vectors[:100]:
        wanted, found = exact.search(vector, 10)[0], approximate.search(vector, 10)[0]
        shares.append(len(set(wanted) & set(found)) / 10)
    assert np.mean(shares) > 0.9
    # Of the whole index it finds only what lies in the clusters it reads.
    assert 10 < len(approximate.search(vectors[0], len(vectors))[0]) < len(vectors)


def test_approximate_similarities_are_the_exact_ones(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dense, "_PROBES", 2)
    vectors = clustered(5000, seed=7)
    positions, similarities = DenseIndex.build(vectors, approximate=True).search(vectors[3], 50)
    np.testing.assert_allclose(similarities, (vectors @ vectors[3])[positions], atol=1e-5)
    assert list(similarities) == sorted(similarities, reverse=True)


def test_two_builds_of_the_same_vectors_are_the_same(tmp_path: Path):
    vectors = clustered(2000, seed=8)
    files = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        DenseIndex.build(vectors, approximate=True).save(tmp_path / name)
        files.append((tmp_path / name / "dense.faiss").read_bytes())
    assert files[0] == files[1]


@WAYS
def test_an_empty_index_finds_nothing(approximate: bool):
    index = DenseIndex.build(np.zeros((0, 8), dtype=np.float32), approximate=approximate)
    positions, similarities = index.search(np.zeros(8, dtype=np.float32), 5)
    assert (len(positions), len(similarities)) == (0, 0)


def test_the_retriever_scores_what_an_approximate_index_found(
    model: EmbeddingModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dense, "_PROBES", 1)
    passages = [passage(provision=f"Điều {n}", text=f"đoạn {n * 7919}") for n in range(400)]
    vectors = model.encode_passages([item.text for item in passages])
    near = DenseIndex.build(vectors, approximate=True)
    retriever = Retriever(passages, LexicalIndex.build(passages), near, model)
    positions, similarities = near.search(model.encode_queries(["đoạn 7919"])[0], 50)
    scores = retriever.scores("đoạn 7919").dense
    assert 0 < len(positions) <= 50
    np.testing.assert_allclose(scores[positions], np.maximum(similarities, 0), atol=1e-6)
    assert not np.delete(scores, positions).any()
