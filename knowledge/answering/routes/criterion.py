"""Criteria and indicators: finds the rows a question is about, then answers from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import citing, spans, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation, row_name
from knowledge.answering.comparing import comparison
from knowledge.answering.criteria import basis, groups, other_level, requirement, structure
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import NAMED, Target, by_name, by_number
from knowledge.answering.searching import amounts, candidates, free
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.fields import Level
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.follow_up import own_words
from knowledge.references.parser import GROUP, INDICATOR, PROVINCE, REGION
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# `xã nhóm 3 có bắt buộc nội dung này không`: whether, and not how much
_OBLIGES = re.compile(r"\bbat buoc\b")
# A name that only the advanced set has is meant, without `nâng cao`.
_PLAINLY = 0.85
_MARGIN = 0.2
# `nước sạch nằm ở chỉ tiêu nào của tiêu chí môi trường`: the criterion is told already
_WHICH_INDICATOR = re.compile(r"\bchi tieu (?:nao|so may|bao nhieu)\b")
# Of the set that is named a guide may say what is asked, if it plainly does.
_ON_NAMED = 0.6
_LEVEL_ASKED = re.compile(r"\bphai dat (?:muc (?:nao|may)|(?:muc |tu )?bao nhieu)\b")
# Asked for the basis, a passage must say nearly all that is asked.
_OF_BASIS = 0.75


def by_its_number(query: Query, index: Index, only: Sequence[CriteriaTable] = ()) -> Answer:
    """Answers on the criterion or indicator whose number is in the query's context.

    Args:
        query: its context has a criterion.
        index: the serving index.
        only: the tables of the document that the question names, if it names one.
    """
    address = query.context.criterion or ""
    if query.wants(Aspect.DIFFERENCE) and (compared := comparison.answer(query, index, only)):
        return compared
    if grouped := groups.answer(query, index.catalogue, only):
        return grouped
    choice = choose(query, index.catalogue, only)
    targets = by_number(choice.all, address)
    if not choice.tables:
        return _no_set(query, address, choice)
    if elsewhere := other_level.answer(query, index.catalogue, choice.tables[0], address):
        return elsewhere
    if not any(target.row for target in targets):
        return basis.missing(query, index.catalogue, targets, choice)
    if confirmation.asks(query) and (other := _another(query, index, choice, address)):
        return other
    from_rows = of_targets(query, index, targets, choice)
    named = _asks_for_its_level(query) or _is_its_name(query, index, address)
    counted = query.follows and query.wants(Aspect.COUNT) and from_rows.kind is Kind.STRUCTURE
    plain = counted or (query.wants(Aspect.REQUIREMENT) and named)
    if plain and not from_rows.abstained:
        return from_rows
    of_named = only if from_rows.kind is not Kind.REQUIREMENT else ()
    return _from_passages(query, index, address, of_named) or from_rows


def _another(query: Query, index: Index, choice: Choice, address: str) -> Answer | None:
    """A correction where what the question calls by the number has another one."""
    if not choice.tables:
        return None
    named = by_name(query, index.retriever, choice.tables, _PLAINLY)
    if any(address in (target.address, target.address.split(".")[0]) for target in named):
        return _by_its_right_name(query, Target(choice.tables[0], address))
    table = named[0].table if named else choice.tables[0]
    right = Target(table, address)
    known = right.row.name if right.row else None
    if not named:
        return _by_its_right_name(query, right)
    said = f"là {known}" if known else "là nội dung khác"
    lead = f"Không phải: {right.numbered} của {table.document}{wording.of_title(table)} {said}."
    found = structure.which(query, index.catalogue, named, choice)
    return replace(found, outcome=Outcome.CORRECTED, text=f"{lead}\n{found.text}")


def _by_its_right_name(query: Query, right: Target) -> Answer | None:
    """Whether the criterion is called what the question says; None where it says nothing of it."""
    claimed = row_name.claimed(query)
    known = right.row.name if right.row else None
    if claimed is None or not known:
        return None
    share = row_name.shares(claimed, known)
    if 0 < share < 1:
        return None  # said in other words
    table = right.table
    lead = "Đúng" if share else "Không phải"
    where = f"{right.numbered} của {table.document}{wording.of_title(table)}"
    return Answer(
        Outcome.ANSWERED if share else Outcome.CORRECTED,
        Kind.STRUCTURE,
        f"{lead}: {where}, giai đoạn {table.period}, là {known}.",
        query.today,
        period=str(table.period),
        citations=(citing.of_row(table, right.address, right.named),),
        suggestions=(f"{wording.upper_first(right.numbered)} của {table.document} yêu cầu gì?",),
    )


def _from_passages(
    query: Query, index: Index, address: str, named: Sequence[CriteriaTable]
) -> Answer | None:
    """A provision about the criterion that answers what is asked besides its threshold.

    Args:
        query: the question.
        index: the serving index.
        address: of the criterion.
        named: the tables of the document that the question names, where a guide may answer.
    """
    obliges = _OBLIGES.search(fold(query.question))
    if not query.topic or (_names_a_place(query) and not obliges):
        return None
    another = query.follows and query.before.criterion not in (None, address.split(".")[0])
    if another and query.references.values(INDICATOR) and not own_words(query.references):
        return None  # `còn 3.9?`: what was said of the indicator before is not said of it
    if query.wants(Aspect.GUIDANCE) and not query.wants(Aspect.REQUIREMENT):
        return None  # which documents guide it is a matter of relations, not of wording
    threshold = _OF_BASIS if query.wants(Aspect.BASIS) else candidates.NARROW_THRESHOLD
    periods = {str(table.period) for table in choose(query, index.catalogue).tables}
    then = {str(table.period) for table in named}

    def about_it(passage: Passage) -> bool:
        return address in passage.criteria and passage.period in periods

    def of_the_set_named(passage: Passage) -> bool:
        return passage.known and address in passage.criteria and passage.period in then

    # `thời 1980 xã không quy hoạch chợ thì tiêu chí 7 xét thế nào?`
    of_guide = then and not (query.follows or query.wants(Aspect.BASIS))
    return free.reply(query, index, about_it, threshold) or (
        free.reply(query, index, of_the_set_named, _ON_NAMED) if of_guide else None
    )


def _asks_for_its_level(query: Query) -> bool:
    """`đang làm hồ sơ, nội dung 3.1 phải đạt mức nào?`: whatever is said around it."""
    return _LEVEL_ASKED.search(fold(query.question)) is not None


def _is_its_name(query: Query, index: Index, address: str) -> bool:
    """Whether the words beside the number are but the name of the row of that number."""
    tables = choose(query, index.catalogue).tables
    named = by_name(query, index.retriever, tables, _PLAINLY)
    return any(target.address == address for target in named)


def by_its_name(
    query: Query, index: Index, only: Sequence[CriteriaTable] = (), least: float = NAMED
) -> Answer | None:
    """Answers on the criterion or indicator that the question names in words.

    Returns:
        None where no row is called that.
    """
    if amounts.of_money(query.question):
        return None
    choice = choose(query, index.catalogue, only)
    targets = by_name(query, index.retriever, choice.all, least)
    if not (query.context.level or query.references.values(GROUP)):
        advanced = index.catalogue.tables_at(Level.COMMUNE_ADVANCED)
        of_advanced = [
            t for t in advanced if (not only or t in only) and spans.fits(query.time, t.period)
        ]
        better = by_name(query, index.retriever, of_advanced, _PLAINLY)
        plainly = by_name(query, index.retriever, choice.all, _PLAINLY) if better else []
        likeness = max((target.likeness for target in [*targets, *plainly]), default=0.0)
        targets = [t for t in better if t.likeness > likeness + _MARGIN] or targets
    if not targets:
        return None
    if query.wants(Aspect.WHICH_CRITERION) and not _names_a_place(query):
        if _WHICH_INDICATOR.search(fold(query.question)):
            targets = by_name(query, index.retriever, choice.all, least, indicators=True) or targets
        return structure.which(query, index.catalogue, targets, choice)
    return of_targets(query, index, targets, choice)


def of_note(query: Query, index: Index, note: Passage) -> Answer:
    """Answers on the row that a retrieved note is about."""
    tables = [
        table
        for table in index.catalogue.tables
        if table.document == note.document and table.level.value == note.level
    ]
    choice = choose(query, index.catalogue, tables)
    targets = by_number(choice.all, note.criteria[0])
    return requirement.answer(query, index.catalogue, targets, choice)


def of_targets(query: Query, index: Index, targets: Sequence[Target], choice: Choice) -> Answer:
    """Answers on rows that were found: their decision, their demands or what they are made of."""
    asks_basis = query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    if not asks_basis and query.wants(Aspect.LIST, Aspect.COUNT) and not _names_a_place(query):
        listed = structure.of_criterion(query, index.catalogue, targets, choice)
        # what a criterion is made of is not told by the decision that lays it down
        unlisted = not any(target.indicators for target in targets)
        if listed or unlisted:
            return listed or requirement.answer(query, index.catalogue, targets, choice)
    demanded = (
        _names_a_place(query)
        or any(target.is_indicator for target in targets)
        or query.wants(Aspect.REQUIREMENT, Aspect.DIFFERENCE)
    )
    if demanded and not asks_basis:
        return requirement.answer(query, index.catalogue, targets, choice)
    if not query.aspects and not choice.open:
        # `tiêu chí trường học 2016-2020`: what it demands, with the decision that says so
        told = requirement.answer(query, index.catalogue, targets, choice)
        if not told.abstained:
            return told
    return basis.answer(query, index.catalogue, targets, choice)


def _names_a_place(query: Query) -> bool:
    return any(query.references.values(kind) for kind in (REGION, GROUP, PROVINCE))


def _no_set(query: Query, address: str, choice: Choice) -> Answer:
    level = wording.LEVEL_NAMES[query.level]
    noun = "chỉ tiêu" if "." in address else "tiêu chí"
    current = [table.document for table in choice.current]
    text = wording.paragraphs(
        f"Trong kho không có bộ tiêu chí {level} cho thời gian được hỏi, nên chưa trả lời được "
        f"về {noun} {address}.",
        choice.note,
        f"Bộ đang có hiệu lực: {wording.listed(current)}." if current else None,
    )
    return Answer(
        Outcome.UNKNOWN,
        Kind.BASIS,
        text,
        query.today,
        citations=citing.unique(citing.of_table(table) for table in choice.current),
    )
