"""`Cụ thể hơn đi`, `còn gì nữa không?`, `sao lại thế?`: more of what was told, or the reason.

A message that says nothing else is answered with what the documents told of last say besides;
where they say nothing more, that is said, and where the original can be read.
"""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import told
from knowledge.answering.query import Query, resolve
from knowledge.answering.searching import candidates, free
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references import follow_up, remarks
from knowledge.references.aspect import OF_RELATIONS, Aspect
from knowledge.references.aspects import aspects
from knowledge.retrieval.passage import Passage

# What a question on the same matter must be answered with at least, to be more of it.
_NEAR = 0.4
# `sao lại tụt nhiều thế`: what the reason is asked of may be said again in a word.
_FEW = 1
_SAID = frozenset({Aspect.REQUIREMENT, Aspect.ABOUT, Aspect.LIST})


def answer(query: Query, index: Index) -> Answer | None:
    """More of what was told, or its reason; None where a message asks something else."""
    why = remarks.asks_why(query.question)
    own = follow_up.own_words(query.references).split()
    bare = not query.references.mentions and len(own) <= (_FEW if why else 0)
    asked = set(aspects(query.question)) - _SAID
    numbers = told.read(query.before)
    if not (query.follows and bare and numbers) or asked & (OF_RELATIONS | {Aspect.DIFFERENCE}):
        return None
    if why:
        return _no_reason(query, index, numbers)
    counted = query.before.aspect == Aspect.COUNT.value and Aspect.LIST in aspects(query.question)
    if asked or counted or not remarks.asks_more(query.question):  # `liệt kê hết ra` once counted
        return None
    return _more(query, index, numbers) or _nothing_more(query, index, numbers)


def _more(query: Query, index: Index, numbers: list[str]) -> Answer | None:
    """The next passage on the matter, after the one that was told."""
    row = query.before.address
    earlier = resolve(query.before.subject or "", query.today, query.before.without_subject())

    def besides(passage: Passage) -> bool:
        of_told = passage.document in numbers and not (passage.row or passage.note)
        of_told = of_told and passage.known and not passage.overview
        return of_told and (row is None or row in passage.criteria)

    found = candidates.candidates(earlier, index.retriever, besides)
    found = [one for one in found if one.confidence >= _NEAR][:2]
    further = found if row else found[1:]  # of a row its threshold was told, and no passage
    return free.answer(query, index.catalogue, further[:1]) if further else None


def _no_reason(query: Query, index: Index, numbers: list[str]) -> Answer:
    return not_said(query, index, numbers, "Kho không nêu lý do của việc này.")


def _nothing_more(query: Query, index: Index, numbers: list[str]) -> Answer:
    return not_said(query, index, numbers, "Kho không có gì chi tiết hơn về việc này.")


def not_said(query: Query, index: Index, numbers: list[str], said: str) -> Answer:
    """That something is not said, and where the original of what was told of can be read."""
    known = index.catalogue.regulations
    about: list[Regulation] = [known[number] for number in numbers if number in known][:1]
    where = [f"Anh/chị xem nguyên văn {wording.named(regulation)}." for regulation in about]
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        wording.paragraphs(said, *where),
        query.today,
        citations=tuple(citing.of_regulation(regulation) for regulation in about),
    )
