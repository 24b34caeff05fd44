"""Runs the retriever that serves the answers over a test set, with parts on and off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import StorageError
from knowledge.evaluation import ranking
from knowledge.evaluation.beir import TestSet
from knowledge.evaluation.ranking import Figures
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import Reranker
from knowledge.retrieval.retriever import DENSE_WEIGHT, Retriever
from knowledge.text import strip_diacritics

DEPTH = 100
# The share of the dense score in each way of searching, and whether the best are reranked; the
# last one serves the answers.
PARTS: dict[str, tuple[float, bool]] = {
    "lexical": (0.0, False),
    "dense": (1.0, False),
    "lexical,dense": (DENSE_WEIGHT, False),
    "lexical,dense,rerank": (DENSE_WEIGHT, True),
}
LEXICAL, SERVED = "lexical", "lexical,dense,rerank"


@dataclass(frozen=True)
class Run:
    """What one combination of parts found.

    Attributes:
        parts: the parts that were on, one of `PARTS`.
        hits: the results of each query, best first.
        figures: how good they are.
        milliseconds: mean time of a query.
    """

    parts: str
    hits: dict[str, list[Hit]]
    figures: Figures
    milliseconds: float

    @property
    def documents(self) -> list[list[str]]:
        """The ids found for each query, best first."""
        return [[hit.passage.document for hit in found] for found in self.hits.values()]


def retriever_of(passages: Sequence[Passage], model: EmbeddingModel) -> Retriever:
    """The retriever over documents that stand in no knowledge folder; so without a lexicon."""
    lexical = LexicalIndex.build(passages)
    vectors = model.encode_passages([passage.embedded_text() for passage in passages])
    reranker = Reranker.over(passages, lexical, model)
    return Retriever(passages, lexical, DenseIndex.build(vectors), model, reranker=reranker)


def run(
    retriever: Retriever,
    test: TestSet,
    parts: str,
    *,
    fold: bool = False,
    track: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Run:
    """Asks every query, one at a time as in service.

    Args:
        retriever: over the documents of the test set.
        test: the queries and what answers them.
        parts: one of `PARTS`.
        fold: whether the queries lose their diacritics first.
        track: shows the progress over the queries.
    """
    weight, rerank = PARTS[parts]
    retriever.search("khởi động", dense_weight=weight, rerank=rerank)  # loads the model
    hits, spent = {}, 0.0
    for query in track(test.queries):
        text = strip_diacritics(test.queries[query]) if fold else test.queries[query]
        start = time.perf_counter()
        hits[query] = retriever.search(text, DEPTH, dense_weight=weight, rerank=rerank)
        spent += time.perf_counter() - start
    documents = [[hit.passage.document for hit in found] for found in hits.values()]
    relevant = [test.relevant[query] for query in test.queries]
    return Run(parts, hits, ranking.figures(documents, relevant), 1000 * spent / len(hits))


def gain(done: Run, other: Run, test: TestSet) -> tuple[float, float, float]:
    """By how much R@1 of a run exceeds that of another, and the 95 % interval of that."""
    relevant = [test.relevant[query] for query in test.queries]
    better, worse = (ranking.first_is_right(each.documents, relevant) for each in (done, other))
    return (float((better - worse).mean()), *ranking.paired_interval(better, worse))


def write_trec(done: Run, file: Path) -> None:
    """Writes the results in the form of TREC: query, Q0, document, rank, score, tag.

    The score falls with the rank; it is not that of the search.

    Raises:
        StorageError: the file cannot be written.
    """
    lines = [
        f"{query} Q0 {hit.passage.document} {rank} {1 / rank:.6f} {done.parts}\n"
        for query, found in done.hits.items()
        for rank, hit in enumerate(found, start=1)
    ]
    try:
        file.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise StorageError(f"không ghi được vào {file}: {error.strerror or error}") from error
