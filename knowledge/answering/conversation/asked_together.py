"""Messages that mean something only together with the question before them.

`Điều kiện ra sao?`, `sang 2540 thì?`, `chiếm bao nhiêu phần trăm?`: where such a message was met
with a refusal, with small talk or with a doubtful passage of a document that was not talked about,
it is asked again together with the question before it. The answer is taken where it is of a
document told of last and has the words that the message itself brings: another subject has not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import made_of, repeated, told
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query, resolve
from knowledge.answering.searching import acts, doubt
from knowledge.answering.searching.candidates import THRESHOLD
from knowledge.references.follow_up import leaning, own_words
from knowledge.references.parser import PERIOD, PROVINCE, TIME, parse
from knowledge.text import fold, syllables

_TOLD = (Outcome.ANSWERED, Outcome.CORRECTED)
_LOOKED_UP = (Kind.PROVISION, Kind.ARTICLE)
_TIMES = {PERIOD, TIME}
# More words than these, and what was found is what they mean.
_FEW = 3
_TWO = 2
# Share of the message's own words that the answer must have.
_COVERED = 0.5
# So long a question is kept for what comes next.
_LONGEST = 40


def instead(query: Query, found: Answer, again: Callable[[Query], Answer]) -> Answer | None:
    """The answer to the message and the question before it as one; None where it is not better.

    Args:
        query: the message.
        found: what it was met with.
        again: answers a question, with the context that a follow-up inherits.
    """
    earlier = query.before.subject
    if not earlier or not _is_doubtful(query, found) or refusals.is_personal(query):
        return None
    for question in _together(query, earlier):
        said = again(resolve(question, query.today, query.before.without_subject()))
        if _fits(query, said):
            short = len(syllables(question)) <= _LONGEST
            return said.within(replace(said.context, subject=question if short else earlier))
    return None


def _is_doubtful(query: Query, found: Answer) -> bool:
    """Whether what a message was met with is likely not what it means."""
    own = own_words(query.references).split()
    if acts.of_an_unmet_row(query.question) or made_of.asked(query):
        return False
    if query.references.values(PROVINCE):
        return False  # the same of another place, of which nothing is known
    if found.kind is Kind.REFUSAL or not (found.citations or found.kind is Kind.COURTESY):
        return found.abstained
    if found.kind is Kind.COURTESY:
        return len(own) >= _TWO
    if _is_near(query, found):
        return False
    kinds = {mention.kind for mention in query.references.mentions}
    if found.kind is Kind.BASIS:  # `chỉ tiêu số mấy đấy`
        return not kinds and not own and query.before.row is not None
    if found.kind is Kind.DOCUMENT:  # `hồi 2018 theo văn bản nào`, met with one on another matter
        of_row = query.context.criterion is not None
        return bool(kinds) and kinds <= _TIMES and not (own or of_row) and found.confidence < 1
    doubtful = found.kind in _LOOKED_UP and found.confidence < doubt.BELOW
    return doubtful and not kinds and len(own) <= _FEW


def _together(query: Query, earlier: str) -> Iterator[str]:
    timed = any(mention.kind in _TIMES for mention in query.references.mentions)
    # `hồi 2018 theo văn bản nào`: of that time, and no more of the one talked about
    yield f"{query.question} {parse(earlier).without(*_TIMES) if timed else earlier}"
    number = next((number for number in told.read(query.before) if "/" in number), None)
    if number:
        yield f"{earlier} theo {number} {query.question}"


def _fits(query: Query, said: Answer) -> bool:
    sure = said.outcome in _TOLD and said.confidence >= THRESHOLD
    if not sure or said.kind in (Kind.COURTESY, Kind.PROFILE) or not _is_near(query, said):
        return False
    own = own_words(query.references).split()
    there = set(syllables(said.stated))
    wanted = set(" ".join(map(fold, leaning(query.references))).split())
    if repeated.lead(said) == query.before.lead and not wanted <= there:
        return False  # the earlier question answered again, and not the điều kiện asked for
    return not own or sum(word in there for word in own) / len(own) > _COVERED


def _is_near(query: Query, answer: Answer) -> bool:
    """Whether the answer is first of all of a document that was talked about."""
    known = {*told.read(query.before), query.before.document}
    return bool(answer.citations) and answer.citations[0].document in known
