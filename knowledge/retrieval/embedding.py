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

from knowledge.errors import SettingError
from knowledge.retrieval.models import Treatment, treatment
from knowledge.retrieval.segmentation import segment
from knowledge.retrieval.static_model import StaticModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# So few texts are not worth the seconds in which the library is loaded.
_FEW = 256


class EmbeddingModel:
    """A sentence-transformers model, loaded on first use.

    Questions and passages are embedded apart: many models want different words
    before each (knowledge/retrieval/models.py, or the model's own prompts).

    Attributes:
        name: folder or model name as configured.
    """

    def __init__(self, name: str):
        self.name = name
        self._treatment: Treatment = treatment(name)

    @cached_property
    def fingerprint(self) -> str:
        """What the index records: for a folder, a checksum of its weights and settings.

        A model that is known by name only is identified by that name. What is done to
        the texts of a listed model is told behind a plus sign.
        """
        treated = self._treatment.fingerprint
        return self._identity() + (f"+{treated}" if treated else "")

    def _identity(self) -> str:
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
        model = self._local() if Path(self.name).is_dir() else self._named()
        longest = self._treatment.max_tokens
        if longest is not None:
            model.max_seq_length = min(longest, model.max_seq_length or longest)
        return model

    @cached_property
    def static(self) -> StaticModel | None:
        """The model as a table of token vectors, where it is one."""
        return StaticModel.load(Path(self.name))

    def _local(self) -> SentenceTransformer:
        # A local model never asks the network for anything.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            return _load(self.name, local=True)
        except (OSError, ValueError) as error:
            raise SettingError(
                f"NTM_EMBEDDING_MODEL: không nạp được mô hình trong thư mục '{self.name}': {error}"
            ) from error

    def _named(self) -> SentenceTransformer:
        """A model that was downloaded before is not asked for again."""
        try:
            return _load(self.name, local=True)
        except (OSError, ValueError):
            pass
        try:
            return _load(self.name, local=False)
        except OSError as error:
            raise SettingError(
                f"NTM_EMBEDDING_MODEL: mô hình '{self.name}' không có trên máy này và không tải "
                "về được; hãy xem lại tên hoặc nối mạng rồi chạy lại, hoặc chép mô hình vào một "
                "thư mục và đặt NTM_EMBEDDING_MODEL là thư mục ấy"
            ) from error
        except ValueError as error:
            raise SettingError(
                f"NTM_EMBEDDING_MODEL: không nạp được mô hình '{self.name}': {error}"
            ) from error

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embeds questions.

        Returns:
            Unit vectors, float32, shape (texts, dimension).

        Raises:
            SettingError: the model cannot be loaded, or lacks its word segmentation.
        """
        return self._encode(texts, passages=False)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embeds passages; otherwise as `encode_queries`."""
        return self._encode(texts, passages=True)

    def _encode(self, texts: Sequence[str], *, passages: bool) -> NDArray[np.float32]:
        treated = self._treatment
        if len(texts) <= _FEW and not treated.fingerprint and self.static:
            return self.static.encode(texts)
        if treated.segmented:
            texts = segment(texts, self.name)
        if not texts:
            return np.empty((0, self._model.get_embedding_dimension() or 0), np.float32)
        listed = treated.passage if passages else treated.query
        encode = self._model.encode_document if passages else self._model.encode_query
        vectors = encode(
            list(texts),
            prompt=listed if listed is not None else self._own_prompt(passages),
            batch_size=treated.batch,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)

    def _own_prompt(self, passages: bool) -> str:
        """The prompt that a model carries; sentence-transformers itself looks past `passage`."""
        names = ("passage", "document", "corpus") if passages else ("query",)
        return next((found for name in names if (found := self._model.prompts.get(name))), "")


def _load(name: str, *, local: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(name, device="cpu", trust_remote_code=False, local_files_only=local)
