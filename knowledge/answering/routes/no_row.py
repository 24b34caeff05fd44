"""A matter that no row of a criteria table is known by, and the texts that may tell of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answering.answer import Answer
from knowledge.answering.criteria import unnamed
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.answering.searching.confidence import coverage
from knowledge.corpus.fields import Level
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import GROUP, REGION
from knowledge.references.syllable import is_syllable
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

Accept = Callable[[Passage], bool]
_SURE = 0.7
# A criterion, not a set of them.
_A_CRITERION = re.compile(r"(?<!bo )\b(?:tieu chi|chi tieu)\b(?! (?:cua bo|nao|so|may))")
# Of the matter asked about so much must stand in a text that is to answer instead of a row.
_ON_IT = 0.75
_LEAST_OF_IT = 0.4


def answer(query: Query, index: Index) -> Answer | None:
    """The decision that governs a criterion of a title which no row is known by.

    None where that is not asked, or where a text says on what the matter rests.
    """
    of_title = query.context.level not in (None, Level.COMMUNE.value)
    named = query.topic and _A_CRITERION.search(fold(query.question))
    if not (named and of_title and query.wants(Aspect.BASIS)):
        return None
    if query.follows or query.names_documents or not all(map(is_syllable, query.topic.split())):
        return None
    on_it = _on(query.topic, index, candidates.fitting(query), _ON_IT)
    return None if free.reply(query, index, on_it, _SURE) else unnamed.answer(query, index)


def on_the_matter(query: Query, index: Index, accept: Accept) -> Accept:
    """Texts on thresholds by region are much alike: the matter must be that asked about."""
    of_region = any(query.references.values(kind) for kind in (REGION, GROUP))
    of_level = query.wants(Aspect.REQUIREMENT) or not query.aspects
    if not (query.topic and of_region and of_level) or query.follows:
        return accept
    return _on(query.topic, index, accept, _LEAST_OF_IT)


def _on(topic: str, index: Index, accept: Accept, least: float) -> Accept:
    """Accepts what has at least a share of the words of a matter."""

    def on_it(passage: Passage) -> bool:
        return coverage(topic, passage, index.retriever, pairing=False) >= least and accept(passage)

    return on_it
