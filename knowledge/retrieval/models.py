"""How the listed pretrained models want their texts, as their cards say.

The cards, with what was published about each model: docs/mo-hinh-nhung.md. A model
that is not listed is used as its own settings say (`prompts` of
config_sentence_transformers.json, `max_seq_length`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Treatment:
    """What is done to texts before they are embedded.

    Attributes:
        query: stands before a question; None where the model's own prompt, if any, is used.
        passage: stands before a passage; likewise.
        segmented: whether the syllables of a word are joined by underscores.
        max_tokens: longer texts are cut, if the model's own length is not less; None for that.
        batch: texts that are embedded at a time; does not change the vectors.
    """

    query: str | None = None
    passage: str | None = None
    segmented: bool = False
    max_tokens: int | None = None
    batch: int = 64

    @property
    def fingerprint(self) -> str:
        """A checksum of what changes the vectors; empty where nothing does."""
        decisive = (self.query, self.passage, self.segmented, self.max_tokens)
        if decisive == (None, None, False, None):
            return ""
        return hashlib.sha256(repr(decisive).encode()).hexdigest()[:8]


_E5 = Treatment(query="query: ", passage="passage: ", max_tokens=512, batch=32)
_PHOBERT = Treatment(segmented=True, batch=32)

LISTED: dict[str, Treatment] = {
    "intfloat/multilingual-e5-small": _E5,
    "intfloat/multilingual-e5-base": _E5,
    "intfloat/multilingual-e5-large": _E5,
    "mainguyen9/vietlegal-e5": _E5,
    "bkai-foundation-models/vietnamese-bi-encoder": _PHOBERT,
    "dangvantuan/vietnamese-embedding": _PHOBERT,
    "BAAI/bge-m3": Treatment(max_tokens=2048, batch=16),
    "AITeamVN/Vietnamese_Embedding": Treatment(max_tokens=2048, batch=16),
    "AITeamVN/Vietnamese_Embedding_v2": Treatment(max_tokens=2048, batch=16),
}


def treatment(name: str) -> Treatment:
    """The treatment of a model that is configured by name, or by a folder named after it.

    Args:
        name: as in NTM_EMBEDDING_MODEL; upper and lower case are the same.
    """
    by_name = {listed.lower(): found for listed, found in LISTED.items()}
    if Path(name).is_dir():
        by_name = {listed.rpartition("/")[2]: found for listed, found in by_name.items()}
        name = Path(name).name
    return by_name.get(name.lower(), Treatment())
