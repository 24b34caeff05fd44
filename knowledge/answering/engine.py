"""The order in which a question is tried: identifiers first, names next, retrieval last."""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.claims import confirmation
from knowledge.answering.comparing import latter, one_by_one
from knowledge.answering.conversation import (
    article_field,
    article_pointing,
    asked_together,
    asking_more,
    carried,
    each_told,
    going_on,
    group_pointing,
    guided_row,
    holding,
    item_pointing,
    matter_kept,
    not_laid_down,
    other_period,
    period_before,
    place_pointing,
    pointing,
    province_kept,
    reach,
    repeated,
    report_day,
    row_elsewhere,
    row_naming,
    row_pointing,
    unknown_number,
)
from knowledge.answering.criteria import governing, groups, region
from knowledge.answering.documents import called, document, first_reading, same_day
from knowledge.answering.outside import courtesy, refusals, small_talk, titles
from knowledge.answering.query import Query
from knowledge.answering.routes import (
    by_document,
    by_words,
    criterion,
    local,
    reported,
    row_talked_about,
    several,
)
from knowledge.answering.searching import matter, nationwide, two_tiers
from knowledge.answering.several import one_after_another
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR


def answer(query: Query, index: Index) -> Answer:
    """Answers one message from one index version.

    The answer carries the context that a follow-up inherits.
    """
    whole = _as_one(query, index)
    return one_after_another.instead(query, whole, lambda other: _as_one(other, index))


def _as_one(query: Query, index: Index) -> Answer:
    """Answers one question."""

    def again(other: Query) -> Answer:
        return _checked(other, index)

    query = latter.named(called.named(query, index.catalogue), index.catalogue)
    query = row_pointing.of_another(unknown_number.left(query, index.catalogue))
    query = period_before.resolved(matter_kept.resolved(query, index.catalogue), index)
    query = place_pointing.decision_of(query, index.catalogue)
    query = place_pointing.resolved(query, index.catalogue)
    query = article_pointing.resolved(
        group_pointing.resolved(query, index.catalogue), index.catalogue
    )
    query = item_pointing.resolved(query, index.catalogue)
    query = row_pointing.resolved(pointing.resolved(query, index.catalogue))
    query = guided_row.resolved(row_naming.resolved(query, index), index.catalogue)
    found = carried.in_context(query, again(query), index.catalogue)
    if found.abstained:
        found = going_on.instead(query, index, found, again) or found
    else:
        other = province_kept.rather(query, index, found) or going_on.rather(query, index, found)
        found = other or found
    if whole := asked_together.instead(query, found, lambda other: _as_one(other, index)):
        return whole
    if compared := one_by_one.instead(query, index, found, again):
        found = compared.within(found.context)
    if other := repeated.instead(query, index, found):
        found = other.within(found.context)
    return repeated.noted(query, found)


def _checked(query: Query, index: Index) -> Answer:
    found = holding.held(query, _answer(query, index), index.catalogue)
    return two_tiers.noted(query, index, confirmation.checked(query, found))


def _answer(query: Query, index: Index) -> Answer:
    if refusals.is_personal(query):
        return refusals.personal(query)
    if reply := article_field.answer(query, index):
        return reply
    if name := small_talk.recognise(query):
        return courtesy.answer(query, name)
    if courtesy.states_a_place(query) and query.before == query.before.without_subject():
        return courtesy.noted(query)
    if reply := titles.answer(query):
        return reply
    if reply := first_reading.answer(query, index.catalogue):
        return reply
    if refusals.lacks_its_matter(query):
        return refusals.which_matter(query)
    if reply := asking_more.answer(query, index):
        return reply
    if reply := same_day.answer(query, index.catalogue) or each_told.answer(query, index.catalogue):
        return reply
    if reply := reach.answer(query, index.catalogue, index.retriever.passages):
        return reply
    if reply := other_period.answer(query, index):
        return reply
    if reply := report_day.answer(query, index.catalogue, index.retriever.passages):
        return reply
    if reply := two_tiers.answer(query, index) or not_laid_down.answer(query, index):
        return reply
    if reply := groups.by_number(query, index.catalogue) or region.answer(query, index.catalogue):
        return reply
    if reply := row_elsewhere.answer(query, index) or row_talked_about.answer(query, index):
        return reply
    if going_on.is_foreign(query, index):
        return refusals.out_of_scope(query)
    if going_on.adds_only(query) and (reply := going_on.plainly(query, index)):
        return reply
    if reported.lists_places(query):
        return reported.list_of_places(query, index)
    if reply := nationwide.answer(query, index):
        return reply
    if reported.asks_for_a_result(query):
        return reported.result(query, index)
    if reply := local.of_province(query, index):
        return reply
    if reply := local.of_another_province(query, index):
        return reply
    if query.points_to_a_document and (reply := going_on.plainly(query, index)):
        return reply
    if pointing.asks_which(query):
        found = index.catalogue.find(query.references.values(DOCUMENT)[0])
        return document.answer(query, index.catalogue, found)
    named = query.references.values(DOCUMENT) or carried.told_apart(query, index.catalogue)
    if named and (reply := governing.at_the_time(query, index.catalogue, named)):
        return reply
    of_field = document.asks_for_a_field(query)
    if not named and of_field and pointing.unresolved(query):  # of a type that none told of has
        return going_on.plainly(query, index) or refusals.which_document(query)
    numbers = named or carried.documents(query, index.catalogue)
    if numbers and (reply := by_document.answer(query, index, numbers, carried=not named)):
        return reply
    leans = follow_up.is_follow_up(query.references)
    if leans and (reply := going_on.plainly(query, index)):
        return reply
    if ended := governing.ended_level(query, index.catalogue):
        return ended
    numbered = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    of_kind = matter.kind_asked(query).named and query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    if len(numbered) > 1 and not of_kind and not query.wants(Aspect.DIFFERENCE):
        return several.answer(query, index, numbered)
    if query.context.criterion:
        return (of_kind and matter.answer(query, index)) or criterion.by_its_number(query, index)
    return by_words.answer(query, index)
