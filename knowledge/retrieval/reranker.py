"""The reranker: a small network that weighs the evidence for the best candidates.

Its weights in `reranker.json` are fitted by `python -m knowledge.training.reranker` to written
questions about articles that the embedding model had not seen. They hold for the vectors of
the model that they were fitted with; with another model there is no reranker.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.evidence import NAMES, Evidence
from knowledge.retrieval.hits import Weighed
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage

WEIGHTS = Path(__file__).with_name("reranker.json")
DEPTH = 50
"""Candidates that are weighed; the rest keep their places behind them."""

Array = NDArray[np.float64]
_PARTS = ("inner", "constant", "outer")


@dataclass(frozen=True)
class Network:
    """One hidden layer with the hyperbolic tangent, and a sum.

    Attributes:
        inner: weights of the features, shape (features, hidden).
        constant: of the hidden units, shape (hidden,).
        outer: weights of the hidden units, shape (hidden,).
    """

    inner: Array
    constant: Array
    outer: Array

    def probabilities(self, features: NDArray[np.float32]) -> Array:
        """Of each candidate, that it is the one meant; they add up to 1.

        Args:
            features: shape (candidates, features); at least one candidate.
        """
        logits = np.tanh(features @ self.inner + self.constant) @ self.outer
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum())

    @classmethod
    def shipped(
        cls, model: str, file: Path = WEIGHTS, names: Sequence[str] = NAMES
    ) -> Network | None:
        """The network in a file; None without one, or where it was fitted with another model.

        Args:
            model: fingerprint of the embedding model in use.
            file: as `save` wrote it.
            names: of the features that it is to weigh.
        """
        if not file.is_file():
            return None
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["model"] != model or tuple(stored["features"]) != tuple(names):
            return None
        return cls(*(np.array(stored[name]) for name in _PARTS))

    def save(self, model: str, file: Path = WEIGHTS, names: Sequence[str] = NAMES) -> None:
        """Writes the network with what it was fitted to."""
        parts = {name: np.round(getattr(self, name), 4).tolist() for name in _PARTS}
        stored = {"model": model, "features": tuple(names), **parts}
        file.write_text(json.dumps(stored) + "\n", encoding="utf-8")


class Reranker:
    """Weighs candidates of one index; read-only."""

    def __init__(self, evidence: Evidence, network: Network, model: str = ""):
        """Puts both together.

        Args:
            evidence: the features of the passages of the index.
            network: weighs them.
            model: fingerprint of the embedding model that both are of.
        """
        self._evidence = evidence
        self._network = network
        self.model = model

    @classmethod
    def over(
        cls,
        passages: Sequence[Passage],
        lexical: LexicalIndex,
        model: EmbeddingModel,
    ) -> Reranker | None:
        """The shipped reranker over an index; None where the embedding model is another.

        Args:
            passages: as they are numbered in the index.
            lexical: their lexical index.
            model: the embedding model in use.
        """
        network = Network.shipped(model.fingerprint)
        if network is None or model.static is None:
            return None
        return cls(Evidence(passages, lexical, model.static), network, model.fingerprint)

    def weigh(
        self,
        question: str,
        positions: NDArray[np.int64],
        lexical: NDArray[np.float32],
        dense: NDArray[np.float32],
    ) -> Weighed:
        """What speaks for each candidate, and the probabilities; the arrays are read-only.

        Args:
            question: as typed.
            positions: of the candidates; at least one.
            lexical: what each of them scores lexically.
            dense: what each of them scores densely.
        """
        evidence = self._evidence.of(question, positions, lexical, dense)
        chances = self._network.probabilities(evidence)
        for shared in (evidence, chances):
            shared.flags.writeable = False
        return Weighed(tuple(map(int, positions)), evidence, chances)
