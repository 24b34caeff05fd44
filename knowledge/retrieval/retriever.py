"""Hybrid retrieval: weighted fusion of normalised lexical and dense scores, then the reranker.

Bruch, Gai, Ingber: "An Analysis of Fusion Functions for Hybrid Retrieval"
(ACM TOIS 2023): a convex combination of normalised scores does better than
reciprocal rank fusion. The lexical score is divided by the best one of the
query, the cosine is taken as it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.expansion import Lexicon
from knowledge.retrieval.hits import Hit, Scores, Weighed
from knowledge.retrieval.lexical import LexicalIndex, fields_of
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import DEPTH, Reranker
from knowledge.text import marks, spelled_syllables

# Chosen on the dev half of benchmarks/retrieval: docs/tim-kiem.md.
DENSE_WEIGHT = 0.3
_DEPTH = 200
# One question is searched again and again: among rows, among provisions, within a document.
_KEPT = 8


def everything(_passage: Passage) -> bool:
    """Accepts every passage."""
    return True


class Retriever:
    """Searches one index version.

    Attributes:
        passages: in the order in which they are numbered.
        lexical: their lexical index.
        lexicon: everyday words for official terms.
        spellings: the folded syllables of the passages, each with diacritics that it has there.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        lexical: LexicalIndex,
        dense: DenseIndex,
        model: EmbeddingModel,
        lexicon: Lexicon | None = None,
        reranker: Reranker | None = None,
    ):
        self.passages = passages
        self.lexical = lexical
        self._dense = dense
        self._model = model
        self.lexicon = lexicon or Lexicon()
        self._reranker = reranker
        self.spellings = _spellings(passages)
        self._scored = lru_cache(maxsize=_KEPT)(self._score)
        self._weighed = lru_cache(maxsize=_KEPT)(self._weigh)

    def search(
        self,
        query: str,
        count: int = 10,
        *,
        accept: Callable[[Passage], bool] = everything,
        dense_weight: float = DENSE_WEIGHT,
        rerank: bool = True,
    ) -> list[Hit]:
        """The best passages for a question, best first.

        The official terms for its everyday words are searched for as well, but only
        by their letters: the embedding of the question is that of what was asked.

        Args:
            query: the question.
            count: how many at most.
            accept: passages it is false for are left out (another document, another province).
            dense_weight: share of the dense score, 0 (lexical alone) to 1.
            rerank: whether the best are weighed again; not without dense scores or a reranker.
        """
        scores = self.scores(query, dense_weight)
        if not (rerank and dense_weight > 0 and self._reranker):
            return self.best(scores, count, accept)
        positions = list(self._accepted(scores, max(count, DEPTH), accept))
        first, rest = positions[:DEPTH], positions[DEPTH:]
        if not first:
            return []
        chances = self._weighed(query, tuple(first)).chances
        hits = [self._hit(scores, p, float(c)) for p, c in zip(first, chances, strict=True)]
        hits.sort(key=lambda hit: -hit.chance)
        return [*hits, *(self._hit(scores, position) for position in rest)][:count]

    def candidates(
        self, query: str, count: int = DEPTH
    ) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
        """What the reranker is given: positions, lexical and dense scores of the best."""
        scores = self.scores(query)
        places = np.array([*self._accepted(scores, count, everything)], dtype=np.int64)
        return places, scores.lexical[places], scores.dense[places]

    @property
    def weighing_model(self) -> str | None:
        """Fingerprint of the embedding model that candidates are weighed with; None without."""
        return self._reranker.model if self._reranker else None

    def evidence(
        self, query: str, count: int, pool: Callable[[Passage], bool], also: Sequence[Hit]
    ) -> Weighed | None:
        """What speaks for the best of a pool of passages, and for some others beside them.

        Args:
            query: the question.
            count: how many of the pool at most.
            pool: passages it is false for are not in it.
            also: other hits of the same question.

        Returns:
            None without a reranker, or where nothing is found.
        """
        if self._reranker is None:
            return None
        scores = self.scores(query)
        chosen = {*self._accepted(scores, count, pool), *(hit.position for hit in also)}
        # Best first, as `search` has them: what it has weighed is not weighed again.
        positions = tuple(sorted(chosen, key=lambda place: (-scores.fused[place], place)))
        return self._weighed(query, positions) if positions else None

    def _weigh(self, query: str, positions: tuple[int, ...]) -> Weighed:
        assert self._reranker is not None
        scores, places = self.scores(query), np.array(positions, dtype=np.int64)
        return self._reranker.weigh(
            self.lexicon.expand(query), places, scores.lexical[places], scores.dense[places]
        )

    def scores(self, query: str, dense_weight: float = DENSE_WEIGHT) -> Scores:
        """What every passage scores: for those who ask for the best of several kinds.

        The arrays are shared between those who ask for the same: they cannot be written to.
        """
        return self._scored(query, dense_weight)

    def _score(self, query: str, dense_weight: float) -> Scores:
        lexical = self.lexical.scores(self.lexicon.expand(query))
        dense = np.zeros(len(self.passages), dtype=np.float32)
        if dense_weight > 0:
            positions, similarities = self._dense.search(
                self._model.encode_queries([query])[0], _DEPTH
            )
            dense[positions] = np.maximum(similarities, 0)
        best = float(lexical.max(initial=0.0)) or 1.0
        fused = (1 - dense_weight) * lexical / best + dense_weight * dense
        for shared in (fused, lexical, dense):
            shared.flags.writeable = False
        return Scores(fused, lexical, dense)

    def best(self, scores: Scores, count: int, accept: Callable[[Passage], bool]) -> list[Hit]:
        """The best of the passages that are accepted, best first."""
        return [self._hit(scores, p) for p in self._accepted(scores, count, accept)]

    def _accepted(
        self, scores: Scores, count: int, accept: Callable[[Passage], bool]
    ) -> Iterator[int]:
        """Positions of the best that are accepted, best first."""
        found = (p for p in _in_order(scores.fused, count) if accept(self.passages[p]))
        speaking = itertools.takewhile(lambda position: scores.fused[position] > 0, found)
        return itertools.islice(speaking, count)

    def _hit(self, scores: Scores, position: int, chance: float = 0.0) -> Hit:
        return Hit(
            self.passages[position],
            float(scores.fused[position]),
            float(scores.lexical[position]),
            float(scores.dense[position]),
            chance,
            position,
        )


def _spellings(passages: Sequence[Passage]) -> frozenset[tuple[str, str]]:
    texts = (text for passage in passages for text in fields_of(passage).values())
    typed = {spelled for text in texts for spelled in spelled_syllables(text)}
    return frozenset((folded, marks(syllable)) for folded, syllable in typed)


def _in_order(scores: NDArray[np.float32], count: int) -> Iterator[int]:
    """Positions by falling score, equal ones in the order they stand in.

    Few are usually asked for: the best are sorted alone, the rest if they are reached.
    """
    first = min(len(scores), max(4 * count, 100))
    least = np.partition(scores, -first)[-first] if first else 0
    (ahead,) = np.nonzero(scores >= least)
    yield from map(int, ahead[np.argsort(-scores[ahead], kind="stable")])
    (rest,) = np.nonzero(scores < least)
    yield from map(int, rest[np.argsort(-scores[rest], kind="stable")])
