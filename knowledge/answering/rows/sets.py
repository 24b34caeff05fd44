"""Which criteria sets a question is about: by document, by time, or all of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.corpus.catalogue import Catalogue, criterion_of, indicator_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, decisions_of, governing, in_force
from knowledge.references.parser import GROUP, LEVEL
from knowledge.text import fold

# Titles above that of a commune; before they had sets of their own, provinces laid down more.
_TITLES = (Level.COMMUNE_ADVANCED, Level.COMMUNE_MODEL)
_ANNEX = re.compile(r"\bphu luc (?:so )?(i{1,3}|\d)\b")
_ROMAN = {"1": "i", "2": "ii", "3": "iii"}
_POINTS = re.compile(r"\b(?:no|do|nay|ay)\b")
# `bộ tiêu chí đầu tiên`
_FIRST = re.compile(r"\b(?:dau tien|lan dau|ban dau|som nhat|xua nhat|cu nhat|goc)\b")
_BY_GROUP = "nhóm xã"
_CALLED_CONTENT = re.compile(r"\bnoi dung (?:tieu chi )?(?:so )?\d{1,2}\.\d{1,2}\b")
_CONTENT = "nội dung tiêu chí"
_A_YEAR = dt.timedelta(days=364)


def choose(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable] = ()) -> Choice:
    """The sets for a question, those of the province that it is about before the national ones.

    Args:
        query: the question.
        catalogue: of the serving index.
        only: the tables of the document that the question names.
    """
    found = _choose(query, catalogue, only)
    return found if only else _with_province(query, catalogue, found)


def _with_province(query: Query, catalogue: Catalogue, choice: Choice) -> Choice:
    province = query.context.province
    periods = {table.period for table in choice.tables}
    own = tuple(
        table
        for table in (catalogue.tables_of_province(query.level, province) if province else ())
        if table.period in periods and _tells(table, query.context.criterion)
    )
    if not own:
        return _with_decisions(query, catalogue, choice)
    names = wording.listed([wording.named(catalogue.regulations[t.document]) for t in own])
    said = f"{province} có quy định riêng: {names}; mức của Trung ương, nơi kho có, nêu kèm."
    now = {table.period for table in choice.current}
    return replace(
        choice,
        tables=(*own, *choice.tables),
        note=f"{said} {choice.note}" if choice.note else said,
        current=(*(table for table in own if table.period in now), *choice.current),
    )


def _with_decisions(query: Query, catalogue: Catalogue, choice: Choice) -> Choice:
    """Says that the province has criteria of its own, where the knowledge has not their levels."""
    province = query.context.province
    periods = {table.period for table in choice.tables}
    own = [
        wording.named(decision)
        for decision in (catalogue.decisions_of_province(query.level, province) if province else ())
        if decision.period in periods
    ]
    if not own:
        return choice
    said = (
        f"Lưu ý: {province} có quy định riêng: {wording.listed(own)}; mức trong đó chưa có trong "
        "kho, anh/chị hỏi Văn phòng Điều phối nông thôn mới tỉnh."
    )
    return replace(choice, note=f"{choice.note} {said}" if choice.note else said)


def _tells(table: CriteriaTable, address: str | None) -> bool:
    """Whether a table says anything about the criterion or indicator, if one is asked for."""
    if address is None:
        return True
    if "." in address:
        return indicator_of(table, address) is not None
    criterion = criterion_of(table, address)
    return criterion is not None and bool(criterion.indicators)


def _of_annex(query: Query, tables: Sequence[CriteriaTable]) -> list[CriteriaTable]:
    """The tables in the annex that the question names: `Phụ lục II của 318`."""
    named = _ANNEX.findall(fold(query.question))
    annexes = {f"phu luc {_ROMAN.get(number, number)}" for number in named}
    return [table for table in tables if fold(table.annex) in annexes]


def _choose(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable]) -> Choice:
    now = Interval(query.today, query.today)
    current = governing(catalogue, query.level, now)
    in_force_now = current.tables if current.certain else ()
    if only:
        only = _of_annex(query, only) or only
        levels = query.references.values(LEVEL)
        of_several = [table for table in only if table.level.value in levels]
        if len(of_several) > 1:  # `ở xã nông thôn mới và ở xã nâng cao`
            return Choice(tuple(of_several), current=in_force_now)
        of_level = [table for table in only if table.level == query.level]
        chosen = (
            of_level
            if query.context.level
            else [*of_level, *(t for t in only if t not in of_level)]
        )
        return Choice(tuple(chosen or only), current=in_force_now)
    relative = query.context.period
    if query.time is None and query.names_the_set and _FIRST.search(fold(query.question)):
        return Choice(tuple(catalogue.tables_at(query.level)[:1]), current=in_force_now)
    if relative in ("previous", "next"):
        return _neighbour(query, catalogue, relative, in_force_now)
    if query.time is None and (of_its_words := _worded_as_in(query, in_force_now)):
        return Choice(of_its_words, current=in_force_now)
    if query.time is None:
        everything = catalogue.tables_at(query.level)[::-1]
        others = tuple(table for table in everything if table not in in_force_now)
        if in_force_now:
            return Choice(in_force_now, others, open=True, current=in_force_now)
        return Choice(others[:1], others[1:], open=True, note=_none_in_force(query), current=())
    exact = tuple(
        table
        for table in catalogue.tables_at(query.level)
        if str(table.period) == query.context.period
    )
    if exact:
        return Choice(exact, current=in_force_now)
    found = governing(catalogue, query.level, query.time)
    if not found.tables and query.level in _TITLES and not _has_a_decision(query, catalogue):
        return _of_communes(query, catalogue, in_force_now)
    note = (
        None
        if found.certain or not found.tables
        else _uncertain(catalogue, found.tables, query.time)
    )
    if query.context.period == "now" and not found.certain:
        note = _none_in_force(query)
    a_day_or_month = query.time.last - query.time.first < _A_YEAR
    return Choice(
        found.tables,
        note=note,
        doubtful=not found.certain and a_day_or_month,
        current=in_force_now,
    )


def _worded_as_in(query: Query, tables: Sequence[CriteriaTable]) -> tuple[CriteriaTable, ...]:
    """The sets in force with words no set before has: `xã nhóm 2`, `nội dung 3.1`."""
    grouped = bool(query.references.values(GROUP))
    said = f"{query.before.subject or ''} {query.question}" if query.follows else query.question
    content = _CALLED_CONTENT.search(fold(said)) is not None
    return tuple(
        table
        for table in tables
        if (grouped and table.scale == _BY_GROUP) or (content and table.indicator_word == _CONTENT)
    )


def _has_a_decision(query: Query, catalogue: Catalogue) -> bool:
    """Whether a decision of that time is known whose criteria the knowledge has not as a table."""
    asked = query.time
    return asked is not None and bool(decisions_of(catalogue, query.level, asked))


def _of_communes(query: Query, catalogue: Catalogue, current: tuple[CriteriaTable, ...]) -> Choice:
    """The set for communes, where the time asked about had none for the title asked about."""
    assert query.time is not None
    found = governing(catalogue, Level.COMMUNE, query.time)
    tables = catalogue.tables_at(Level.COMMUNE)
    exact = tuple(table for table in tables if str(table.period) == query.context.period)
    note = (
        f"Lưu ý: kho không có bộ tiêu chí quốc gia {wording.LEVEL_NAMES[query.level]} cho thời "
        "gian được hỏi; trên đây là bộ tiêu chí xã nông thôn mới."
    )
    return Choice(exact or found.tables, note=note, doubtful=not found.certain, current=current)


def _neighbour(
    query: Query, catalogue: Catalogue, direction: str, current: tuple[CriteriaTable, ...]
) -> Choice:
    """The set before or after the one talked about (the one in force, if none was)."""
    tables = catalogue.tables_at(query.level)
    anchor = next((t for t in tables if t.document == query.context.document), None)
    position = tables.index(anchor) if anchor else len(tables) - 1
    step = -1 if direction == "previous" else 1
    position += step
    if 0 <= position < len(tables) and _is_told_already(query, tables[position].document):
        position += step
    if 0 <= position < len(tables):
        return Choice((tables[position],), current=current)
    from_it = [*catalogue.tables_of(query.context.document or ""), *tables][:1]
    communes = catalogue.tables_at(Level.COMMUNE)
    before = [t for t in communes for one in from_it if t.period.first < one.period.first]
    if position < 0 and query.level in _TITLES and before:
        context = replace(query.context, period=str(before[-1].period))
        return _of_communes(replace(query, context=context), catalogue, current)
    word = "trước" if direction == "previous" else "sau"
    return Choice((), note=f"Kho không có bộ tiêu chí nào {word} bộ đang nói tới.", current=current)


def _is_told_already(query: Query, number: str) -> bool:
    """`bộ trước?`, `bộ sau thì sao?`: not the one that both were asked from, unless it is said."""
    told = query.before.documents_told[1:]
    turns = query.before.period not in (None, query.context.period) and number in told
    return turns and not _POINTS.search(fold(query.question))


def _none_in_force(query: Query) -> str:
    return (
        f"Lưu ý: kho không ghi nhận bộ tiêu chí {wording.LEVEL_NAMES[query.level]} nào "
        f"có hiệu lực vào ngày {wording.date(query.today)}."
    )


def _uncertain(catalogue: Catalogue, tables: tuple[CriteriaTable, ...], asked: Interval) -> str:
    known = [
        f"{table.document} áp dụng từ {wording.date(in_force(catalogue, table).first)} "
        f"đến hết {wording.date(in_force(catalogue, table).last)}"
        for table in tables
    ]
    span = wording.date(asked.first)
    if asked.first != asked.last:
        span += f" đến {wording.date(min(asked.last, dt.date(asked.last.year, 12, 31)))}"
    return (
        f"Lưu ý: thời gian được hỏi ({span}) nằm ngoài những ngày mà kho biết chắc bộ tiêu chí có "
        f"hiệu lực ({'; '.join(known)}); điều khoản chuyển tiếp chưa có trong kho."
    )
