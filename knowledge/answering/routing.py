"""The order in which a question is tried: identifiers first, names next, retrieval last.

The first route that answers is taken. What comes earlier is surer of its own: personal data and
small talk are known by their wording, a follow-up by what it leans on, a place by its name.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answering.answer import Answer
from knowledge.answering.claims import count_now
from knowledge.answering.conversation import (
    article_field,
    asking_more,
    carried,
    each_told,
    going_on,
    group_of_row,
    made_of,
    not_laid_down,
    other_period,
    pointing,
    reach,
    report_day,
    row_elsewhere,
    row_then,
    sets_compared,
)
from knowledge.answering.criteria import (
    governing,
    groups,
    heir,
    named_elsewhere,
    own_group,
    region,
)
from knowledge.answering.documents import document, first_reading, same_day
from knowledge.answering.outside import (
    allotment,
    courtesy,
    own_result,
    refusals,
    small_talk,
    titles,
)
from knowledge.answering.query import Query
from knowledge.answering.routes import (
    by_document,
    by_words,
    criterion,
    local,
    papers,
    reported,
    row_talked_about,
    several,
    title_then,
    unmet,
)
from knowledge.answering.searching import matter, nationwide, two_tiers
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.follow_up import own_words
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR

Route = Callable[[Query, Index], Answer | None]


def answer(query: Query, index: Index) -> Answer:
    """Answers one question, read already, by the first route that does."""
    for route in _ROUTES:
        if reply := route(query, index):
            return reply
    return _by_what_it_names(query, index)


def _of_catalogue(route: Callable[[Query, Catalogue], Answer | None]) -> Route:
    return lambda query, index: route(query, index.catalogue)


def _personal(query: Query, index: Index) -> Answer | None:
    return refusals.personal(query) if refusals.is_personal(query) else None


def _small_talk(query: Query, index: Index) -> Answer | None:
    if name := small_talk.recognise(query):
        return courtesy.answer(query, name)
    begins = query.before.is_fresh
    return courtesy.noted(query) if begins and courtesy.states_a_place(query) else None


def _without_a_matter(query: Query, index: Index) -> Answer | None:
    return refusals.which_matter(query) if refusals.lacks_its_matter(query) else None


def _reach(query: Query, index: Index) -> Answer | None:
    return reach.answer(query, index.catalogue, index.retriever.passages)


def _report_day(query: Query, index: Index) -> Answer | None:
    return report_day.answer(query, index.catalogue, index.retriever.passages)


def _foreign(query: Query, index: Index) -> Answer | None:
    return refusals.out_of_scope(query) if going_on.is_foreign(query, index) else None


def _adding(query: Query, index: Index) -> Answer | None:
    return going_on.plainly(query, index) if going_on.adds_only(query) else None


def _row_then(query: Query, index: Index) -> Answer | None:
    if not row_then.is_asked(query, index):
        return None
    return criterion.by_its_name(query, index) or named_elsewhere.answer(query, index)


def _places(query: Query, index: Index) -> Answer | None:
    return reported.list_of_places(query, index) if reported.lists_places(query) else None


def _result(query: Query, index: Index) -> Answer | None:
    return reported.result(query, index) if reported.asks_for_a_result(query) else None


def _of_the_document_pointed_to(query: Query, index: Index) -> Answer | None:
    return going_on.plainly(query, index) if query.points_to_a_document else None


def _which_document(query: Query, index: Index) -> Answer | None:
    if not pointing.asks_which(query):
        return None
    found = index.catalogue.find(query.references.values(DOCUMENT)[0])
    return document.answer(query, index.catalogue, found) if found else None


_ROUTES: tuple[Route, ...] = (
    _personal,
    article_field.answer,
    _small_talk,
    lambda query, index: titles.answer(query),
    lambda query, index: allotment.answer(query),
    lambda query, index: own_result.answer(query),
    _of_catalogue(first_reading.answer),
    _without_a_matter,
    made_of.answer,
    asking_more.answer,
    _of_catalogue(same_day.answer),
    _of_catalogue(each_told.answer),
    _reach,
    other_period.answer,
    _report_day,
    two_tiers.answer,
    not_laid_down.answer,
    _of_catalogue(groups.by_number),
    _of_catalogue(group_of_row.answer),
    _of_catalogue(region.answer),
    _of_catalogue(own_group.answer),
    _of_catalogue(count_now.answer),
    heir.answer,
    papers.answer,
    unmet.answer,
    row_elsewhere.answer,
    sets_compared.answer,
    _row_then,
    row_talked_about.answer,
    title_then.answer,
    _foreign,
    _adding,
    _places,
    nationwide.answer,
    _result,
    local.of_province,
    local.of_another_province,
    _of_the_document_pointed_to,
    _which_document,
)


def _by_what_it_names(query: Query, index: Index) -> Answer:
    """By the documents that a question names or goes on with, then by its rows, then by words."""
    catalogue = index.catalogue
    named = query.references.values(DOCUMENT) or carried.told_apart(query, catalogue)
    if named and (reply := governing.at_the_time(query, catalogue, named)):
        return reply
    of_field = document.asks_for_a_field(query)
    if not named and of_field and pointing.unresolved(query):  # of a type that none told of has
        return going_on.plainly(query, index) or refusals.which_document(query)
    numbers = named or carried.documents(query, catalogue)
    if numbers and (reply := by_document.answer(query, index, numbers, carried=not named)):
        return reply
    leans = follow_up.is_follow_up(query.references)
    if leans and (reply := going_on.plainly(query, index)):
        return reply
    return governing.ended_level(query, catalogue) or _by_row(query, index)


def _by_row(query: Query, index: Index) -> Answer:
    numbered = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    of_kind = kind_in(query.question).named and query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    if len(numbered) > 1 and not of_kind and not query.wants(Aspect.DIFFERENCE):
        return several.answer(query, index, numbered)
    if query.context.criterion:
        # `Bộ Nội vụ hướng dẫn tiêu chí 9 này chưa?`: of the number, whatever was talked about
        bare = query.follows and numbered and not own_words(query.references)
        of_matter = of_kind and not bare
        return (of_matter and matter.answer(query, index)) or criterion.by_its_number(query, index)
    return by_words.answer(query, index)
