"""What a build takes over from the serving version: readings of originals, terms, and vectors.

A vector depends on the text that is embedded and on the model, so it is looked
up by a digest of that text, and only where the model is the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import IndexUnusableError
from knowledge.indexing.bars import Advance
from knowledge.indexing.versions import Manifest, VersionStore
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.term_counts import TermCounts

EMBEDDED_FILE = "embedded.npy"
PARSED_FOLDER = "parsed"
_BATCH = 512


def serving(store: VersionStore) -> tuple[Path, Manifest] | None:
    """Folder and manifest of the serving version, or of the last good one; None without any."""
    names = store.names()[::-1]
    with contextlib.suppress(IndexUnusableError):
        names.insert(0, store.current())
    for name in names:
        with contextlib.suppress(IndexUnusableError):
            return store.verified(name)
    return None


def counts(before: tuple[Path, Manifest] | None, code: str) -> TermCounts | None:
    """The terms that the version before has counted, if the same code took its texts apart."""
    return TermCounts.load(before[0]) if before and before[1].code == code else None


class Vectors:
    """Vectors by the digest of their text."""

    def __init__(self, before: tuple[Path, Manifest] | None, model: EmbeddingModel):
        self._model = model
        self._rows: dict[bytes, int] = {}
        self._known: NDArray[np.float32] | None = None
        if before and before[1].model == model.fingerprint and EMBEDDED_FILE in before[1].files:
            keys = np.load(before[0] / EMBEDDED_FILE)
            self._rows = {key.tobytes(): row for row, key in enumerate(keys)}
            self._known = DenseIndex.load(before[0]).vectors()

    def missing(self, keys: NDArray[np.uint8]) -> list[int]:
        """Positions that have to be embedded, one for each distinct text."""
        first: dict[bytes, int] = {}
        for position, key in enumerate(keys):
            digest = key.tobytes()
            if digest not in self._rows:
                first.setdefault(digest, position)
        return list(first.values())

    def of(
        self,
        texts: Sequence[str],
        keys: NDArray[np.uint8],
        missing: Sequence[int],
        advance: Advance | None = None,
    ) -> NDArray[np.float32]:
        """A unit vector for every text; only the missing ones are embedded."""
        fresh = []
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            fresh.append(self._model.encode_passages([texts[position] for position in batch]))
            if advance:
                advance(start + len(batch), len(missing))
        blocks = [self._known] if self._known is not None else []
        table = np.concatenate([*blocks, *fresh])
        offset = len(self._known) if self._known is not None else 0
        rows = self._rows | {
            keys[position].tobytes(): offset + number for number, position in enumerate(missing)
        }
        return np.ascontiguousarray(table[[rows[key.tobytes()] for key in keys]])
