"""Texts as bags of tokens: which tokens, and how often, one row a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from tokenizers import Tokenizer
from torch.nn import functional

_AT_ONCE = 10_000

Table = NDArray[np.float32]


def bags_of(tokenizer: Tokenizer, texts: Sequence[str]) -> sparse.csr_matrix:
    """How often each text has each token, float32, shape (texts, tokens of the vocabulary)."""
    found = [
        np.asarray(encoding.ids, dtype=np.int32)
        for start in range(0, len(texts), _AT_ONCE)
        for encoding in tokenizer.encode_batch(
            list(texts[start : start + _AT_ONCE]), add_special_tokens=False
        )
    ]
    columns = np.concatenate([np.empty(0, dtype=np.int32), *found])
    ends = np.cumsum([0, *map(len, found)])
    bags = sparse.csr_matrix(
        (np.ones(len(columns), dtype=np.float32), columns, ends),
        shape=(len(texts), tokenizer.get_vocab_size()),
    )
    bags.sum_duplicates()
    return bags


def summed(bags: sparse.csr_matrix, groups: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    """The bag of each group of rows: of the texts one behind the other."""
    rows = np.concatenate([np.asarray(group, dtype=np.int64) for group in groups])
    ends = np.cumsum([0, *map(len, groups)])
    choice = sparse.csr_matrix(
        (np.ones(len(rows), dtype=np.float32), rows, ends), shape=(len(groups), bags.shape[0])
    )
    return choice @ bags


def embedded(bags: sparse.csr_matrix, table: torch.Tensor) -> torch.Tensor:
    """Unit vectors of bags, shape (texts, dimension); that of an empty bag is 0."""
    sums = functional.embedding_bag(
        torch.from_numpy(bags.indices.astype(np.int64)),
        table,
        torch.from_numpy(bags.indptr[:-1].astype(np.int64)),
        mode="sum",
        per_sample_weights=torch.from_numpy(bags.data.astype(np.float32)),
    )
    return functional.normalize(sums, dim=1)


def semantic_table(bags: sparse.csr_matrix, dimension: int, spread: float, seed: int) -> Table:
    """Token vectors by latent semantic analysis (Deerwester et al., 1990).

    The texts are weighted by (1 + log tf) idf and scaled to length 1. A token's
    vector is its place in the leading singular directions, each scaled down by the
    square root of its singular value, times its idf: a rare token speaks louder.

    Args:
        bags: the texts, shape (texts, tokens).
        dimension: of the vectors; filled up with zeros where the texts have fewer directions.
        spread: root mean square of the table.
        seed: of the randomised decomposition, and of noise of a hundredth of the spread,
            which gives tokens that no text has a direction to begin with.

    Returns:
        float32, shape (tokens, dimension).
    """
    seen = np.asarray((bags > 0).sum(axis=0)).ravel()
    idf = np.log1p(bags.shape[0] / (seen + 1))
    weighted = bags.astype(np.float64)
    weighted.data = 1 + np.log(weighted.data)
    weighted = weighted @ sparse.diags(idf)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    weighted = sparse.diags(1 / np.maximum(lengths, 1e-9)) @ weighted
    directions = min(dimension, *(size - 1 for size in bags.shape))
    svd = TruncatedSVD(directions, n_iter=3, random_state=seed).fit(weighted)
    scale = np.maximum(svd.singular_values_, 1e-6) ** -0.5
    table = np.zeros((bags.shape[1], dimension))
    table[:, :directions] = idf[:, None] * svd.components_.T * scale
    table *= spread / max(float(np.sqrt((table**2).mean())), 1e-9)
    noise = np.random.default_rng(seed).normal(scale=spread / 100, size=table.shape)
    return np.asarray(table + noise, dtype=np.float32)
