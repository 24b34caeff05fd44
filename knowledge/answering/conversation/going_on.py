"""Messages that go on with what was told, though they do not say so: looked up there.

`Hồ sơ gồm những gì?` after a criterion, `Kinh tế tư nhân phải tăng bao nhiêu?` after an annex,
`thế năm 2027?` after a decree that another one replaces. What the message says in words of its
own must stand in the passage, so that another matter is still refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import (
    carried,
    level_named,
    made_of,
    other_time,
    pointing,
    row_then,
    same_statement,
    told,
)
from knowledge.answering.outside import refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.searching import acts, free, last_told
from knowledge.answering.searching.confidence import coverage, terms_of
from knowledge.indexing.index import Index
from knowledge.references import follow_up, remarks
from knowledge.references.aspects import subject
from knowledge.references.parser import (
    CRITERION,
    DOCUMENT,
    GROUP,
    INDICATOR,
    LEVEL,
    PERIOD,
    PROVINCE,
    TIME,
)
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, pairs, syllables

# Share of a message's own words that a passage told of must have, to be what it goes on with.
_COVERED = 0.7
_SHORT = 12
_LONG = 16
# Of what was told more is asked: what it is about need hardly be said again.
_MORE = 0.25
_OTHER_MATTER = frozenset({DOCUMENT, CRITERION, INDICATOR, PROVINCE})
_DOUBTFUL = (Kind.PROVISION, Kind.ARTICLE, Kind.DOCUMENT, Kind.STRUCTURE)
_LATEST = re.compile(r"\b(?:moi nhat|gan nhat|hien hanh|hien nay)\b")


def plainly(query: Query, index: Index) -> Answer | None:
    """What was told of says plainly what a follow-up asks; None where it does not."""
    if len(syllables(query.question)) > _SHORT:  # enough words to be looked up by them alone
        return None
    said = _from_told(query, index, told.PLAINLY)
    late = said is not None and said.abstained and bool(query.time_values)
    return None if late else said  # of the time asked about another document may say more


def adds_only(query: Query) -> bool:
    """Whether a message has no matter of its own: `hồ sơ gồm gì?`, `nghị quyết đó đến khi nào?`."""
    return follow_up.leans_only(query.references) or bool(pointing.unresolved(query))


def instead(
    query: Query, index: Index, found: Answer, again: Callable[[Query], Answer]
) -> Answer | None:
    """The answer to a message that was not answered, as one that goes on with what was told.

    Args:
        query: the message.
        index: the serving index.
        found: what it was met with: not an answer.
        again: answers it as a follow-up.
    """
    if query.before.is_fresh or len(syllables(query.question)) > _LONG:
        return None
    if refusals.is_personal(query) or scope.is_of_no_rule(query.question) or made_of.asked(query):
        return None
    longer = carried.continuing(query)
    refused = found.kind is Kind.REFUSAL
    of_row = found.kind is Kind.REQUIREMENT and (
        bool(query.references.values(GROUP)) or row_then.is_asked(query, index)
    )
    if found.kind is Kind.DOCUMENT or of_row:  # that it is not known is what there is to say
        return None
    said = other_time.answer(query, index)
    if said is None and refused:
        said = same_statement.answer(longer, index)
    more = remarks.asks_more(query.question)
    of_field = scope.is_in(query) or last_told.of_the_field(query, index)
    if said is None and (more or of_field or _in_told(query, index)):
        said = _from_told(longer, index, _MORE if more else _COVERED if refused else told.PLAINLY)
    if said and not (said.abstained and not refused):
        return carried.in_context(longer, said, index.catalogue)
    if not refused:
        return None
    said = _as_follow_up(query, longer, index, again)
    if said is None and found.outcome is Outcome.OUT_OF_SCOPE and not query.references.mentions:
        unknown = _not_known(longer, index)
        said = carried.in_context(longer, unknown, index.catalogue) if unknown else None
    return said


def rather(query: Query, index: Index, found: Answer) -> Answer | None:
    """What the documents told of plainly say to a message that another one was found for.

    `Phân định khu vực theo văn bản nào?` after a decree on just that, which the message does not
    name; None where they do not say it, or the answer is of them already.
    """
    cited = [citation.document for citation in found.citations]
    near = set(told.read(query.before)) & set(cited[:1])
    own = follow_up.own_words(query.references).split()
    kinds = {mention.kind for mention in query.references.mentions}
    fresh = not query.follows and kinds <= {PERIOD, TIME}
    alone = not query.follows or not own
    if not near and alone and LEVEL in kinds and level_named.may_be_of_it(query, found):
        return level_named.staying(query, index)
    latest = _LATEST.search(fold(query.question))
    # `bảo hiểm y tế bao nhiêu?` after a decision of its own on it is asked of no other set.
    of_any_set = found.kind is Kind.REQUIREMENT and not kinds
    doubtful = of_any_set or found.kind in _DOUBTFUL
    conditions = acts.of_an_unmet_row(query.question)
    if near or latest or conditions or not fresh or not own or not doubtful:
        return None
    return told_plainly(query, index)


def told_plainly(query: Query, index: Index) -> Answer | None:
    """What the documents told of last plainly say to a message; None where they do not."""
    longer = carried.continuing(query)
    said = _from_told(longer, index, told.PLAINLY)
    if said is None or said.abstained:
        return None
    told_in = carried.in_context(longer, said, index.catalogue)
    # What was asked before is not asked of a matter that the message names itself.
    return told_in.within(replace(told_in.context, aspect=query.context.aspect))


def _not_known(query: Query, index: Index) -> Answer | None:
    """`ai thẩm định?`: of the field by its words, and not said where it was looked for."""
    own = follow_up.own_words(query.references)
    known = bool(own) and (last_told.of_the_field(query, index) or _in_told(query, index))
    return refusals.abstain(query) if known else None


def _as_follow_up(
    query: Query, longer: Query, index: Index, again: Callable[[Query], Answer]
) -> Answer | None:
    own = subject(query.references.remainder)
    if longer.context == query.context:
        return None
    if own and not follow_up.leans(query.question) and not scope.is_in(query):
        return None  # `tối nay đá bóng mấy giờ` goes on with nothing
    found = carried.in_context(longer, again(longer), index.catalogue)
    return None if found.abstained else found


def _from_told(query: Query, index: Index, least: float) -> Answer | None:
    """What the documents told of last say on the matter of a follow-up.

    Args:
        query: the message, read as a follow-up.
        index: the serving index.
        least: share of the message's own words that the passage must have.
    """
    own = follow_up.own_words(query.references) or pointing.unresolved(query)
    kinds = {mention.kind for mention in query.references.mentions}
    pointed = set(query.references.values(DOCUMENT)) if query.points_to_a_document else set()
    if not own or not query.follows or kinds & _OTHER_MATTER - ({DOCUMENT} if pointed else set()):
        return None
    told_of = pointed or set(told.read(query.before))
    near = pointed or told.near(query.before, index.catalogue)
    # `hồ sơ` is one word of two syllables; more words may stand apart.
    as_one = adds_only(query)
    leaning = follow_up.leaning(query.references)

    def says_it(passage: Passage) -> bool:
        if passage.document not in near or passage.note:
            return False
        # A question kept beside a passage may speak of the hồ sơ, and the passage not.
        if as_one and (passage.overview or not any(t in _wording(passage) for t in leaning)):
            return False
        return coverage(own, passage, index.retriever, pairing=as_one) >= least

    def of_row(passage: Passage) -> bool:
        row = query.before.address
        return row in passage.criteria and says_it(passage)

    def of_itself(passage: Passage) -> bool:  # and not of what has replaced it since
        return passage.document in told_of and says_it(passage)

    def with_all(passage: Passage) -> bool:  # `điều kiện công nhận xã` after who recognises it
        return all(term in _wording(passage) for term in leaning) and of_itself(passage)

    # Of the row talked about nothing need be said again but what is asked of it.
    alone = replace(query, context=replace(query.context, subject=query.question))
    searches = [(alone, of_row)] if query.before.address else []
    searches += [(query, with_all)] if leaning else []
    searches += [(query, of_itself)]
    searches += [(query, says_it)] if near != told_of else []
    replies = (free.reply(asked, index, meant, told.ENOUGH) for asked, meant in searches)
    return next((reply for reply in replies if reply), None)


def _wording(passage: Passage) -> str:
    return f"{passage.provision} {passage.heading} {passage.text}".lower()


def is_foreign(query: Query, index: Index) -> bool:
    """`thế còn bóng đá tối nay`: worded as a follow-up, and of another world."""
    own = follow_up.said(query.references).strip(" ?!.,")
    claimed = follow_up.claims_a_field(query.references)
    leans = follow_up.leans_only(query.references)
    apart = query.references.mentions or claimed or leans or scope.is_in(query)
    bare = not own or not follow_up.own_words(query.references)
    if bare or not query.follows or apart:
        return False
    return not (last_told.of_the_field(query, index) or _in_told(query, index))


def _in_told(query: Query, index: Index) -> bool:
    """Whether words that a message has side by side are so in a passage told of."""
    numbers = told.read(query.before)
    own = follow_up.said(query.references)
    meant = [term for word in index.retriever.lexicon.find(own) for term in word.means]
    said = {pair for text in (own, *meant) for pair in pairs(syllables(text))}
    return any(
        said & terms_of(passage)
        for passage in index.retriever.passages
        if passage.document in numbers
    )
