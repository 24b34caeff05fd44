"""Which decision is the criteria set of a level at a time, where no criterion is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation
from knowledge.answering.documents import document
from knowledge.answering.documents.validity import ended_by, validity
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, decisions_of, governing
from knowledge.references.aspect import OF_RELATIONS, OF_VALIDITY, Aspect
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_A_MONTH = dt.timedelta(days=31)
# `lúc đó phải xét theo bộ tiêu chí nào`
_WHICH_SET = re.compile(
    r"\b(?:theo|ap dung|dung|bang|lay) (?:bo(?: tieu chi)?|quyet dinh|qd|van ban) nao\b"
)
# `giờ còn huyện nông thôn mới nữa không`
_STILL = re.compile(
    r"\bcon\b(?! hieu luc| ap dung| gia tri).{0,40}\b(?:khong|ko|chua)(?=\W*$|,| hay\b)"
)
# `nâng cao đổi tên thành hiện đại à?`
_RENAMED = re.compile(r"\b(?:doi ten|doi thanh|doi sang|chuyen thanh|thay bang|ten moi|ten khac)\b")
# `nghe nói bỏ cấp huyện rồi phải không?`
_DROPPED = re.compile(
    r"\b(?:bo|xoa|cat|het|dep)(?: han| luon| di| mat| xet)*"
    r"(?: cap| danh hieu| loai| bo tieu chi)* ?$"
)


_ALREADY = re.compile(r"\broi\b")


def at_the_time(query: Query, catalogue: Catalogue, named: Sequence[str]) -> Answer | None:
    """The set in force on a day or in a month, though the question names a later one as well."""
    asked = query.time
    if asked is None or asked.last - asked.first > _A_MONTH:
        return None
    if not _WHICH_SET.search(fold(query.question)) or query.context.criterion:
        return None
    found = _from_tables(query, catalogue)
    meant = [regulation for number in named for regulation in catalogue.find(number)]
    later = [
        regulation
        for regulation in meant
        if regulation.effective
        and regulation.effective > asked.last
        and catalogue.tables_of(regulation.number)
    ]
    if found is None or not later:
        return None
    notes = [
        f"{wording.named(regulation)} có {wording.since(regulation)}, nên chưa áp dụng lúc đó."
        for regulation in later
    ]
    return replace(
        found,
        text=wording.paragraphs(found.text, *notes),
        citations=citing.unique(
            [*found.citations, *(citing.of_regulation(regulation) for regulation in later)]
        ),
    )


def ended_level(query: Query, catalogue: Catalogue) -> Answer | None:
    """A level or title that no longer exists at the time asked about: says so."""
    if not query.context.level:
        return None
    whether = _asks_whether_it_is_there(query)
    asked = [Interval(query.today, query.today)] if whether else [query.time, *query.times]
    # `giai đoạn 2026-2030 quy định thế nào?` after the withdrawal of a title asks for that.
    of_matter = query.follows and query.topic and not query.references.values(LEVEL)
    # `hai xã đạt chuẩn, một xã nâng cao. Nay xã mới được công nhận không?`: that is its story.
    of_story = query.references.values(LEVEL) and query.level not in query.core.values(LEVEL)
    if (of_matter or of_story) and not whether:
        return None
    named = [Level(value) for value in query.references.values(LEVEL)] if whether else []
    for span in filter(None, asked):
        for table in governing(catalogue, Level.COMMUNE, span).tables:
            for level in (query.level, *named):
                if level in table.ends_levels:
                    return _ended(query, catalogue, table, level)
    return None


def _asks_whether_it_is_there(query: Query) -> bool:
    """Whether it is asked if a level is still there, was dropped, or got another name."""
    folded = fold(query.question)
    if _STILL.search(folded) or _RENAMED.search(folded):
        return True
    return _is_said_to_be_dropped(query)


def _is_said_to_be_dropped(query: Query) -> bool:
    folded = fold(query.question)
    starts = [mention.start for mention in query.references.mentions if mention.kind == LEVEL]
    # `bộ tiêu chí nâng cao` without its diacritics drops nothing.
    starts = [start for start in starts if not folded.startswith("tieu chi", start)]
    # `giờ bỏ cấp huyện rồi, còn áp dụng không`: that it was dropped is said, not asked.
    said = confirmation.asks(query) or _ALREADY.search(folded)
    return bool(said) and any(_DROPPED.search(folded[:start]) for start in starts)


def _ended(query: Query, catalogue: Catalogue, table: CriteriaTable, level: Level) -> Answer:
    regulation = catalogue.regulations[table.document]
    earlier = [r for r in catalogue.decisions_at(level) if r.number != table.document]
    last = earlier[-1] if earlier else None
    before = (
        f"Quy định gần nhất về {wording.LEVEL_NAMES[level]} trong kho là "
        f"{wording.named(last)}, cho giai đoạn {last.period}."
        if last
        else None
    )
    there = wording.listed([wording.LEVEL_NAMES[one] for one in regulation.levels])
    claimed = _is_said_to_be_dropped(query)
    text = wording.paragraphs(
        f"{'Đúng: giai' if claimed else 'Giai'} đoạn {table.period} không còn "
        f"{wording.LEVEL_NAMES[level]}: {wording.named(regulation)} không có cấp hoặc danh hiệu "
        "này.",
        f"Giai đoạn này có: {there}." if there else None,
        "Kho không có quy định nào đổi tên danh hiệu cũ thành danh hiệu mới."
        if _RENAMED.search(fold(query.question))
        else None,
        before,
        f"Căn cứ: {wording.named_in_full(regulation)}.",
    )
    cited = [citing.of_table(table), *([citing.of_regulation(last)] if last else [])]
    return Answer(
        Outcome.ANSWERED if claimed else Outcome.CORRECTED,
        Kind.STRUCTURE,
        text,
        query.today,
        period=str(table.period),
        citations=citing.unique(cited),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """Names the decision that lays down the set; None where the knowledge has none."""
    if catalogue.tables_at(query.level):
        return _field_of_the_set(query, catalogue) or _from_tables(query, catalogue)
    asked = query.time
    level = query.level
    decisions = decisions_of(catalogue, level, asked) if asked else catalogue.decisions_at(level)
    if not decisions:
        return None
    latest = decisions[-1]
    if document.asks_for_a_field(query):
        return document.answer(query, catalogue, [latest])
    lead = (
        f"{wording.upper_first(wording.LEVEL_NAMES[query.level])} giai đoạn {latest.period}: "
        f"{wording.named_in_full(latest)}."
    )
    others = [f"giai đoạn {r.period}: {wording.named(r)}" for r in decisions[:-1]]
    return Answer(
        Outcome.ANSWERED,
        Kind.BASIS,
        wording.paragraphs(
            lead,
            latest.about,
            "Giai đoạn khác:\n" + wording.bullets(others) if others else None,
            validity(catalogue, latest, query.today) if not asked else None,
        ),
        query.today,
        period=str(latest.period) if latest.period else None,
        citations=citing.unique(
            citing.of_regulation(r)
            for r in (
                *reversed(decisions),
                *([] if asked else ended_by(catalogue, latest, query.today)),
            )
        ),
        suggestions=(f"{latest.number} quy định gì?", f"{latest.number} còn hiệu lực không?"),
    )


def _field_of_the_set(query: Query, catalogue: Catalogue) -> Answer | None:
    """Who signed the decision of the set, and the like; None where that is not asked."""
    if not query.wants(*OF_RELATIONS, *OF_VALIDITY) or query.wants(Aspect.TITLE):
        return None
    choice = choose(query, catalogue)
    if not choice.tables or choice.doubtful:
        return None
    return document.answer(query, catalogue, [catalogue.regulations[choice.tables[0].document]])


def _from_tables(query: Query, catalogue: Catalogue) -> Answer | None:
    choice = choose(query, catalogue)
    if not choice.tables:
        return None
    lines = [_line(catalogue, table, choice.when(table)) for table in choice.all]
    said = lines[0] if len(lines) == 1 else wording.bullets(lines)
    parts = (choice.note, said) if choice.doubtful else (said, choice.note)
    return Answer(
        Outcome.UNKNOWN if choice.doubtful else Outcome.ANSWERED,
        Kind.BASIS,
        wording.paragraphs(*parts),
        query.today,
        period=None if choice.open else str(choice.tables[0].period),
        citations=citing.unique(citing.of_table(table) for table in choice.all),
        suggestions=(
            f"Liệt kê các tiêu chí của {choice.tables[0].document}",
            f"{choice.tables[0].document} còn hiệu lực không?",
        ),
    )


def _line(catalogue: Catalogue, table: CriteriaTable, when: str) -> str:
    regulation = catalogue.regulations[table.document]
    start = f", {wording.since(regulation)}" if regulation.effective else ""
    return (
        f"{when}, {wording.LEVEL_NAMES[table.level]} được xét theo {wording.named(regulation)} của "
        f"{regulation.issuer}{start}: {table.title} ({table.annex}), "
        f"{table.counts.criteria} tiêu chí."
    )
