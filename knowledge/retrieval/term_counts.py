"""How often each text has each term; what an earlier version counted is taken over.

Taking texts apart is most of what a lexical index costs to build, and a build
mostly sees texts that it saw before. Texts are known again by a digest.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_COUNTS = "term-counts.npz"
_KEYS = "term-texts.npy"
_TERMS = "lexical-terms.json"
_DIGEST = 16


def digests(texts: Sequence[str]) -> NDArray[np.uint8]:
    """A digest of each text, shape (texts, 16)."""
    raw = b"".join(hashlib.blake2b(t.encode(), digest_size=_DIGEST).digest() for t in texts)
    return np.frombuffer(raw, dtype=np.uint8).reshape(len(texts), _DIGEST)


class TermCounts:
    """Terms of distinct texts, shape (texts, terms).

    Attributes:
        vocabulary: column of each term.
    """

    def __init__(
        self, keys: NDArray[np.uint8], counts: sparse.csr_matrix, vocabulary: dict[str, int]
    ):
        self.vocabulary = vocabulary
        self._keys = keys
        self._counts = counts
        self._rows: dict[str, int] = {}

    @classmethod
    def of_texts(
        cls,
        texts: Iterable[str],
        terms: Callable[[str], list[str]],
        before: TermCounts | None = None,
    ) -> TermCounts:
        """Counts each distinct text once; those that `before` has are not taken apart again."""
        distinct = list(dict.fromkeys(texts))
        keys = digests(distinct)
        earlier = before._by_key() if before else {}
        places = [earlier.get(key.tobytes(), -1) for key in keys]
        order = sorted(range(len(distinct)), key=lambda place: places[place] < 0)
        taken = [places[place] for place in order if places[place] >= 0]
        vocabulary = dict(before.vocabulary) if before else {}
        fresh = _counted((distinct[place] for place in order[len(taken) :]), terms, vocabulary)
        if before and taken:
            kept = before._counts[taken]
            kept.resize((len(taken), len(vocabulary)))
            fresh = sparse.vstack([kept, fresh], format="csr")
        counts, vocabulary = _without_unused(fresh, vocabulary)
        found = cls(keys[order], counts, vocabulary)
        found._rows = {distinct[place]: row for row, place in enumerate(order)}
        return found

    def of(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """A row for each of the texts that were counted, repeated as they are."""
        return self._counts[[self._rows[text] for text in texts]].astype(np.float64)

    def save(self, folder: Path) -> None:
        """Writes its files into an existing folder."""
        sparse.save_npz(folder / _COUNTS, self._counts, compressed=False)
        np.save(folder / _KEYS, self._keys)
        (folder / _TERMS).write_text(json.dumps(self.vocabulary), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> TermCounts | None:
        """Reads what `save` wrote; None where a version has none."""
        if not (folder / _COUNTS).is_file():
            return None
        counts = sparse.csr_matrix(sparse.load_npz(folder / _COUNTS))
        return cls(np.load(folder / _KEYS), counts, vocabulary_in(folder))

    def _by_key(self) -> dict[bytes, int]:
        return {key.tobytes(): row for row, key in enumerate(self._keys)}


def vocabulary_in(folder: Path) -> dict[str, int]:
    """The vocabulary that a version keeps."""
    found: dict[str, int] = json.loads((folder / _TERMS).read_text(encoding="utf-8"))
    return found


def _counted(
    texts: Iterable[str], terms: Callable[[str], list[str]], vocabulary: dict[str, int]
) -> sparse.csr_matrix:
    """Counts of each text; new terms join the vocabulary."""
    columns, times, ends = array("i"), array("H"), array("q", [0])
    for text in texts:
        count = Counter(terms(text))
        columns.extend([vocabulary.setdefault(term, len(vocabulary)) for term in count])
        times.extend([min(number, 0xFFFF) for number in count.values()])
        ends.append(len(columns))
    return sparse.csr_matrix(
        (
            np.frombuffer(times, dtype=np.uint16),
            np.frombuffer(columns, dtype=np.int32),
            np.frombuffer(ends, dtype=np.int64),
        ),
        shape=(len(ends) - 1, len(vocabulary)),
    )


def _without_unused(
    counts: sparse.csr_matrix, vocabulary: dict[str, int]
) -> tuple[sparse.csr_matrix, dict[str, int]]:
    """Without the terms of texts that are gone."""
    used = np.bincount(counts.indices, minlength=len(vocabulary)) > 0
    if used.all():
        return counts, vocabulary
    column = np.cumsum(used, dtype=np.int32) - 1
    kept = {term: int(column[old]) for term, old in vocabulary.items() if used[old]}
    shape = (counts.shape[0], len(kept))
    return sparse.csr_matrix((counts.data, column[counts.indices], counts.indptr), shape), kept
