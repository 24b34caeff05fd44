"""What speaks for a candidate passage: the features that the reranker weighs.

Everything is read off the lexical index and the token vectors of the shipped model, so that
fifty candidates take a few milliseconds and no text is taken apart when a question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knowledge.retrieval.lexical import STOP_SYLLABLES, LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.static_model import StaticModel
from knowledge.text import fold, pairs, syllables

# How a question asks, and terms (`syllable` or `syllable_syllable`) of a passage that answers so.
_UNIT = r"\d[\d.,]*_(?:ngay|thang|nam|gio|tuan)"
CUES: dict[str, tuple[str, str]] = {
    "quantity": (
        r"bao nhieu|\bmay (?:ngay|nam|thang|nguoi|lan|phan|dong|tien)|muc (?:phat|dong|huong)",
        rf"(?:{_UNIT}|\d[\d.,]*_(?:dong|trieu|ty|phan|nguoi|lan|m2|km|ha))",
    ),
    "who": (
        r"\bai\b|(?:co quan|bo|don vi|cap|noi|chuc danh) nao|o dau",
        r"(?:tham_quyen|bo_truong|chu_tich|uy_ban|hoi_dong|chinh_phu|giam_doc|thu_truong)",
    ),
    "when": (
        r"bao lau|may ngay|thoi han|khi nao|bao gio|han (?:chot|nop|cuoi)",
        rf"(?:{_UNIT}|lam_viec|thoi_han|cham_nhat)",
    ),
    "dossier": (r"ho so|giay to|thu tuc", r"(?:ho_so|don_de|ban_sao|to_khai|giay_chung)"),
    "penalty": (
        r"\bphat|tu (?:bao|may)|di tu|xu ly|vi pham",
        r"(?:phat_tien|phat_tu|xu_phat|bi_phat|canh_cao|khien_trach)",
    ),
}
NAMES = (
    "lexical",
    "dense",
    "dense_to_best",
    "lexical_rank",
    "dense_rank",
    "syllables",
    "syllables_in_heading",
    "pairs",
    "pairs_in_heading",
    "heading_asked",
    "words_met",
    "words_met_by_rarity",
    "word_met_least",
    "words_met_best",
    "length",
    "heading_length",
    "numbers",
    *(f"{cue}_{side}" for cue in CUES for side in ("answered", "unanswered")),
)
_BEST_WORDS = 3

Values = NDArray[np.float64]


class Evidence:
    """The features of passages for questions; read-only.

    Args:
        passages: as they are numbered in the index.
        lexical: their lexical index.
        static: the token vectors that say which words mean nearly the same.
    """

    def __init__(self, passages: Sequence[Passage], lexical: LexicalIndex, static: StaticModel):
        self._lexical = lexical
        self._static = static
        self._texts = lexical.presence()
        headings = [f"{passage.title} {passage.heading}" for passage in passages]
        self._headings = lexical.presence_in(headings)
        self._heading_weights = np.maximum(self._headings @ lexical.rarities, 1e-9)
        # All of it now: the first question is not to wait for it.
        columns = self._token_columns()
        self._tokens = self._tokens_at(columns)
        self._rarity_of_tokens = np.where(columns >= 0, lexical.rarities[columns], 0.0)
        self._cues = self._cued_passages()

    def of(
        self,
        question: str,
        positions: NDArray[np.int64],
        lexical: NDArray[np.float32],
        dense: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """The features of candidates, shape (candidates, features) in the order of `NAMES`.

        Args:
            question: as typed.
            positions: of the candidates, in any order; at least one.
            lexical: what each of them scores lexically.
            dense: what each of them scores densely.
        """
        texts, headings = self._texts[positions], self._headings[positions]
        tokens = syllables(question)
        words = list(dict.fromkeys(tokens + pairs(tokens)))
        rarity = np.array([self._lexical.rarity(word) for word in words])
        in_text, in_heading = self._there(texts, words), self._there(headings, words)
        told = np.array([word not in STOP_SYLLABLES for word in words], dtype=bool)
        paired = np.array(["_" in word for word in words], dtype=bool)
        number = np.array([word[0].isdigit() for word in words], dtype=bool) & ~paired
        found = {
            "lexical": lexical / max(float(lexical.max()), 1e-9),
            "dense": dense,
            "dense_to_best": dense / max(float(dense.max()), 1e-9),
            "lexical_rank": _reciprocal_rank(lexical),
            "dense_rank": _reciprocal_rank(dense),
            "syllables": _share(in_text, rarity * (told & ~paired)),
            "syllables_in_heading": _share(in_heading, rarity * (told & ~paired)),
            "pairs": _share(in_text, rarity * paired),
            "pairs_in_heading": _share(in_heading, rarity * paired),
            "heading_asked": in_heading @ (rarity * told) / self._heading_weights[positions],
            "length": np.log1p(np.diff(texts.indptr)) / 8,
            "heading_length": np.log1p(np.diff(headings.indptr)) / 4,
            "numbers": _share(in_text, rarity * number),
        }
        found |= self._met(question, positions) | self._cued(question, positions)
        return np.stack([found[name] for name in NAMES], axis=1).astype(np.float32)

    def _there(self, rows: sparse.csr_matrix, words: Sequence[str]) -> Values:
        """Whether each row has each word, 0 or 1, shape (rows, words).

        Rows are short and few, the vocabulary is long: its columns are not gone through.
        """
        there = np.zeros((rows.shape[0], len(words)))
        columns = self._lexical.columns(words)
        wanted = np.array([-1 if column is None else column for column in columns], dtype=np.int64)
        if len(wanted):
            order = np.argsort(wanted)
            at = np.minimum(np.searchsorted(wanted[order], rows.indices), len(wanted) - 1)
            met = wanted[order][at] == rows.indices
            of_row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
            there[of_row[met], order[at[met]]] = 1
        return there

    def _met(self, question: str, positions: NDArray[np.int64]) -> dict[str, Values]:
        """How near the nearest word of a passage comes to each word of the question.

        Late interaction as in Khattab, Zaharia: "ColBERT" (SIGIR 2020), with the vectors of a
        static model, so that all nearnesses are known before a passage is looked at.
        """
        tokens = self._static.tokens(question)
        rows = self._tokens[positions]
        best = np.zeros((max(1, len(tokens)), len(positions)))
        filled = np.flatnonzero(np.diff(rows.indptr))
        if len(tokens) and len(filled):
            near = self._static.nearness(tokens)
            best[:, filled] = np.maximum.reduceat(
                near[:, rows.indices], rows.indptr[filled], axis=1
            )
        loud = self._static.loudness(tokens) if len(tokens) else np.ones(1)
        rare = self._rarity_of_tokens[tokens] if len(tokens) else np.ones(1)
        return {
            "words_met": loud @ best / loud.sum(),
            "words_met_by_rarity": rare @ best / max(float(rare.sum()), 1e-9),
            "word_met_least": best.min(axis=0),
            "words_met_best": np.sort(best, axis=0)[-_BEST_WORDS:].mean(axis=0),
        }

    def _cued(self, question: str, positions: NDArray[np.int64]) -> dict[str, Values]:
        folded = fold(question)
        found = {}
        for cue, (asks, _) in CUES.items():
            asked = float(re.search(asks, folded) is not None)
            answers = self._cues[cue][positions]
            found[f"{cue}_answered"] = asked * answers
            found[f"{cue}_unanswered"] = asked * (1 - answers)
        return found

    def _token_columns(self) -> NDArray[np.int64]:
        """The column of each token's term; -1 where no passage has it."""
        found = self._lexical.columns(self._static.terms)
        return np.array([-1 if column is None else column for column in found], dtype=np.int64)

    def _tokens_at(self, columns: NDArray[np.int64]) -> sparse.csr_matrix:
        """Which tokens of the model each passage has: ones, shape (passages, tokens)."""
        there = columns >= 0
        chosen = sparse.csr_matrix(
            (np.ones(int(there.sum()), dtype=np.int8), (columns[there], np.flatnonzero(there))),
            shape=(self._texts.shape[1], len(columns)),
        )
        return (self._texts @ chosen).tocsr()

    def _cued_passages(self) -> dict[str, Values]:
        """Whether each passage has a term of a cue, 0 or 1."""
        found = {}
        for cue, (_, answers) in CUES.items():
            columns = self._lexical.columns_like(re.compile(answers))
            found[cue] = (np.diff(self._texts[:, columns].indptr) > 0).astype(np.float64)
        return found


def _share(there: Values, weights: Values) -> Values:
    """Share of the words, by weight, that each passage has; 1 where nothing has weight."""
    total = float(weights.sum())
    return np.asarray(there @ weights / total) if total else np.ones(len(there))


def _reciprocal_rank(scores: NDArray[np.float32]) -> Values:
    places = np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    return 1 / (1.0 + places)
