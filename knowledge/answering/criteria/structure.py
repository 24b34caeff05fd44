"""The structure of a criteria set: how many, which ones, which is called what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import current
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_SO_MANY = re.compile(r"\b(\d{1,3}) (tieu chi|chi tieu|noi dung)\b(?! (?:so )?\d)")


def asks_for_structure(query: Query) -> bool:
    """Whether the question is about the set as a whole."""
    return query.context.criterion is None and query.wants(Aspect.COUNT, Aspect.LIST)


def answer(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """Counts or lists the criteria of the set asked about; None where there is no set."""
    choice = choose(query, catalogue, only)
    if not choice.tables:
        return None
    listing = query.wants(Aspect.LIST)
    choice = _counted_so(query, choice) if listing else choice
    main = choice.tables[0]
    lead = _counted(catalogue, main, choice)
    details = _list(main) if listing else _groups(main)
    others = [_counted(catalogue, table, choice) for table in choice.others]
    shown = choice.tables[1:]
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(
            lead,
            details,
            wording.bullets(_counted(catalogue, table, choice) for table in shown)
            if shown
            else None,
            "Các bộ tiêu chí khác:\n" + wording.bullets(others) if others else None,
            choice.note,
        ),
        query.today,
        period=str(main.period),
        citations=citing.unique(
            citing.of_regulation(catalogue.regulations[table.document]) for table in choice.all
        ),
        suggestions=(
            f"Liệt kê các tiêu chí của {main.document}",
            f"{main.document} còn hiệu lực không?",
        ),
    )


def _counted_so(query: Query, choice: Choice) -> Choice:
    """`19 tiêu chí gồm những gì?`: of the latest set that has so many, where none is named."""
    called = _SO_MANY.search(fold(query.question))
    if called is None or not choice.open:
        return choice
    of_criteria = called[2] == "tieu chi"
    counts = [t.counts.criteria if of_criteria else t.counts.indicators for t in choice.all]
    if int(called[1]) not in counts:
        return choice
    meant = choice.all[counts.index(int(called[1]))]
    rest = tuple(table for table in choice.all if table is not meant)
    return replace(choice, tables=(meant,), others=rest)


def not_of_level(
    query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable]
) -> Answer | None:
    """The document named has no set for the level asked about: says so, and which it has."""
    named = query.references.first(LEVEL)
    if named is None or query.level in {table.level for table in only}:
        return None
    regulation = catalogue.regulations[only[0].document]
    has = wording.listed([f"{table.title} ({table.counts.criteria} tiêu chí)" for table in only])
    decided = [r for r in catalogue.decisions_at(query.level) if r.number != regulation.number]
    where = wording.listed([wording.named(one) for one in decided])
    return Answer(
        Outcome.CORRECTED,
        Kind.STRUCTURE,
        wording.paragraphs(
            f"{wording.named(regulation)} không có bộ tiêu chí "
            f"{wording.LEVEL_NAMES[query.level]}; chỉ có {has}.",
            f"Về {wording.LEVEL_NAMES[query.level]}, kho có {where}." if where else None,
        ),
        query.today,
        period=str(only[0].period),
        citations=citing.unique(
            [*(citing.of_table(t) for t in only), *(citing.of_regulation(r) for r in decided)]
        ),
    )


def of_criterion(
    query: Query, catalogue: Catalogue, targets: Sequence[Target], choice: Choice
) -> Answer | None:
    """Counts and lists the indicators of one criterion; None where no set has any known."""
    lines, citations = [], []
    told = [t for t in targets if t.indicators and not t.is_indicator]
    for target in told:
        table = target.table
        names = wording.row_names(target.indicators, table.indicator_word)
        complete = table.indicator_word == "chỉ tiêu"
        count = (
            f"có {len(target.indicators)} {table.indicator_word}" if complete else "trong kho có"
        )
        lines.append(
            f"{wording.upper_first(target.named)}{wording.of_title(table)} theo {table.document}, "
            f"giai đoạn {table.period}, {count}:\n{wording.bullets(names)}{_unnamed(target)}"
        )
        citations.append(citing.of_row(table, target.address, target.named))
    if not told:
        return None
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(*lines, current.ended(catalogue, told, choice), choice.note),
        query.today,
        period=None if choice.open else str(targets[0].table.period),
        citations=citing.unique([*citations, *current.cited(catalogue, told, choice)]),
    )


def which(query: Query, catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> Answer:
    """Which criterion or indicator is called what the question says."""
    lines = []
    for target in targets:
        decision = wording.named(catalogue.regulations[target.table.document])
        when = choice.when(target.table)
        lines.append(
            f"{when} ({decision}): {target.named}{_of(target)}{wording.of_title(target.table)}."
        )
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(
            lines[0] if len(lines) == 1 else wording.bullets(lines),
            current.ended(catalogue, targets, choice),
            choice.note,
        ),
        query.today,
        period=None if choice.open else str(targets[0].table.period),
        citations=citing.unique(
            [
                *(citing.of_row(t.table, t.address, t.named) for t in targets),
                *current.cited(catalogue, targets, choice),
            ]
        ),
        suggestions=tuple(
            f"{wording.upper_first(target.numbered)} của {target.table.document} yêu cầu gì?"
            for target in targets[:2]
        ),
    )


def _unnamed(target: Target) -> str:
    """Where the names stand that the knowledge lacks."""
    if all(row.name for row in target.indicators):
        return ""
    return f"\nTên còn thiếu: {target.annex}."


def _of(target: Target) -> str:
    """The criterion that an indicator belongs to."""
    parent = criterion_of(target.table, target.address)
    if not target.is_indicator or parent is None:
        return ""
    return f", thuộc tiêu chí {parent.number} ({parent.name})"


def _counted(catalogue: Catalogue, table: CriteriaTable, choice: Choice) -> str:
    regulation = catalogue.regulations[table.document]
    indicators = (
        f", {table.counts.indicators} {table.indicator_word}" if table.counts.indicators else ""
    )
    now = "hiện hành " if choice.is_current(table) else ""
    return (
        f"{table.title} {now}({wording.named(regulation)}) có "
        f"{table.counts.criteria} tiêu chí{indicators}."
    )


def _list(table: CriteriaTable) -> str:
    return "\n".join(f"{criterion.number}. {criterion.name}" for criterion in table.criteria)


def _groups(table: CriteriaTable) -> str | None:
    groups = list(dict.fromkeys(c.group for c in table.criteria if c.group))
    names = [table.groups.get(group, group) for group in groups]
    return f"Chia thành {len(groups)} nhóm: {'; '.join(names)}." if groups else None
