"""Exact and approximate search at growing sizes: `make bench-dense`.

The texts are spliced from the running words of the shipped documents and embedded by
the configured model, so the vectors lie as close together as those of real passages do;
a question is a run of words out of a passage. Searches use one core. Recall compares
the approximate index with the exact one: the share of the nearest 10 (and of the 50
that the retriever asks for) that it finds.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from benchmarks import corpus, measuring
from knowledge import settings
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel

_SIZES = (10_000, 100_000, 1_000_000)
_QUESTIONS = 200
_DEPTH = 50
_BATCH = 10_000


def main() -> None:
    """Measures every size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--step", nargs=3, metavar=("STEP", "KIND", "FOLDER"))
    chosen = parser.parse_args()
    if chosen.step:
        faiss.omp_set_num_threads(1)
        name, kind, folder = chosen.step
        work = {"embed": _embed, "build": _build, "search": _search}[name]
        measuring.report(partial(work, kind, Path(folder)))
        return
    print("    đoạn  cách tìm     dựng (giây CPU)  tệp MB  nạp MB  ms/câu  recall@10  recall@50")
    for size in chosen.passages:
        _measure(size)


def _measure(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        measuring.step("benchmarks.dense", "embed", size, folder)
        for kind in ("exact", "approximate"):
            built = measuring.step("benchmarks.dense", "build", kind, folder)
            found = measuring.step("benchmarks.dense", "search", kind, folder)
            recalls = [_recall(Path(folder), kind, count) for count in (10, _DEPTH)]
            print(
                f"{size:8}  {kind:11}  {built['cpu']:15.1f}  {built['file_mb']:6}"
                f"  {found['grown_mb']:6}  {found['each_ms']:6.2f}"
                f"  {recalls[0]:9.3f}  {recalls[1]:9.3f}",
                flush=True,
            )


def _embed(size: str, folder: Path) -> dict[str, Any]:
    """Writes so many passages and the questions as vectors."""
    model, known, chance = (
        EmbeddingModel(settings.embedding_model()),
        corpus.words(),
        random.Random(1),
    )

    def run(least: int, most: int) -> str:
        start = chance.randrange(len(known) - most)
        return " ".join(known[start : start + chance.randint(least, most)])

    blocks: list[NDArray[np.float32]] = []
    questions: list[str] = []
    while (missing := int(size) - sum(map(len, blocks))) > 0:
        texts = [f"{run(20, 45)}; {run(20, 45)}" for _ in range(min(_BATCH, missing))]
        blocks.append(model.encode_passages(texts))
        for text in chance.sample(texts, _QUESTIONS) if not questions else ():
            words = text.split()
            start = chance.randrange(len(words) - 10)
            questions.append(" ".join(words[start : start + chance.randint(5, 10)]))
    np.save(folder / "vectors.npy", np.concatenate(blocks))
    np.save(folder / "questions.npy", model.encode_queries(questions))
    return {}


def _build(kind: str, folder: Path) -> dict[str, Any]:
    vectors = np.load(folder / "vectors.npy")
    target = folder / kind
    target.mkdir()
    DenseIndex.build(vectors, approximate=kind == "approximate").save(target)
    return {"file_mb": round(sum(file.stat().st_size for file in target.iterdir()) / 1024**2)}


def _search(kind: str, folder: Path) -> dict[str, Any]:
    questions = np.load(folder / "questions.npy")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    index = DenseIndex.load(folder / kind)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    found = np.full((len(questions), _DEPTH), -1)
    start = time.process_time()
    for row, question in enumerate(questions):
        positions, _ = index.search(question, _DEPTH)
        found[row, : len(positions)] = positions
    spent = time.process_time() - start
    np.save(folder / f"{kind}.npy", found)
    return {"grown_mb": round(grown / 1024), "each_ms": 1000 * spent / len(questions)}


def _recall(folder: Path, kind: str, count: int) -> float:
    wanted, found = np.load(folder / "exact.npy"), np.load(folder / f"{kind}.npy")
    shares = [
        len(set(row[:count]) & set(mine[:count])) / count
        for row, mine in zip(wanted, found, strict=True)
    ]
    return float(np.mean(shares))


if __name__ == "__main__":
    main()
