"""What speaks for a passage beside its wording: its time, its level, what kind of text it is."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answering.query import Query
from knowledge.answering.searching import acts
from knowledge.corpus.fields import Nature
from knowledge.corpus.timeline import Interval
from knowledge.references import levels, times
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL, PERIOD, PROVINCE, parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_LEVELS = ("xa", "huyen", "tinh")
# What a decision on one title says of it, rather than one on all of them.
_OF_TITLE = 1.5
_BY_DEFAULT = 0.5
_AUTHORITY = re.compile(r"\btham quyen\b|^ai (?:cong nhan|xet|quyet dinh|ky)\b")
_WHO_ASKED = re.compile(
    r"\bai (?:cong nhan|quyet dinh|xet|la nguoi cong nhan|co quyen)|tham quyen|"
    r"(?:co quan|cap|chuc danh) nao (?:cong nhan|quyet dinh|xet)|"
    r"\btu (?:cong bo|cong nhan|quyet dinh cong nhan)\b|\bk[iy] (?:quyet dinh )?cong nhan\b"
)
_COUNT = re.compile(r"\d+ (?:nội dung )?(?:tiêu chí|chỉ tiêu|nhóm)\b", re.IGNORECASE)


def counts(passage: Passage) -> bool:
    """Whether a passage tells how many criteria or indicators there are."""
    return _COUNT.search(passage.text) is not None


def tells_who_decides(query: Query, passage: Passage) -> bool:
    """Whether it is asked who decides, and a passage is about just that."""
    about_it = passage.known and _AUTHORITY.search(fold(passage.provision)) is not None
    return about_it and _WHO_ASKED.search(fold(query.search_text)) is not None


def counted(query: Query, passage: Passage) -> float:
    """Where a number of criteria is asked for: 1 if it tells one, -1 if it introduces; else 0."""
    if not query.wants(Aspect.COUNT):
        return 0.0
    return 1.0 if counts(passage) else -float(passage.overview)


def is_a_title(level: str | None) -> bool:
    """`xã kiểu mẫu`, beside `xã`."""
    return level is not None and " " in level


def of_level(passage: Passage, level: str | None) -> float:
    """Whether a passage is of the level asked about: 1, of another: -1, or neither: 0."""
    if level is None:
        return 0.0
    if passage.level is not None:
        of_it = _OF_TITLE if is_a_title(level) else 1.0
        return of_it if passage.level == level else 0.0
    there = syllables(heading(passage))
    unit, *title = fold(level).split()
    if unit in there:  # a commune is not of the model ones because it is a commune
        return 1.0 if set(title) <= set(there) else 0.0
    return -1.0 if any(other in there for other in _LEVELS) else 0.0


def of_others(query: Query, passage: Passage) -> float:
    """Whether a heading names units of administration, but none that the question speaks of."""
    if query.context.level:
        return 0.0
    asked, there = (set(levels.units(one)) for one in (query.question, heading(passage)))
    if not asked and acts.is_about_it(query.question, passage):
        # `khi nào bị thu hồi?`: communes are meant where nothing is said, but that is less sure
        return _BY_DEFAULT if there and "xa" not in there else 0.0
    return 1.0 if asked and there and not asked & there else 0.0


def recent(query: Query, passage: Passage) -> float:
    """Of how much of what was talked about a passage is, if the message names nothing: 0 to 2."""
    if query.references.mentions:
        return 0.0
    before = query.before
    of_criterion = bool(before.criterion) and before.criterion in passage.criteria
    of_document = bool(before.document) and before.document == passage.document
    return float(of_criterion) + float(of_document)


def timely(query: Query, passage: Passage) -> float:
    """Whether a passage is of the time asked about: 1, of another: -1, or neither: 0."""
    asked = query.time
    if asked is None:
        return 0.0
    if query.context.period and query.context.period in f"{passage.heading} {passage.text}":
        return 1.0
    reported = passage.nature is Nature.ARTICLE_SUMMARY
    if reported:
        return 0.0 if query.references.values(PROVINCE) else -1.0
    if passage.period is None:
        return 0.0
    return 1.0 if overlaps(passage, asked) else -1.0


def overlaps(passage: Passage, span: Interval) -> bool:
    """Whether the period of a passage and a span of days have a year in common.

    A passage whose heading names a period of its own is of that one: `Tiêu chí thu nhập
    giai đoạn 2027-2030` of a decree for 2026-2030.
    """
    periods = _periods_named(heading(passage)) or (passage.period or "0-9999",)
    years = [tuple(int(year) for year in period.split("-")) for period in periods]
    return any(span.in_years(first, last) for first, last in years)


def names_a_period(passage: Passage) -> bool:
    """Whether the heading of a passage names the period that it is of."""
    return bool(_periods_named(heading(passage)))


@lru_cache(maxsize=20_000)
def _periods_named(heading: str) -> tuple[str, ...]:
    """Every passage of a document may be looked at for one question."""
    return tuple(m.value for m in times.find(fold(heading)) if m.kind == PERIOD)


def is_of_other_titles(passage: Passage, level: str) -> bool:
    """Whether the heading of a passage names titles, and not the one asked about."""
    named = _levels_named(heading(passage))
    return bool(named) and level not in named and all(map(is_a_title, named))


@lru_cache(maxsize=20_000)
def _levels_named(heading: str) -> tuple[str, ...]:
    return tuple(parse(heading).values(LEVEL))


def heading(passage: Passage) -> str:
    """The address of a provision and its heading."""
    return f"{passage.provision} {passage.heading}"


def speaks_of(passage: Passage, level: str) -> bool:
    """Whether a passage is about a level, or about several and names this one."""
    named = fold(level).split()[0] in syllables(f"{passage.heading} {passage.text}")
    return passage.level == level or (passage.level is None and named)
