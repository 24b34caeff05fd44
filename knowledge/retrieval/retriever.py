"""Hybrid retrieval: weighted fusion of normalised lexical and dense scores.

Bruch, Gai, Ingber: "An Analysis of Fusion Functions for Hybrid Retrieval"
(ACM TOIS 2023): a convex combination of normalised scores does better than
reciprocal rank fusion. The lexical score is divided by the best one of the
query, the cosine is taken as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.expansion import Lexicon
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage

DENSE_WEIGHT = 0.2
_DEPTH = 50


def everything(_passage: Passage) -> bool:
    """Accepts every passage."""
    return True


@dataclass(frozen=True)
class Hit:
    """A retrieved passage.

    Attributes:
        passage: the passage.
        score: fused score, 0 to 1.
        lexical: BM25F score as computed.
        dense: cosine similarity; 0 where it was not among the nearest.
    """

    passage: Passage
    score: float
    lexical: float
    dense: float


class Retriever:
    """Searches one index version."""

    def __init__(
        self,
        passages: Sequence[Passage],
        lexical: LexicalIndex,
        dense: DenseIndex,
        model: EmbeddingModel,
        lexicon: Lexicon | None = None,
    ):
        self.passages = passages
        self.lexical = lexical
        self._dense = dense
        self._model = model
        self.lexicon = lexicon or Lexicon()

    def search(
        self,
        query: str,
        count: int = 10,
        *,
        accept: Callable[[Passage], bool] = everything,
        dense_weight: float = DENSE_WEIGHT,
    ) -> list[Hit]:
        """The best passages for a question, best first.

        The official terms for its everyday words are searched for as well, but only
        by their letters: the embedding of the question is that of what was asked.

        Args:
            query: the question.
            count: how many at most.
            accept: passages it is false for are left out (another document, another province).
            dense_weight: share of the dense score, 0 (lexical alone) to 1.
        """
        lexical = self.lexical.scores(self.lexicon.expand(query))
        dense = np.zeros(len(self.passages), dtype=np.float32)
        if dense_weight > 0:
            positions, similarities = self._dense.search(self._model.encode([query])[0], _DEPTH)
            dense[positions] = np.maximum(similarities, 0)
        best = float(lexical.max(initial=0.0)) or 1.0
        fused = (1 - dense_weight) * lexical / best + dense_weight * dense
        hits: list[Hit] = []
        for position in np.argsort(-fused, kind="stable"):
            passage = self.passages[position]
            if fused[position] <= 0 or len(hits) == count:
                break
            if accept(passage):
                hits.append(
                    Hit(
                        passage,
                        float(fused[position]),
                        float(lexical[position]),
                        float(dense[position]),
                    )
                )
        return hits
