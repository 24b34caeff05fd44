"""Nothing answers the question: says so, names what is near, offers what may be meant."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer
from knowledge.answering.outside import refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.searching import doubt
from knowledge.answering.searching.candidates import NARROW_THRESHOLD, Found, candidates
from knowledge.indexing.index import Index

_NEAREST = 4


def answer(query: Query, index: Index) -> Answer:
    """A refusal: of another field, or of what the knowledge does not hold."""
    found = candidates(query, index.retriever)[:_NEAREST]
    confidence = found[0].confidence if found else 0.0
    knows = index.retriever.lexical.knows
    of_the_field = query.follows or scope.is_in(query, confidence)
    if not of_the_field and not scope.sounds_like_it(query.question, knows):
        return refusals.abstain(query, confidence)
    near = [one for one in found if one.confidence >= NARROW_THRESHOLD]
    first = index.catalogue.regulations.get(near[0].passage.document) if near else None
    return _with_choices(refusals.unknown(query, first, confidence), near)


def _with_choices(said: Answer, near: list[Found]) -> Answer:
    """What the knowledge does hold that is near, as questions to choose from."""
    choices = doubt.choices(near)
    if not choices:
        return said
    offered = f"Kho trả lời được những câu gần đó:\n{wording.bullets(choices)}"
    return replace(said, text=wording.paragraphs(said.text, offered), suggestions=choices)
