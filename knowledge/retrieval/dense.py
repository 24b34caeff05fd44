"""Dense retrieval: exact inner product over unit vectors in FAISS."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

_FILE = "dense.faiss"


class DenseIndex:
    """A read-only FAISS index; searches are thread-safe, changes are not made."""

    def __init__(self, index: faiss.Index):
        self._index = index

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> DenseIndex:
        """Indexes unit vectors of shape (passages, dimension)."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def vectors(self) -> NDArray[np.float32]:
        """All vectors, shape (passages, dimension)."""
        found: NDArray[np.float32] = self._index.reconstruct_n(0, len(self))
        return found

    def search(
        self, vector: NDArray[np.float32], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The nearest passages of one unit vector.

        Returns:
            Positions and cosine similarities, at most `count` of each, best first.
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
