"""Nothing answers the question: says so, names what is near, offers what may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer
from knowledge.answering.outside import refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.searching import doubt
from knowledge.answering.searching.candidates import NARROW_THRESHOLD, Found, candidates
from knowledge.indexing.index import Index

# Of two that may be meant a text must be as likely as this to be offered. Of the messages in
# benchmarks/paraphrases that are not answered two in three then see the right one among three.
_LIKELY = 0.05


def answer(query: Query, index: Index) -> Answer:
    """A refusal: of another field, or of what the knowledge does not hold."""
    found = candidates(query, index.retriever)
    confidence = found[0].confidence if found else 0.0
    knows = index.retriever.lexical.knows
    of_the_field = query.follows or scope.is_in(query, confidence)
    if not of_the_field and not scope.sounds_like_it(query.question, knows):
        return refusals.abstain(query, confidence)
    near = _near(found)
    first = index.catalogue.regulations.get(near[0].passage.document) if near else None
    return _with_choices(refusals.unknown(query, first, confidence), near)


def _near(found: Sequence[Found]) -> list[Found]:
    """What may be meant, likeliest first; of a row, and without chances, the wording tells."""
    likely = [
        one
        for one in found
        if (one.confidence >= NARROW_THRESHOLD if one.chance is None else one.chance >= _LIKELY)
    ]
    return sorted(likely, key=_likelihood, reverse=True)


def _likelihood(found: Found) -> float:
    return found.confidence if found.chance is None else found.chance


def _with_choices(said: Answer, near: list[Found]) -> Answer:
    """What the knowledge does hold that is near, as questions to choose from."""
    choices = doubt.choices(near)
    if not choices:
        return said
    offered = f"Kho trả lời được những câu gần đó:\n{wording.bullets(choices)}"
    return replace(said, text=wording.paragraphs(said.text, offered), suggestions=choices)
