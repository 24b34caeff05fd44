"""Phrasings asked of an index from which they are left out: what a network can learn from.

Asked of the index that holds it, a phrasing would be found by every one of its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever


def asked(
    retriever: Retriever, accept: Callable[[Passage], bool]
) -> Iterator[tuple[str, int, Retriever]]:
    """Every phrasing, with its passage and a retriever that holds the other half of them only.

    Args:
        retriever: of the serving index.
        accept: passages it is false for are not asked for.

    Yields:
        A phrasing, the position of its passage, and the retriever to ask.
    """
    said = [passage.phrasings for passage in retriever.passages]
    for half in range(2):
        kept = retriever.with_phrasings([texts[half::2] for texts in said])
        for position, texts in enumerate(said):
            if accept(retriever.passages[position]):
                for text in texts[1 - half :: 2]:
                    yield text, position, kept
