"""What retrieval finds, and what every passage scores for a question."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.retrieval.passage import Passage


@dataclass(frozen=True)
class Hit:
    """A retrieved passage.

    Attributes:
        passage: the passage.
        score: fused score, 0 to 1.
        lexical: BM25F score as computed.
        dense: cosine similarity; 0 where it was not among the nearest.
        chance: the reranker's probability that of all candidates this is the one meant; 0
            where it did not weigh it.
        position: of the passage in the index.
    """

    passage: Passage
    score: float
    lexical: float
    dense: float
    chance: float = 0.0
    position: int = -1


@dataclass(frozen=True)
class Weighed:
    """What speaks for some passages as candidates for one question.

    Attributes:
        positions: of the passages.
        evidence: shape (passages, features), in the order of `evidence.NAMES`.
        chances: the reranker's, that each is the one meant; shape (passages,).
    """

    positions: tuple[int, ...]
    evidence: NDArray[np.float32]
    chances: NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """What every passage scores for one question; each of shape (passages,).

    Attributes:
        fused: what they are ranked by, 0 to 1.
        lexical: BM25F scores as computed.
        dense: cosine similarities; 0 beyond the nearest.
    """

    fused: NDArray[np.float32]
    lexical: NDArray[np.float32]
    dense: NDArray[np.float32]
