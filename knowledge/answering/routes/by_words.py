"""Questions that name no document and no number: by the words they use."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answering.answer import Answer
from knowledge.answering.claims import confirmation, set_in_force
from knowledge.answering.comparing import by_period, comparison, wholes
from knowledge.answering.criteria import (
    governing,
    groups,
    named_before,
    named_elsewhere,
    no_such_row,
    structure,
    to_come,
)
from knowledge.answering.documents import document, listing
from knowledge.answering.outside import courtesy, refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.routes import bare_name, criterion, no_row, of_the_place
from knowledge.answering.searching import (
    by_kind,
    candidates,
    declined,
    free,
    handbook,
    last_told,
    matter,
    ordinal,
    proper,
    signs,
)
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.fields import Level, Nature
from knowledge.corpus.timeline import status
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import subject
from knowledge.references.parser import GROUP, LEVEL, PERIOD, PROVINCE, REGION, TIME
from knowledge.retrieval.lexical import STOP_SYLLABLES
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

Accept = Callable[[Passage], bool]
# `chuẩn tiếp cận pháp luật có mấy tiêu chí` counts the criteria of another standard.
SURE = 0.7
_THRESHOLD = re.compile(r"\bmuc (?:dat|chuan|yeu cau|toi thieu|nay|do|can dat|quy dinh)\b")
# `phương án ai ban hành` asks for the issuer of no document of the knowledge.
_DOCUMENT = re.compile(
    r"\b(?:quyet dinh|qd|thong tu|nghi dinh|nghi quyet|luat|cong van|van ban|huong dan|"
    r"bo tieu chi|chi thi|quy che|so tay)\b"
)
# A threshold counts no criteria: `có mấy tiêu chí` is asked of a set or a standard.
_CRITERIA = re.compile(r"\b(?:may|bao nhieu|so luong) tieu chi\b")
_NEAREST = 3
_PLAINLY = 0.85
# Where a number is asked for by a name, the name need not be the whole one.
_LOOSELY = 0.45
# `xã kiểu mẫu nộp hồ sơ theo quyết định nào` asks for the set that the file is judged by.
_PAPERWORK = frozenset(["nop", "ho", "so", "lap", "lam", "thu", "tuong"])


def answer(query: Query, index: Index) -> Answer:
    """Answers from names first, then from the passages; or says that nothing answers."""
    if scope.is_of_towns(query):
        return refusals.unknown(query)
    if scope.is_other_business(query):
        return _of_other_business(query, index)
    if reply := to_come.answer(query, index.catalogue) or proper.answer(query, index):
        return reply
    asks_basis = query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    of_field = document.asks_for_a_field(query)
    if compared := wholes.answer(query, index):
        return compared
    if reply := set_in_force.answer(query, index) or handbook.answer(query, index.catalogue):
        return reply
    # `xã nhóm 3 mức thu nhập có thấp hơn không`: only the set in force has such groups
    of_a_group = len(query.references.values(GROUP)) == 1 and not query.times
    compares = (query.wants(Aspect.DIFFERENCE) and not of_a_group) or by_period.asked(query)
    if compares and (compared := comparison.answer(query, index)):
        return compared
    if of_group := groups.answer(query, index.catalogue):
        return of_group
    if of_topic := listing.answer(query, index.catalogue):
        return of_topic
    if reply := ordinal.answer(query, index):
        return reply
    demands = query.wants(Aspect.REQUIREMENT) and not query.wants(Aspect.BASIS)
    kind = kind_in(query.question)
    of_kind = kind.named and (asks_basis or of_field) and not demands
    own = set(subject(query.core.remainder).split()) - _PAPERWORK
    of_fields = of_field and not query.wants(Aspect.LIST, Aspect.COUNT)
    of_level = (asks_basis or of_fields) and not own and bool(query.references.values(LEVEL))
    of_decision = kind.type in (None, "Quyết định")  # no set of criteria is a law
    if of_level and of_decision and (reply := governing.answer(query, index.catalogue)):
        return reply
    if reply := bare_name.answer(query, index) or by_kind.answer(query, index):
        return reply
    if of_kind and (reply := matter.answer(query, index)):
        return reply
    of_no_document = query.wants(Aspect.ISSUER) and not _DOCUMENT.search(fold(query.question))
    if of_no_document and (reply := free.reply(query, index, candidates.fitting(query))):
        return reply
    if not query.topic:
        reply = None
        if structure.asks_for_structure(query):
            reply = structure.answer(query, index.catalogue)
        elif _asks_for_a_threshold(query):
            return refusals.which_criterion(query)
        elif of_field and not query.references.mentions and not query.names_the_set:
            return refusals.which_document(query)
        elif asks_basis or of_field or query.names_the_set:
            reply = governing.answer(query, index.catalogue)
        if reply:
            return reply
    if query.wants(Aspect.COUNT) and (reply := _counted(query, index)):
        return reply
    if query.place and (reply := of_the_place.answer(query, index)):
        return reply
    of_criterion = _may_name_a_criterion(query)
    if of_criterion and (reply := named_before.answer(query, index)):
        return reply
    if of_criterion and (reply := criterion.by_its_name(query, index)):
        return reply
    if query.references.values(GROUP) and (reply := named_elsewhere.answer(query, index)):
        return reply
    of_number = no_such_row.asked(query)
    if of_number and (reply := no_such_row.answer(query, index.catalogue)):
        loosely = criterion.by_its_name(query, index, least=_LOOSELY)
        return loosely or _on_a_row(query, index) or reply
    of_matter = matter.answer(query, index) if asks_basis or of_field else None
    if of_matter and not of_matter.abstained:
        return of_matter
    if reply := no_row.answer(query, index) or of_matter:
        return reply
    if not _says_something(query):
        return _abstain(query, index)
    fits = no_row.on_the_matter(query, index, candidates.fitting(query))
    if query.wants(Aspect.BASIS) and not query.references.values(PROVINCE):
        fits = _not_reported(fits)
    best = candidates.candidates(query, index.retriever, fits)[:_NEAREST]
    rows = [candidate.passage.row for candidate in best]
    # Where the wording is that of a criterion, its name has been looked for already.
    by_name = criterion.by_its_name(query, index) if any(rows) and not of_criterion else None
    if by_name and rows[0]:
        return by_name
    confidence = best[0].worded if best else 0.0
    if best and best[0].passage.note and confidence >= candidates.THRESHOLD:
        return criterion.of_note(query, index, best[0].passage)
    reported = bool(best) and best[0].passage.nature is Nature.ARTICLE_SUMMARY
    sure = confidence >= (candidates.NARROW_THRESHOLD if reported else SURE)
    plain = query.wants(Aspect.REQUIREMENT) and not of_criterion and not sure
    # `thu nhập xã cần bao nhiêu`: a name that is plainly meant needs no word `tiêu chí`.
    if plain and (reply := criterion.by_its_name(query, index, least=_PLAINLY)):
        return reply
    worded_so = confidence >= candidates.THRESHOLD and scope.sounds_like_it(
        query.question, index.retriever.lexical.knows
    )
    if not scope.is_in(query, confidence) and confidence < SURE and not worded_so:
        return _abstain(query, index)
    reply = free.reply(query, index, fits)
    dated = query.references.values(TIME) or query.references.values(PERIOD)
    if reply and reply.abstained and dated:  # what is known of the row at that time is nearer
        reply = by_name or named_elsewhere.answer(query, index) or reply
    reply = reply or by_name
    of_title = query.context.level not in (None, Level.COMMUNE.value)
    of_set = (of_title and not own) or query.names_the_set
    if reply is None and asks_basis and of_set and of_decision:
        reply = governing.answer(query, index.catalogue)
    return reply or _abstain(query, index)


def _on_a_row(query: Query, index: Index) -> Answer | None:
    """What a text on a criterion plainly says of the matter whose number is asked for."""
    fits = candidates.fitting(query)
    return free.reply(query, index, lambda p: bool(p.criteria) and fits(p), SURE)


def _of_other_business(query: Query, index: Index) -> Answer:
    """What plainly answers it all the same; else that it is of another field."""
    found = free.reply(query, index, candidates.fitting(query), _PLAINLY)
    return found or refusals.out_of_scope(query)


def _counted(query: Query, index: Index) -> Answer | None:
    """How many there are; criteria are counted of a standard, never of a criterion."""
    fits = candidates.fitting(query)
    reply = free.reply(query, index, fits, SURE)
    if reply or not query.topic or not _CRITERIA.search(fold(query.question)):
        return reply
    catalogue = index.catalogue

    def of_standard(passage: Passage) -> bool:
        regulation = catalogue.regulations.get(passage.document)
        late = regulation and status(catalogue, regulation, query.today).state.ended
        return signs.counts(passage) and fits(passage) and (bool(query.time) or not late)

    return free.reply(query, index, of_standard)


def _asks_for_a_threshold(query: Query) -> bool:
    """`mức đạt là bao nhiêu`: a threshold, and not of what."""
    bare = not query.references.mentions and not query.context.criterion
    return bare and _THRESHOLD.search(fold(query.question)) is not None


def _says_something(query: Query) -> bool:
    """Whether a message has a word that tells what it is about: `con gì` has none."""
    words = [word for word in syllables(query.content) if word not in STOP_SYLLABLES]
    return bool(words or query.references.mentions)


def _not_reported(accept: Accept) -> Accept:
    """A newspaper's report is no legal basis."""

    def of_law(passage: Passage) -> bool:
        return passage.nature is not Nature.ARTICLE_SUMMARY and accept(passage)

    return of_law


def _may_name_a_criterion(query: Query) -> bool:
    """Whether the wording is that of a question on a criterion named in words."""
    if confirmation.of_a_group(query):
        return False
    if any(query.references.values(kind) for kind in (REGION, GROUP)):
        return True
    folded = fold(f"{query.question} {query.context.subject or ''}")
    return "tieu chi" in folded or "chi tieu" in folded or query.wants(Aspect.WHICH_CRITERION)


def _abstain(query: Query, index: Index) -> Answer:
    if reply := last_told.reply(query, index) or named_elsewhere.answer(query, index):
        return reply
    if name := courtesy.supposed(query):
        return courtesy.answer(query, name)
    return declined.answer(query, index)
