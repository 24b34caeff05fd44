"""Static embeddings of a sentence-transformers model without that library.

Loading sentence-transformers takes seconds, because it brings PyTorch and
transformers along; a question, or the passages of one new document, take
milliseconds. The vector of a static model is the mean of the vectors of its
tokens, which NumPy computes as well; a test compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

_KINDS = (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])
_WEIGHTS = "embedding.weight"
_SPACE = "▁"


class StaticModel:
    """The table of token vectors of a static model, with its tokenizer."""

    def __init__(self, tokenizer: Tokenizer, weights: NDArray[np.float32]):
        self._tokenizer = tokenizer
        self._weights = weights

    @classmethod
    def load(cls, folder: Path) -> StaticModel | None:
        """Reads a model folder; None where it is no static model that can be read so."""
        try:
            modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
            kinds = [module["type"].rpartition(".")[2] for module in modules]
            settings = folder / "config_sentence_transformers.json"
            prompts = json.loads(settings.read_text(encoding="utf-8")).get("prompts", {})
            if kinds not in _KINDS or any(prompts.values()):
                return None
            part = folder / modules[0]["path"]
            tokenizer = Tokenizer.from_file(str(part / "tokenizer.json"))
            weights = load_file(part / "model.safetensors")[_WEIGHTS]
        except Exception:  # a broken tokenizer raises no less; the library says what is wrong
            return None
        tokenizer.no_padding()
        return cls(tokenizer, weights.astype(np.float32))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (texts, dimension); zero for a text without tokens."""
        found = np.zeros((len(texts), self._weights.shape[1]), dtype=np.float32)
        for row, read in enumerate(self._tokenizer.encode_batch(texts, add_special_tokens=False)):
            if read.ids:
                found[row] = self._weights[read.ids].mean(axis=0)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        found /= np.maximum(lengths, np.finfo(np.float32).tiny)
        return found

    @cached_property
    def terms(self) -> list[str]:
        """Each token as a term of the lexical index (`tieu_chi`); empty for one that spells."""
        size = self._tokenizer.get_vocab_size()
        tokens = (self._tokenizer.id_to_token(place) for place in range(size))
        return [_term(token) for token in tokens]

    def tokens(self, text: str) -> list[int]:
        """The tokens of a text, each once, in order of appearance."""
        return list(dict.fromkeys(self._tokenizer.encode(text, add_special_tokens=False).ids))

    def loudness(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """How much each token counts in the vector of a text: the length of its own vector."""
        return self._lengths[tokens]

    def nearness(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """The cosine of each of these tokens with every token, shape (these, all)."""
        return self._directions[tokens] @ self._directions.T

    @cached_property
    def _lengths(self) -> NDArray[np.float32]:
        return np.asarray(np.linalg.norm(self._weights, axis=1), dtype=np.float32)

    @cached_property
    def _directions(self) -> NDArray[np.float32]:
        lengths = np.maximum(self._lengths, np.finfo(np.float32).tiny)[:, None]
        return np.asarray(self._weights / lengths, dtype=np.float32)


def _term(token: str | None) -> str:
    """`▁tieu▁chi` as `tieu_chi`."""
    return token[1:].replace(_SPACE, "_") if token and token.startswith(_SPACE) else ""
