"""How likely a retrieved passage answers a question: a logistic model of a few plain features.

The weights in `confidence.json` are fitted by `python -m knowledge.training.confidence`
to the golden questions that may be tuned on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path

from knowledge.retrieval.hits import Hit
from knowledge.retrieval.lexical import STOP_SYLLABLES, fields_of, terms
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever
from knowledge.text import pairs, syllables

WEIGHTS = Path(__file__).with_name("confidence.json")
_PAIR_SHARE = 0.5
# What only a phrasing has may be the talk around a question: it counts less.
_PHRASED_SHARE = 0.3
_PHRASINGS = "phrasings"
# What a person has reached need not be in the rule that it is judged by.
_QUANTITY = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:%|phần trăm|phan tram|triệu|trieu|tỷ|ty\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Features:
    """What is known of a candidate; each roughly between -1 and 1.

    Attributes:
        coverage: share of the question's content that the passage contains.
        score: fused retrieval score.
        dense: cosine similarity.
        margin: retrieval score above that of the best other candidate.
        timely: whether its time is the one asked about.
        numbers: share of the question's numbers, but for quantities, that it contains; else 1.
        overview: 1 for the introduction of a document.
        known: 1 where it tells a fact, 0 where it tells what is not known.
    """

    coverage: float
    score: float
    dense: float
    margin: float
    timely: float
    numbers: float
    overview: float
    known: float


@dataclass(frozen=True)
class Model:
    """Weights by feature, and the constant.

    The golden questions cannot tell what a chance is worth: the knowledge has taken up their
    words since. Its weight was chosen on messages and conversations that it has not
    (docs/tim-kiem.md), and fitting leaves it as it is.

    Attributes:
        weights: of the features, in their order.
        constant: added to them.
        chance: weight of the chance that of all texts a candidate is the one meant.
        weighed: added where that chance is known.
    """

    weights: tuple[float, ...]
    constant: float
    chance: float = 0.0
    weighed: float = 0.0

    @classmethod
    @lru_cache(maxsize=1)
    def shipped(cls) -> Model:
        """The model beside this module."""
        stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return cls(
            tuple(stored["weights"][field.name] for field in fields(Features)),
            *(stored[name] for name in ("constant", "chance", "weighed")),
        )

    def probability(self, features: Features, chance: float | None = None) -> float:
        """The probability that a passage with these features answers, 0 to 1.

        Args:
            features: of the passage.
            chance: that of all texts it is the one meant; None where texts were not weighed.
        """
        pairs_of = zip(self.weights, astuple(features), strict=True)
        logit = self.constant + sum(weight * value for weight, value in pairs_of)
        if chance is not None:
            logit += self.weighed + self.chance * chance
        return 1 / (1 + math.exp(-logit))


def of_candidate(
    question: str,
    hit: Hit,
    rivals: Sequence[Hit],
    retriever: Retriever,
    *,
    timely: float,
) -> Features:
    """The features of one candidate.

    Args:
        question: what a passage must contain.
        hit: the candidate.
        rivals: all candidates.
        retriever: that found them.
        timely: as judged by the caller.
    """
    passage = hit.passage
    return Features(
        coverage=coverage(question, passage, retriever),
        score=hit.score,
        dense=hit.dense,
        margin=hit.score - max((rival.score for rival in rivals if rival is not hit), default=0.0),
        timely=timely,
        numbers=_numbers(question, passage),
        overview=float(passage.overview),
        known=float(passage.known),
    )


def coverage(
    question: str, passage: Passage, retriever: Retriever, *, pairing: bool = True
) -> float:
    """Share of the question's content that the passage contains, 0 to 1.

    An everyday word counts as contained where the passage has its official term, and in part
    where only its phrasings have it.

    Args:
        question: what the passage must contain.
        passage: as stored.
        retriever: knows how rare the words are.
        pairing: whether neighbours must be neighbours in the passage as well.
    """
    tokens = syllables(question)
    there, phrased = _own_terms(passage), _terms(fields_of(passage)[_PHRASINGS])
    met: set[int] = set()
    for word in retriever.lexicon.find(question):
        if any(set(syllables(meant)) <= there for meant in word.means):
            met |= set(range(word.first, word.last))
    total = found = 0.0
    for position, token in enumerate(tokens):
        if token not in STOP_SYLLABLES:
            weight = retriever.lexical.rarity(token)
            total += weight
            own = token in there or position in met
            found += weight * (1.0 if own else _PHRASED_SHARE * (token in phrased))
    for position, pair in enumerate(pairs(tokens) if pairing else ()):
        weight = _PAIR_SHARE * retriever.lexical.rarity(pair)
        total += weight
        own = pair in there or {position, position + 1} <= met
        found += weight * (1.0 if own else _PHRASED_SHARE * (pair in phrased))
    return found / total if total else 0.0


def _numbers(question: str, passage: Passage) -> float:
    named = _QUANTITY.sub(" ", question)
    asked = {token for token in syllables(named) if any(char.isdigit() for char in token)}
    return len(asked & terms_of(passage)) / len(asked) if asked else 1.0


def terms_of(passage: Passage) -> frozenset[str]:
    """The syllables of a passage and its phrasings, and their pairs of neighbouring ones."""
    return frozenset().union(*map(_terms, fields_of(passage).values()))


def _own_terms(passage: Passage) -> frozenset[str]:
    texts = (text for field, text in fields_of(passage).items() if field != _PHRASINGS)
    return frozenset().union(*map(_terms, texts))


@lru_cache(maxsize=20_000)
def _terms(text: str) -> frozenset[str]:
    """The passages are asked for their terms again and again."""
    return frozenset(terms(text))
