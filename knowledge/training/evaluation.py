"""Retrieval on documents the model has never seen: from a title or a question to the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from knowledge import json_lines
from knowledge.text import pairs, syllables
from knowledge.training.articles import Article, telling_titles

# Share of the embedding in the fused score; above a third it costs recall.
DENSE_WEIGHT = 0.25
K1 = 1.2
B = 0.75

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Figures:
    """How often the right article is found, between 0 and 1.

    Attributes:
        recall_at_1: share of the queries whose article comes first.
        recall_at_10: share of the queries whose article is among the first ten.
        mrr_at_10: mean of 1/rank, 0 beyond the tenth.
    """

    recall_at_1: float
    recall_at_10: float
    mrr_at_10: float


@dataclass(frozen=True)
class Report:
    """The figures of each way of searching, and what they were measured on."""

    queries: int
    passages: int
    dense: Figures
    bm25: Figures
    fused: Figures

    def rows(self) -> list[tuple[str, Figures]]:
        """Name and figures of each way of searching."""
        return [
            ("embedding alone", self.dense),
            ("BM25 over folded syllables and pairs", self.bm25),
            (f"fusion ({1 - DENSE_WEIGHT:.2f} BM25 + {DENSE_WEIGHT:.2f} embedding)", self.fused),
        ]


def held_out_queries(
    training: Sequence[Article], held_out: Sequence[Article]
) -> dict[str, Article]:
    """Held-out articles by title, where no other article bears the title."""
    unseen = set(held_out)
    telling = telling_titles([*held_out, *training]).values()
    return {article.title: article for article in telling if article in unseen}


def read_questions(file: Path, articles: Sequence[Article]) -> dict[str, Article]:
    """The articles that questions ask for.

    Args:
        file: JSON Lines of `question`, and the `document` and `article` it is about.
        articles: where to look for them; questions about others are left out.

    Raises:
        DocumentError: the file cannot be read, or a line is not such a question.
    """
    known = {(article.document, article.number): article for article in articles}
    found = {}
    for _, record in json_lines.records(file, ("question", "document", "article")):
        article = known.get((record["document"], record["article"]))
        if article:
            found[record["question"]] = article
    return found


def evaluate(
    model: SentenceTransformer,
    queries: Mapping[str, Article],
    articles: Sequence[Article],
    text_of: Callable[[Article], str],
) -> Report:
    """Looks up each query's article among all articles.

    Args:
        model: embeds queries and texts.
        queries: the article that each is about.
        articles: all that are searched.
        text_of: the text of an article that is searched.

    Raises:
        ValueError: there are no queries.
    """
    if not queries:
        raise ValueError("no queries to measure on")
    position = {article: place for place, article in enumerate(articles)}
    targets = np.array([position[article] for article in queries.values()])
    texts = [text_of(article) for article in articles]
    dense = dense_scores(model, list(queries), texts)
    lexical = bm25_scores(list(queries), texts)
    fused = (1 - DENSE_WEIGHT) * _scaled(lexical) + DENSE_WEIGHT * _scaled(dense)
    return Report(
        queries=len(queries),
        passages=len(texts),
        dense=figures(dense, targets),
        bm25=figures(lexical, targets),
        fused=figures(fused, targets),
    )


def dense_scores(
    model: SentenceTransformer, queries: Sequence[str], texts: Sequence[str]
) -> Scores:
    """Cosines, one row a query."""
    first = model.encode(list(queries), show_progress_bar=False)
    second = model.encode(list(texts), batch_size=256, show_progress_bar=False)
    scores: Scores = np.asarray(first @ second.T, dtype=np.float32)
    return scores


def bm25_scores(queries: Sequence[str], texts: Sequence[str]) -> Scores:
    """BM25 (Robertson and Zaragoza, 2009) over syllables and pairs, one row a query."""
    asked = [_terms(query) for query in queries]
    number = {term: place for place, term in enumerate({term: None for q in asked for term in q})}
    found: list[list[tuple[int, int]]] = [[] for _ in number]
    lengths = np.zeros(len(texts), dtype=np.float32)
    for text_number, text in enumerate(texts):
        terms = _terms(text)
        lengths[text_number] = len(terms)
        for term, often in Counter(term for term in terms if term in number).items():
            found[number[term]].append((text_number, often))
    penalty = K1 * (1 - B + B * lengths / lengths.mean())
    postings = []
    for entries in found:
        where = np.array([entry[0] for entry in entries], dtype=np.int64)
        count = np.array([entry[1] for entry in entries], dtype=np.float32)
        idf = np.log1p((len(texts) - len(entries) + 0.5) / (len(entries) + 0.5))
        postings.append((where, idf * count * (K1 + 1) / (count + penalty[where])))
    scores: Scores = np.zeros((len(queries), len(texts)), dtype=np.float32)
    for row, terms in zip(scores, asked, strict=True):
        for term in terms:
            where, weight = postings[number[term]]
            row[where] += weight
    return scores


def _terms(text: str) -> list[str]:
    tokens = syllables(text)
    return tokens + pairs(tokens)


def _scaled(scores: Scores) -> Scores:
    """Each row from 0 to 1, so that cosines and BM25 scores can be added."""
    low = scores.min(axis=1, keepdims=True)
    span = scores.max(axis=1, keepdims=True) - low
    scaled: Scores = (scores - low) / np.maximum(span, 1e-9)
    return scaled


def figures(scores: Scores, targets: NDArray[np.int64]) -> Figures:
    """Recall and reciprocal rank of the targets.

    Args:
        scores: shape (queries, passages).
        targets: position of the passage meant, one a query.
    """
    own = scores[np.arange(len(targets)), targets][:, None]
    # Ties count against us: equal scores are no merit.
    ranks = (scores >= own).sum(axis=1)
    return Figures(
        recall_at_1=float((ranks == 1).mean()),
        recall_at_10=float((ranks <= 10).mean()),
        mrr_at_10=float(np.where(ranks <= 10, 1 / ranks, 0).mean()),
    )
