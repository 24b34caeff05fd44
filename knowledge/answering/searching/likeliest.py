"""Which of the passages found is the one meant: a small network over all that speaks for each.

Its weights in `likeliest.json` are fitted by `python -m knowledge.training.likeliest` to messages
that were written about passages in other words than theirs. It weighs what the reranker of
retrieval weighs, and what only the question in its conversation tells. The probabilities are over
the best of the whole knowledge, wherever is searched: the best of one document may be unlikely.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.answering.query import Query
from knowledge.answering.searching import signs
from knowledge.corpus.fields import Nature
from knowledge.retrieval.evidence import NAMES
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import Network
from knowledge.retrieval.retriever import Retriever

WEIGHTS = Path(__file__).with_name("likeliest.json")
FEATURES = (*NAMES, "reranker", "timely", "overview", "known", "reported")
_POOL = 40
_LEAST = 1e-6
_SCALE = 10


def chances(query: Query, hits: Sequence[Hit], retriever: Retriever) -> list[float] | None:
    """The probability of each hit that it is the passage meant, 0 to 1.

    Args:
        query: the question.
        hits: passages found for its search text; none of them a row of a table.
        retriever: that found them.

    Returns:
        None with an embedding model that the network was not fitted with.
    """
    network = _network(retriever.weighing_model)
    weighed = features(query, hits, retriever) if network and hits else None
    if network is None or weighed is None:
        return None
    positions, values = weighed
    found = dict(zip(positions, network.probabilities(values), strict=True))
    return [float(found[hit.position]) for hit in hits]


def features(
    query: Query, hits: Sequence[Hit], retriever: Retriever
) -> tuple[tuple[int, ...], NDArray[np.float32]] | None:
    """The best passages of all and the hits, with the features of each.

    Returns:
        Their positions, and an array of shape (passages, `FEATURES`); None without a reranker.
    """
    weighed = retriever.evidence(query.search_text, _POOL, is_text, hits)
    if weighed is None:
        return None
    passages = [retriever.passages[position] for position in weighed.positions]
    told = [
        (
            signs.timely(query, passage),
            float(passage.overview),
            float(passage.known),
            float(passage.nature is Nature.ARTICLE_SUMMARY),
        )
        for passage in passages
    ]
    reranked = np.log(weighed.chances + _LEAST)[:, None] / _SCALE
    parts = (weighed.evidence, reranked, np.array(told))
    return weighed.positions, np.hstack(parts).astype(np.float32)


def is_text(passage: Passage) -> bool:
    """Whether a passage is of a text, and no row of a criteria table."""
    return not passage.row


@lru_cache(maxsize=2)
def _network(model: str | None) -> Network | None:
    return Network.shipped(model, WEIGHTS, FEATURES) if model else None
