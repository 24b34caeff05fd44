"""The network of the reranker, and when there is one."""

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.evidence import NAMES, Evidence
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.reranker import DEPTH, Network, Reranker
from knowledge.retrieval.retriever import Retriever
from knowledge.settings import ROOT
from tests.unit.builders import passage

PASSAGES = [
    passage("1/QĐ-TTg", f"Điều {number}", text=f"Đường trục xã, dòng {number}" + " dài" * number)
    for number in range(DEPTH + 20)
]


def prefers(name: str) -> Network:
    """A network that goes by one feature."""
    inner = np.zeros((len(NAMES), 1))
    inner[NAMES.index(name)] = 0.1
    return Network(inner, np.zeros(1), np.array([50.0]))


def retriever_with(network: Network | None, model: EmbeddingModel) -> Retriever:
    lexical = LexicalIndex.build(PASSAGES)
    vectors = model.encode_passages([item.embedded_text() for item in PASSAGES])
    assert model.static
    evidence = Evidence(PASSAGES, lexical, model.static)
    reranker = Reranker(evidence, network) if network else None
    return Retriever(PASSAGES, lexical, DenseIndex.build(vectors), model, reranker=reranker)


def test_probabilities_add_up_to_one_and_follow_the_features():
    features = np.zeros((3, len(NAMES)), dtype=np.float32)
    features[:, NAMES.index("length")] = (0.1, 0.9, 0.5)
    found = prefers("length").probabilities(features)
    assert found.sum() == pytest.approx(1)
    assert found.argsort().tolist() == [0, 2, 1]


def test_the_best_are_put_in_its_order(model: EmbeddingModel):
    plain = retriever_with(None, model).search("đường trục xã", DEPTH)
    weighed = retriever_with(prefers("length"), model).search("đường trục xã", DEPTH)
    assert {hit.passage.identity for hit in plain} == {hit.passage.identity for hit in weighed}
    chances = [hit.chance for hit in weighed]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1)
    longest = max((hit.passage for hit in plain), key=lambda item: len(set(item.text.split())))
    assert len(weighed[0].passage.text) >= len(longest.text) - len(" dài") * DEPTH
    assert not any(hit.chance for hit in plain)


def test_those_beyond_keep_their_places_behind(model: EmbeddingModel):
    plain = retriever_with(None, model).search("đường trục xã", len(PASSAGES))
    weighed = retriever_with(prefers("length"), model).search("đường trục xã", len(PASSAGES))
    assert [hit.passage for hit in weighed[DEPTH:]] == [hit.passage for hit in plain[DEPTH:]]


def test_it_can_be_left_out_of_a_search(model: EmbeddingModel):
    retriever = retriever_with(prefers("length"), model)
    plain = retriever_with(None, model)
    assert retriever.search("đường", rerank=False) == plain.search("đường")


def test_evidence_is_of_the_best_and_of_what_else_is_named(model: EmbeddingModel):
    retriever = retriever_with(prefers("length"), model)
    last = retriever.search("đường trục xã", len(PASSAGES))[-1:]
    found = retriever.evidence("đường trục xã", 3, lambda _: True, last)
    assert found
    assert found.positions[3:] == (last[0].position,)
    assert found.evidence.shape == (4, len(NAMES))
    assert found.chances.sum() == pytest.approx(1)
    assert retriever_with(None, model).evidence("đường", 3, lambda _: True, ()) is None


def test_nothing_found_is_nothing_to_weigh(model: EmbeddingModel):
    retriever = retriever_with(prefers("length"), model)
    assert retriever.search("đường", accept=lambda _: False) == []


def test_a_network_is_read_as_it_was_written(tmp_path: Path):
    file = tmp_path / "reranker.json"
    prefers("length").save("model@1", file)
    read = Network.shipped("model@1", file)
    assert read
    np.testing.assert_allclose(read.inner, prefers("length").inner)


def test_it_does_not_serve_with_another_embedding_model_or_other_features(tmp_path: Path):
    file = tmp_path / "reranker.json"
    prefers("length").save("model@1", file)
    assert Network.shipped("model@2", file) is None
    stored = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(stored | {"features": ["one"]}), encoding="utf-8")
    assert Network.shipped("model@1", file) is None


def test_the_shipped_network_serves_with_the_shipped_model(model: EmbeddingModel):
    lexical = LexicalIndex.build(PASSAGES)
    shipped = EmbeddingModel(str(ROOT / "knowledge" / "model"))
    assert Reranker.over(PASSAGES, lexical, shipped)
    assert Reranker.over(PASSAGES, lexical, model) is None
