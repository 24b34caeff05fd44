"""Hard negatives: passages whose words are those of a question, but which do not answer it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.corpus.fields import Nature
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.training.sources import Source

# The best that the lexical index finds; further down they are no longer hard.
_NEAREST = 10


def mined(sources: Sequence[Source]) -> dict[int, tuple[int, ...]]:
    """For each source with questions, the sources that its first question finds instead.

    Karpukhin and others: "Dense Passage Retrieval" (EMNLP 2020), where they come from BM25 too.

    Args:
        sources: what is searched; its questions are not.
    """
    passages = [
        Passage("", str(place), Nature.ORIGINAL, source.name, source.title, _text(source))
        for place, source in enumerate(sources)
    ]
    index = LexicalIndex.build(passages)
    found = {}
    for place, source in enumerate(sources):
        if source.questions:
            scores = index.scores(source.questions[0])
            nearest = np.argsort(-scores, kind="stable")[: _NEAREST + 1]
            found[place] = tuple(int(other) for other in nearest if other != place)
    return found


def _text(source: Source) -> str:
    return ". ".join(source.sentences)
