"""Lexical retrieval: BM25F over folded syllables and syllable pairs.

Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted
fields" (CIKM 2004). The saturated weight of every (passage, term) is computed
when the index is built, so that a query is one sum of sparse columns.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knowledge.retrieval.passage import Passage
from knowledge.retrieval.term_counts import TermCounts, vocabulary_in
from knowledge.text import pairs, syllables

# Weight and length normalisation of each field.
FIELDS: dict[str, tuple[float, float]] = {
    "title": (1.0, 0.4),
    "heading": (3.0, 0.7),
    "text": (1.0, 0.9),
    "questions": (2.0, 0.4),
    "phrasings": (0.25, 0.4),
}
_SATURATION = 1.2
# A pair says a little less, its two syllables being counted as well.
_PAIR_SHARE = 0.85
# Syllables that carry no content on their own; pairs with them still count.
STOP_SYLLABLES = frozenset(
    [
        "la",
        "gi",
        "nao",
        "the",
        "co",
        "khong",
        "va",
        "cua",
        "cho",
        "ve",
        "thi",
        "bao",
        "nhieu",
        "duoc",
        "trong",
        "theo",
        "nhu",
        "may",
        "voi",
        "cac",
        "nhung",
        "mot",
        "o",
        "tai",
        "khi",
        "ai",
        "do",
        "nay",
        "den",
        "tu",
        "ra",
        "hay",
        "xin",
        "hoi",
        "toi",
        "minh",
        "anh",
        "chi",
        "em",
        "a",
        "oi",
        "nhe",
        "vay",
        "con",
        "bi",
        "phai",
        "dau",
        "sao",
    ]
)

_MATRIX = "lexical.npz"


def terms(text: str) -> list[str]:
    """Content syllables and all neighbouring pairs of a text."""
    tokens = syllables(text)
    return [token for token in tokens if token not in STOP_SYLLABLES] + pairs(tokens)


def fields_of(passage: Passage) -> dict[str, str]:
    """The texts of a passage by field."""
    return {
        "title": passage.title,
        "heading": f"{passage.provision} {passage.heading}",
        "text": passage.text,
        "questions": " . ".join(passage.questions),
        "phrasings": " . ".join(passage.phrasings),
    }


class LexicalIndex:
    """A read-only BM25F index; scores are comparable within one query only."""

    def __init__(
        self,
        weights: sparse.csc_matrix,
        vocabulary: Mapping[str, int],
        counts: TermCounts | None = None,
    ):
        self._weights = weights
        self._vocabulary = vocabulary
        self._counts = counts
        # Asked for every word of every candidate: too often for a slice of the matrix.
        self._seen = np.diff(weights.indptr)

    @classmethod
    def build(cls, passages: Sequence[Passage], before: TermCounts | None = None) -> LexicalIndex:
        """Builds the index in memory.

        Args:
            passages: in the order in which they are numbered.
            before: counts of an earlier version, for the texts that have not changed.
        """
        read = [fields_of(passage) for passage in passages]
        texts = {field: [fields[field] for fields in read] for field in FIELDS}
        counts = TermCounts.of_texts(itertools.chain(*texts.values()), terms, before)
        total = sparse.csr_matrix((len(passages), len(counts.vocabulary)), dtype=np.float64)
        for field, (weight, normalisation) in FIELDS.items():
            found = counts.of(texts[field])
            lengths = np.asarray(found.sum(axis=1)).ravel()
            mean = max(1.0, float(lengths.mean()) if len(passages) else 1.0)
            scale = weight / (1 - normalisation + normalisation * lengths / mean)
            total = total + sparse.diags(scale) @ found
        matrix = sparse.csr_matrix(total)
        matrix.data = matrix.data / (matrix.data + _SATURATION)
        return cls(_with_idf(matrix.tocsc()), counts.vocabulary, counts)

    def scores(self, query: str) -> NDArray[np.float32]:
        """The BM25F score of every passage, shape (passages,)."""
        wanted: defaultdict[str, float] = defaultdict(float)
        for term in terms(query):
            if term in self._vocabulary:
                wanted[term] += _PAIR_SHARE if "_" in term else 1
        if not wanted:
            return np.zeros(self._weights.shape[0], dtype=np.float32)
        columns = [self._vocabulary[term] for term in wanted]
        times = np.fromiter(wanted.values(), dtype=np.float32)
        return np.asarray(self._weights[:, columns] @ times, dtype=np.float32)

    def knows(self, term: str) -> bool:
        """Whether a term, a syllable or a pair, stands in any passage."""
        return term in self._vocabulary

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a term; that of a term seen once if it is unknown."""
        size = self._weights.shape[0]
        column = self._vocabulary.get(term)
        seen = 1 if column is None else int(self._seen[column])
        return _idf(size, seen)

    @cached_property
    def rarities(self) -> NDArray[np.float64]:
        """Inverse document frequency of every term of the vocabulary, shape (terms,)."""
        size = self._weights.shape[0]
        return np.asarray(np.log(1 + (size - self._seen + 0.5) / (self._seen + 0.5)))

    def columns(self, words: Iterable[str]) -> list[int | None]:
        """The place of each term in the vocabulary; None where no passage has it."""
        return [self._vocabulary.get(word) for word in words]

    def columns_like(self, pattern: re.Pattern[str]) -> list[int]:
        """The places of the terms that match a pattern as a whole."""
        return [place for term, place in self._vocabulary.items() if pattern.fullmatch(term)]

    def presence(self) -> sparse.csr_matrix:
        """Which terms each passage has in any field: ones, shape (passages, terms)."""
        rows = self._weights.tocsr()
        return sparse.csr_matrix(
            (np.ones(rows.nnz, dtype=np.int8), rows.indices, rows.indptr), rows.shape
        )

    def presence_in(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Which terms each text has: ones, shape (texts, terms)."""
        found = [sorted({self._vocabulary[t] for t in terms(x) if self.knows(t)}) for x in texts]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.fromiter(itertools.chain.from_iterable(found), np.int32, int(ends[-1]))
        ones = np.ones(len(columns), dtype=np.int8)
        return sparse.csr_matrix((ones, columns, ends), (len(texts), self._weights.shape[1]))

    def save(self, folder: Path) -> None:
        """Writes the files of an index that was built into an existing folder."""
        sparse.save_npz(folder / _MATRIX, self._weights, compressed=False)
        if self._counts:
            self._counts.save(folder)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Reads what `save` wrote; the counts are left where they are."""
        return cls(sparse.load_npz(folder / _MATRIX).tocsc(), vocabulary_in(folder))


def _idf(size: int, seen: int) -> float:
    return float(np.log(1 + (size - seen + 0.5) / (seen + 0.5)))


def _with_idf(matrix: sparse.csc_matrix) -> sparse.csc_matrix:
    seen = np.diff(matrix.indptr)
    idf = np.log(1 + (matrix.shape[0] - seen + 0.5) / (seen + 0.5))
    return (matrix @ sparse.diags(idf)).tocsc().astype(np.float32)
