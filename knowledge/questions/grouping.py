"""Questions that ask the same in other words, put together.

Two questions belong together where they name the same figures and their
remaining words, weighed by rarity, are alike enough: `tiêu chí 17` and
`tiêu chí 18` are two gaps, however alike the rest is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from knowledge.questions.entry import Entry
from knowledge.references.spelling import repair
from knowledge.retrieval.lexical import terms
from knowledge.text import syllables

# Least cosine; tried on the golden questions, many of which ask the same twice.
_ALIKE = 0.4
_CONTEXT_NAME = re.compile(r"\b\w+=")


@dataclass(frozen=True)
class Group:
    """Questions that are alike, the most asked one first."""

    entries: tuple[Entry, ...]

    @property
    def times(self) -> int:
        """How often they were asked in all."""
        return sum(entry.times for entry in self.entries)


def groups(entries: Sequence[Entry]) -> list[Group]:
    """Groups of alike questions, the most asked first.

    The most asked question that belongs to no group yet begins one; all that are
    like it join.
    """
    ordered = sorted(entries, key=lambda entry: -entry.times)
    texts = [_text(entry) for entry in ordered]
    figures = [frozenset(t for t in syllables(text) if t[0].isdigit()) for text in texts]
    alike = _similarities(texts)
    free = set(range(len(ordered)))
    found = []
    for leader in range(len(ordered)):
        if leader not in free:
            continue
        near = set(np.flatnonzero(alike[[leader]].toarray()[0] >= _ALIKE).tolist())
        members = {at for at in near & free if figures[at] == figures[leader]} | {leader}
        free -= members
        found.append(Group(tuple(ordered[at] for at in sorted(members))))
    return sorted(found, key=lambda group: -group.times)


def _text(entry: Entry) -> str:
    """What was asked, with what it was understood to be about."""
    return repair(f"{entry.question} {_CONTEXT_NAME.sub('', entry.context)}")


def _similarities(texts: Sequence[str]) -> sparse.csr_matrix:
    """The cosine of every two texts, shape (texts, texts)."""
    counted = [Counter(terms(text)) for text in texts]
    seen = Counter(term for count in counted for term in count)
    columns = {term: column for column, term in enumerate(seen)}
    rarity = {term: np.log(1 + len(texts) / times) for term, times in seen.items()}
    rows, places, values = [], [], []
    for row, count in enumerate(counted):
        weights = {term: times * rarity[term] for term, times in count.items()}
        length = float(np.sqrt(sum(weight**2 for weight in weights.values()))) or 1.0
        rows += [row] * len(weights)
        places += [columns[term] for term in weights]
        values += [weight / length for weight in weights.values()]
    matrix = sparse.csr_matrix((values, (rows, places)), shape=(len(texts), len(columns)))
    return sparse.csr_matrix(matrix @ matrix.T)
