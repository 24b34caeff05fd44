"""Figures of ranked lists, and how far a difference between two of them can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DEPTH = 10
_DRAWS = 10_000


@dataclass(frozen=True)
class Figures:
    """Figures over queries, each between 0 and 1.

    Attributes:
        recall_at_1: share of the queries whose first result is relevant.
        recall_at_10: share of the queries with a relevant result among the first ten.
        mrr_at_10: mean of 1/rank of the first relevant result, 0 beyond the tenth.
    """

    recall_at_1: float
    recall_at_10: float
    mrr_at_10: float


def figures(runs: Sequence[Sequence[str]], relevant: Sequence[frozenset[str]]) -> Figures:
    """The figures of ranked ids, one list a query, against those that are relevant."""
    found = [
        [document in wanted for document in run[:DEPTH]]
        for run, wanted in zip(runs, relevant, strict=True)
    ]
    return Figures(
        recall_at_1=float(np.mean([any(hits[:1]) for hits in found])),
        recall_at_10=float(np.mean([any(hits) for hits in found])),
        mrr_at_10=float(
            np.mean([1 / (1 + hits.index(True)) if any(hits) else 0.0 for hits in found])
        ),
    )


def first_is_right(
    runs: Sequence[Sequence[str]], relevant: Sequence[frozenset[str]]
) -> NDArray[np.float64]:
    """1 where the first result of a query is relevant, else 0; shape (queries,)."""
    hits = [bool(run) and run[0] in wanted for run, wanted in zip(runs, relevant, strict=True)]
    return np.array(hits, dtype=np.float64)


def paired_interval(
    better: NDArray[np.float64], worse: NDArray[np.float64], seed: int = 0
) -> tuple[float, float]:
    """The 95 % bootstrap interval of the mean difference of two figures of the same queries.

    Efron, Tibshirani: "An Introduction to the Bootstrap" (1993), percentile interval
    over 10,000 draws of the queries.
    """
    differences = better - worse
    chance = np.random.default_rng(seed)
    means = [
        differences[chance.integers(len(differences), size=len(differences))].mean()
        for _ in range(_DRAWS)
    ]
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
