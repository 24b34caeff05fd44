"""Time and memory of a full build, of adding one document, of loading: `make bench-building`.

Each step is measured in a process of its own, so that the peak is its own. Loading
the model for a few texts is told apart; a build that embeds many loads the library
of the model within its own time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import corpus, measuring
from knowledge import settings
from knowledge.indexing.build import build
from knowledge.indexing.index import load
from knowledge.retrieval.embedding import EmbeddingModel

_SIZES = (1_000, 10_000, 100_000)
_ONE = 50
"""Passages of the document that is added."""


def main() -> None:
    """Measures every size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--step", nargs=3, metavar=("STEP", "DOCUMENTS", "INDEX"))
    chosen = parser.parse_args()
    if chosen.step:
        name, documents, index = chosen.step
        model = EmbeddingModel(settings.embedding_model())
        start = time.perf_counter()
        model.encode_passages(["xã nông thôn mới"])
        loading = {"model": round(time.perf_counter() - start, 1)}
        work = partial(_step, name, Path(documents), Path(index), model)
        measuring.report(lambda: work() | loading)
        return
    print("   đoạn  bước            giây  giây CPU  nạp mô hình  đỉnh MB  thư mục chỉ mục MB")
    for size in chosen.passages:
        _measure(size)


def _measure(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents, index = Path(folder) / "documents", Path(folder) / "index"
        corpus.write(documents, size)
        for name in ("full", "nothing", "add", "load"):
            if name == "add":
                corpus.write(documents, _ONE, each=_ONE, first=90_000)
            found = measuring.step("benchmarks.building", name, documents, index)
            disk = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
            print(
                f"{found['passages']:7}  {name:12} {found['seconds']:7.1f}  {found['cpu']:8.1f}"
                f"  {found['model']:11.1f}"
                f"  {found['peak_mb']:7}  {disk / 1024**2:8.0f}",
                flush=True,
            )


def _step(name: str, documents: Path, index: Path, model: EmbeddingModel) -> dict[str, Any]:
    if name == "load":
        return {"passages": len(load(index, model).retriever.passages)}
    manifest = build([documents], index, model, report=lambda step: print(step, file=sys.stderr))
    return {"passages": manifest.counts["passages"]}


if __name__ == "__main__":
    main()
