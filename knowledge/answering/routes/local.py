"""What is asked of one place: its own decisions, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer
from knowledge.answering.comparing import by_province
from knowledge.answering.documents import document
from knowledge.answering.outside import refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion, done_there, reported
from knowledge.answering.searching import candidates, free, ordinal, own_set
from knowledge.answering.searching.confidence import coverage
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Nature
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import OF_FIELDS, OF_RELATIONS, OF_VALIDITY, Aspect
from knowledge.references.parser import DOCUMENT, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# Share of the matter asked about that a passage on the place must have.
_ABOUT_IT = 0.3
_ON_THE_AMOUNT = 0.5
_PLAINLY = 0.85
# What became of the work in a place, or how many of anything there are in it.
_OUTCOME = re.compile(
    r"\b(?:ket qua|thanh tich|thanh tuu|tinh hinh|bai hoc|kinh nghiem|lam (?:den|toi) dau|"
    r"(?:dat|lam) duoc (?:nhung )?gi)\b"
)


def of_province(query: Query, index: Index) -> Answer | None:
    """What the knowledge tells of a province that the message names; None where it does not."""
    accept = free.about_province(query, index.catalogue)
    if _names_a_provincial_document(query, index.catalogue):
        return None
    if accept and (told := by_province.answer(query, index) or ordinal.answer(query, index)):
        return told
    if own_set.is_missing(query, index):
        return refusals.nothing_of(query, query.references.values(PROVINCE))
    if _asks_for_the_outcome(query) or done_there.asked(query):
        return _outcome(query, index, accept)
    if accept is None:
        return None
    if not (query.topic or query.names_the_set or query.wants(Aspect.BASIS) or query.follows):
        return None
    if query.follows and query.before.row and not follow_up.own_words(query.references):
        return None  # `còn ở Hà Giang?` after a threshold of the whole country

    def on_the_matter(passage: Passage) -> bool:
        of_it = coverage(query.topic, passage, index.retriever, pairing=False)
        return accept(passage) and of_it >= _ABOUT_IT

    if _names_a_row(query, index) and not free.reply(
        query, index, on_the_matter, candidates.NARROW_THRESHOLD
    ):
        return None  # that the province has a set of its own says nothing of the school criterion
    reply = free.reply(query, index, accept, candidates.NARROW_THRESHOLD)
    if reply is None:
        return None
    decision = index.catalogue.regulations.get(reply.citations[0].document)
    if decision and decision.provinces and query.wants(*OF_RELATIONS, *OF_VALIDITY):
        return _of_the_field(query, document.answer(query, index.catalogue, [decision]), reply)
    of_rule = query.wants(Aspect.REQUIREMENT) and not query.wants(Aspect.RESULT)
    if of_rule and decision and decision.provinces and query.names_documents:
        return None  # `ở Lào Cai theo QĐ 1980`: what that one demands there, not the province
    if reply.abstained and (of_rule or not scope.is_in(query)):
        return None
    return reply


def _of_the_field(query: Query, field: Answer, told: Answer) -> Answer:
    """The field that is asked for; where it was but asked before and is not known, what is told."""
    if not field.abstained or set(query.own_aspects) & OF_FIELDS:
        return field
    return replace(told, text=wording.paragraphs(told.text, field.direct))


def _names_a_row(query: Query, index: Index) -> bool:
    asked = "tieu chi" in fold(query.question) or "chi tieu" in fold(query.question)
    return asked and criterion.by_its_name(query, index, least=_PLAINLY) is not None


def _asks_for_the_outcome(query: Query) -> bool:
    """Whether it is asked what became of the work in the province that the message names."""
    named = bool(query.references.values(PROVINCE)) and not query.names_documents
    return named and _OUTCOME.search(fold(query.question)) is not None


def _outcome(query: Query, index: Index, accept: free.Accept | None) -> Answer:
    """What is reported of a province; what it laid down, or the country reached, is not that."""
    named = sorted(query.references.values(PROVINCE))
    aims = done_there.aimed(query)
    # An amount is told only by what is on the matter, not by all that is told of the place.
    matter = query.topic if done_there.counts(query) else ""

    def on_it(passage: Passage) -> bool:
        return not matter or (
            coverage(matter, passage, index.retriever, pairing=False) >= _ON_THE_AMOUNT
        )

    def as_reported(passage: Passage) -> bool:
        about = accept is not None and accept(passage)
        return about and on_it(passage) and (aims or passage.nature is Nature.ARTICLE_SUMMARY)

    found = free.reply(query, index, as_reported, candidates.NARROW_THRESHOLD)
    elsewhere = None if found else reported.told_elsewhere(query, index, named, on_it)
    return found or elsewhere or refusals.nothing_of(query, named)


def of_another_province(query: Query, index: Index) -> Answer | None:
    """A province of which nothing is known, after what was told of another one.

    What holds there, or in the whole country, is no answer to `thế Nghệ An?`.
    """
    catalogue = index.catalogue
    named = set(query.references.values(PROVINCE))
    of_row = query.before.address
    alone = query.follows and not of_row and not follow_up.own_words(query.references)
    of_document = query.names_documents or document.asks_for_a_field(query)
    if (
        named
        and alone
        and not of_document
        and (reply := reported.told_elsewhere(query, index, sorted(named)))
    ):
        return reply
    last = query.before.document or ""
    told = [*catalogue.find(last), *filter(None, [catalogue.articles.get(last)])]
    of_others = bool(told) and all(set(one.provinces) - named for one in told)
    if not (named and query.follows and of_others) or follow_up.own_words(query.references):
        return None
    return refusals.nothing_of(query, sorted(named))


def _names_a_provincial_document(query: Query, catalogue: Catalogue) -> bool:
    named = catalogue.find_all(query.references.values(DOCUMENT))
    return any(regulation.provinces for regulation in named)
