"""How many chapters, articles or annexes a document has: told of that document, or not at all.

`ai ký, gồm mấy chương?`: whatever else counts chapters is of another document.
"""

from __future__ import annotations

import re
from functools import partial

from knowledge.answering.answer import Answer
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.indexing.index import Index
from knowledge.references.follow_up import own_words
from knowledge.references.parser import DOCUMENT
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_PART = r"(chuong|dieu|phu luc|khoan|trang)"
_ASKED = re.compile(rf"\b(?:may|bao nhieu|bn) {_PART}\b(?! (?:kien|trinh|muc|le|tra|chinh))")
_COUNT = r"(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_BESIDE_WORDS = "chuong dieu phu luc khoan trang gom co may tat ca tong cong kem theo"
_BESIDE = frozenset(_BESIDE_WORDS.split())
_ANY = 0.01


def asked(query: Query) -> list[str]:
    """The kinds of parts that are counted; none where more than that is asked."""
    parts = _ASKED.findall(fold(query.question))
    return [] if set(own_words(query.references).split()) - _BESIDE else parts


def answer(query: Query, index: Index) -> Answer | None:
    """The parts of the document named or talked about.

    Returns:
        None where more than that is asked, or of several documents; that it is not known where
        nothing in the knowledge counts them; which document is meant where none is.
    """
    parts = asked(query)
    if not parts:
        return None
    talked_about = query.before.document or next(iter(query.before.documents_told), "")
    numbers = query.references.values(DOCUMENT) or [talked_about]
    if numbers == [""]:
        return refusals.which_document(query)
    found = index.catalogue.find(numbers[0]) if len(numbers) == 1 else []
    if len(found) != 1:
        return None
    counts = partial(_counts, found[0].number, parts)
    return free.reply(query, index, counts, _ANY) or refusals.not_in(query, found[0])


def _counts(number: str, parts: list[str], passage: Passage) -> bool:
    folded = fold(passage.text)
    of_it = passage.document == number
    return of_it and any(
        re.search(rf"\b{_COUNT} {part}\b(?! (?:kien|\d))", folded) for part in parts
    )
