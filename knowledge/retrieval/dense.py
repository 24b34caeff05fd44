"""Dense retrieval: inner product over unit vectors in FAISS, exact or by inverted lists.

Exact search reads every vector for every question. Beyond `EXACT_UP_TO` passages that
takes too long (benchmarks/dense.py), and an inverted file is built instead: the vectors
are clustered, and a question reads only the clusters nearest to it. Sivic, Zisserman:
"Video Google" (ICCV 2003); Jégou, Douze, Schmid: "Product quantization for nearest
neighbor search" (PAMI 2011), here without quantization, so that the vectors that are
read are compared exactly and can all be taken over by the next build.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import cast

import faiss
import numpy as np
from numpy.typing import NDArray

EXACT_UP_TO = 400_000
"""Passages; one core reads so many vectors of 256 numbers in under 20 ms."""
_FILE = "dense.faiss"
_LISTS_PER_ROOT = 4
"""Clusters: this many times the square root of the number of passages."""
_TRAINED_ON = 64
"""Vectors for each cluster that the clusters are found with."""
_LEAST_PER_LIST = 39
"""Vectors a cluster; fewer make poor clusters, as FAISS itself warns."""
_PROBES = 256
"""Clusters that are read for a question."""


class DenseIndex:
    """A read-only FAISS index; searches are thread-safe, changes are not made."""

    def __init__(self, index: faiss.Index):
        self._index = index

    @classmethod
    def build(cls, vectors: NDArray[np.float32], *, approximate: bool = False) -> DenseIndex:
        """Indexes unit vectors of shape (passages, dimension).

        Args:
            vectors: as said.
            approximate: whether a question reads only the clusters nearest to it.
        """
        count, dimension = vectors.shape
        if not approximate or not count:
            exact = faiss.IndexFlatIP(dimension)
            exact.add(vectors)
            return cls(exact)
        inverted = _inverted_file(dimension, count)
        inverted.train(vectors)
        inverted.add(vectors)
        return cls(inverted)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def vectors(self) -> NDArray[np.float32]:
        """All vectors, shape (passages, dimension), as they were given to `build`."""
        found: NDArray[np.float32] = self._index.reconstruct_n(0, len(self))
        return found

    def search(
        self, vector: NDArray[np.float32], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The nearest passages of one unit vector.

        Returns:
            Positions and cosine similarities, at most `count` of each, best first. An
            approximate index can miss some of the nearest; its similarities are exact.
        """
        count = min(count, len(self))
        if not count:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        similarities, positions = self._index.search(vector.reshape(1, -1), count)
        found = positions[0] >= 0
        return positions[0][found], similarities[0][found]

    def save(self, folder: Path) -> None:
        """Writes the index file into an existing folder."""
        # Not by faiss.write_index: on a full disk that leaves half a file and says nothing useful.
        (folder / _FILE).write_bytes(faiss.serialize_index(self._index).data)

    @classmethod
    def load(cls, folder: Path) -> DenseIndex:
        """Reads what `save` wrote."""
        return cls(faiss.read_index(str(folder / _FILE)))


def _inverted_file(dimension: int, count: int) -> faiss.IndexIVFFlat:
    """An empty inverted file for so many vectors."""
    lists = max(1, min(round(_LISTS_PER_ROOT * math.sqrt(count)), count // _LEAST_PER_LIST))
    made = faiss.index_factory(dimension, f"IVF{lists},Flat", faiss.METRIC_INNER_PRODUCT)
    index = cast(faiss.IndexIVFFlat, made)
    index.cp.min_points_per_centroid = 1
    index.cp.max_points_per_centroid = _TRAINED_ON
    index.nprobe = min(_PROBES, lists)
    return index
