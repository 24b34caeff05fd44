"""Passages a second that the configured model embeds: `make bench-embedding`."""

from __future__ import annotations

import time

from benchmarks import corpus
from knowledge import settings
from knowledge.retrieval.embedding import EmbeddingModel

_SIZES = (100, 1000, 10_000)
_WORDS = 70


def main() -> None:
    """Embeds ever more passages; loading the model is told apart."""
    model = EmbeddingModel(settings.embedding_model())
    known = corpus.words()
    start = time.perf_counter()
    model.encode_passages(["xã nông thôn mới"])
    print(f"nạp mô hình: {time.perf_counter() - start:.2f} giây")
    print(" đoạn  giây  đoạn/giây")
    for size in _SIZES:
        texts = [" ".join(known[number : number + _WORDS]) for number in range(size)]
        start = time.perf_counter()
        model.encode_passages(texts)
        spent = time.perf_counter() - start
        print(f"{size:5} {spent:5.2f} {size / spent:9.0f}")


if __name__ == "__main__":
    main()
