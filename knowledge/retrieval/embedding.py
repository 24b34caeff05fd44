"""The sentence-transformers model: which one, and texts to unit vectors."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.retrieval.static_model import StaticModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 64
_FEW = 1_000
"""Texts that are not worth the seconds in which the library is loaded."""


class EmbeddingModel:
    """A sentence-transformers model, loaded on first use.

    Attributes:
        name: folder or model name as configured.
    """

    def __init__(self, name: str):
        self.name = name

    @cached_property
    def fingerprint(self) -> str:
        """What the index records: for a folder, a checksum of its weights and settings.

        A model that is known by name only is identified by that name.
        """
        folder = Path(self.name)
        if not folder.is_dir():
            return self.name
        digest = hashlib.sha256()
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".safetensors", ".bin", ".json", ".txt", ".model"}:
                digest.update(str(file.relative_to(folder)).encode())
                digest.update(file.read_bytes())
        return f"{folder.name}@{digest.hexdigest()[:16]}"

    @cached_property
    def _model(self) -> SentenceTransformer:
        if Path(self.name).is_dir():
            # A local model never asks the network for anything.
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(self.name, device="cpu", trust_remote_code=False)

    @cached_property
    def _static(self) -> StaticModel | None:
        return StaticModel.load(Path(self.name))

    def encode(self, texts: Sequence[str], *, progress: bool = False) -> NDArray[np.float32]:
        """Embeds texts; a few by a static model without loading the library.

        Returns:
            Unit vectors, float32, shape (texts, dimension).
        """
        if len(texts) <= _FEW and self._static:
            return self._static.encode(texts)
        if not texts:
            return np.empty((0, self._model.get_embedding_dimension() or 0), np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=progress,
            convert_to_numpy=True,
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)
