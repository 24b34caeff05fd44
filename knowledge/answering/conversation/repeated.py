"""What was told last is told again only to a message that it answers.

A follow-up that nothing else is found for is met with the passage told before it. That is right
where the passage says, in one sentence, what the message names and the kind of thing it asks for:
a share, a number, a document, a day. Where it does not, the documents told of are searched further;
where they say nothing of it, that is said.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from knowledge.answering.answer import Answer, Kind
from knowledge.answering.claims import confirmation
from knowledge.answering.conversation import asking_more, told
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up, remarks
from knowledge.references.aspects import subject
from knowledge.references.numbers import TYPES
from knowledge.references.parser import DOCUMENT, TIME, parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_RELATIVE = ("previous", "next")
_LOOKED_UP = (Kind.PROVISION, Kind.ARTICLE)
_NOT_SAID = "Kho không nêu chi tiết này trong nội dung vừa trả lời."
_PERCENT = re.compile(
    r"\b(?:bao nhieu|may) ?(?:%|phan tram)|\b(?:ty le|phan tram) (?:la )?bao nhieu\b"
)
_MONEY = re.compile(r"\b(?:bao nhieu|may) (?:tien|trieu|ty|dong|nghin)\b")
_TOLD_AS = (
    (_PERCENT, re.compile(r"%|\blan\b")),
    (_MONEY, re.compile(r"\b(?:trieu|ty|dong|nghin)\b")),
)
# `bộ nào hướng dẫn` is a ministry, no set of criteria.
_WHICH = re.compile(
    rf"\b(?!bo nao (?:huong dan|ban hanh|phu trach))({'|'.join(TYPES)}) "
    r"(?:nao|gi|so may|so bao nhieu)\b"
)
_SENTENCES = re.compile(r"(?<=[.;])\s+|\n")
# Share of the message's own words that a sentence must have, and a passage looked for further.
_COVERED = 0.6
_FURTHER = 0.7
_ON_IT = 0.5


def lead(found: Answer) -> str | None:
    """What an answer told, in a few characters to know it by; None where it told nothing."""
    if found.abstained or not found.citations:
        return None
    return digest(found.direct)


def digest(said: str) -> str:
    """A few characters to know what was told by."""
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def noted(query: Query, found: Answer) -> Answer:
    """The answer, whose context knows what was told last."""
    said = lead(found) or query.before.lead
    return found.within(replace(found.context, lead=said))


def instead(query: Query, index: Index, found: Answer) -> Answer | None:
    """What is to be said where an answer is the last one again and does not fit the message."""
    again = found.kind in _LOOKED_UP and lead(found) == query.before.lead is not None
    if not (again and query.follows) or _confirms(query) or _says_it(query, index, found):
        return None
    return _further(query, index, found) or _not_said(query, index)


def _confirms(query: Query) -> bool:
    """Whether a message only asks back what was told."""
    asks = confirmation.asks(query) or confirmation.claims_a_quantity(query)
    return asks or remarks.goes_back(query.question) or remarks.asks_more(query.question)


def _says_it(query: Query, index: Index, found: Answer) -> bool:
    """Whether what was told has what the message asks for, beside what it names."""
    folded = fold(query.question)
    sentences = [fold(part) for part in _SENTENCES.split(found.direct) if part.strip()]
    which = _WHICH.search(folded)
    if which and not query.names_documents:
        return _names_one(found.direct, which[1])
    if parse(query.question).first(TIME) in _RELATIVE:
        return False  # the same of another period
    shape = next((told_as for asked, told_as in _TOLD_AS if asked.search(folded)), None)
    if shape is None:
        return True
    new = _new_words(query)
    if not new:
        return True
    return any(shape.search(one) and _has(one, new) for one in sentences)


def _names_one(said: str, noun: str) -> bool:
    """Whether the text names a document of the type asked for."""
    type_ = fold(TYPES[noun])
    if type_ == "van ban":
        return any(mention.kind == DOCUMENT for mention in parse(said).mentions)
    return re.search(rf"\b{type_} (?:so )?\d", fold(said)) is not None


def _new_words(query: Query) -> list[str]:
    """The message's own words that the question before it did not have."""
    before = set(subject(parse(query.before.subject or "").remainder).split())
    return [word for word in follow_up.own_words(query.references).split() if word not in before]


def _has(sentence: str, words: list[str]) -> bool:
    there = set(syllables(sentence))
    return sum(word in there for word in words) / len(words) >= _COVERED


def _further(query: Query, index: Index, found: Answer) -> Answer | None:
    """What else the documents told of say on it."""
    numbers = set(told.read(query.before))
    said = found.direct
    which = _WHICH.search(fold(query.question))
    own = follow_up.own_words(query.references)
    # `căn cứ văn bản nào để xét?`: on what was asked before, and naming a document
    words, least = (query.before.subject or "", _ON_IT) if which else (own, _FURTHER)

    def besides(passage: Passage) -> bool:
        if passage.document not in numbers or passage.note or passage.text in said:
            return False
        if which and not _names_one(passage.text, which[1]):
            return False
        return coverage(words, passage, index.retriever, pairing=not which) >= least

    other = free.reply(query, index, besides, told.ENOUGH) if words else None
    return other if other and other.direct != said else None


def _not_said(query: Query, index: Index) -> Answer:
    return asking_more.not_said(query, index, told.read(query.before), _NOT_SAID)
