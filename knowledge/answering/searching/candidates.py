"""The passages that may answer a question, ranked by how likely they do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.answering.documents import quoting
from knowledge.answering.query import Query
from knowledge.answering.searching import acts, confidence
from knowledge.corpus.fields import Nature
from knowledge.corpus.timeline import Interval
from knowledge.references import levels, times
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL, PERIOD, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Hit, Retriever, everything
from knowledge.text import fold, syllables

THRESHOLD = 0.45
# Within one document or the articles of one province little else can be meant.
NARROW_THRESHOLD = 0.3
# Where the time and the unit of administration are those asked about as well.
_OF_TIME_AND_UNIT = 0.4
_CANDIDATES = 10
_LEVELS = ("xa", "huyen", "tinh")
_ABOVE = ("huyện", "tỉnh")
_RECENT = 0.1
# The reranker has learnt from the texts of provisions, not from digests with example questions.
_CHANCE = 0.3
_LEVEL = 0.15
# What a decision on one title says of it, rather than one on all of them.
_OF_TITLE = 1.5
_BY_DEFAULT = 0.5
_COUNTED = 0.15
_WHO = 0.4
_ACT = 0.15
_AUTHORITY = "tham quyen"
_WHO_ASKED = re.compile(
    r"\bai (?:cong nhan|quyet dinh|xet|la nguoi cong nhan|co quyen)|tham quyen|"
    r"(?:co quan|cap|chuc danh) nao (?:cong nhan|quyet dinh|xet)"
)
_COUNT = re.compile(r"\d+ (?:nội dung )?(?:tiêu chí|chỉ tiêu|nhóm)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A candidate passage.

    Attributes:
        hit: as retrieved.
        confidence: the probability that it answers the question, 0 to 1.
    """

    hit: Hit
    confidence: float

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.hit.passage


def candidates(
    query: Query,
    retriever: Retriever,
    accept: Callable[[Passage], bool] = everything,
) -> list[Found]:
    """The passages that cover the question best, best first."""
    hits = retrieve(query, retriever, accept)
    model = confidence.Model.shipped()
    judged = [Found(hit, model.probability(features(query, hit, hits, retriever))) for hit in hits]
    return sorted(judged, key=lambda found: _worth(query, found), reverse=True)


def retrieve(
    query: Query, retriever: Retriever, accept: Callable[[Passage], bool] = everything
) -> list[Hit]:
    """The nearest passages, before they are judged."""
    return retriever.search(query.search_text, _CANDIDATES, accept=accept)


def features(
    query: Query, hit: Hit, rivals: Sequence[Hit], retriever: Retriever
) -> confidence.Features:
    """What the confidence in a candidate rests on."""
    return confidence.of_candidate(
        query.content,
        hit,
        rivals,
        retriever,
        timely=_timely(query, hit.passage),
    )


def _worth(query: Query, found: Found) -> float:
    """What candidates are ranked by."""
    own_words = quoting.bonus(found.passage) if found.confidence >= THRESHOLD else 0.0
    counted = _counts(found.passage) if query.wants(Aspect.COUNT) else 0.0
    who = _WHO if tells_who(query, found) else 0.0
    of_level = _LEVEL * (_of_level(found.passage, query.context.level) - _of_others(query, found))
    of_text = _CHANCE * found.hit.chance if found.passage.nature is Nature.ORIGINAL else 0.0
    of_act = acts.is_about_it(query.question, found.passage)
    act = _ACT if of_act and found.confidence >= least(query, found, THRESHOLD) else 0.0
    bonuses = (own_words, counted, who, act, of_level, of_text, _recent(query, found.passage))
    return found.confidence + sum(bonuses)


def _counts(passage: Passage) -> float:
    """What a passage is worth more or less where a number of criteria is asked for."""
    if counts(passage):
        return _COUNTED
    return -_COUNTED if passage.overview else 0.0


def counts(passage: Passage) -> bool:
    """Whether a passage tells how many criteria or indicators there are."""
    return _COUNT.search(passage.text) is not None


def least(query: Query, found: Found, threshold: float) -> float:
    """The least confidence for a candidate: less where more than the wording speaks for it."""
    if threshold > THRESHOLD:  # nearly all that is asked must be there
        return threshold
    if tells_who(query, found) or _is_of_the_act(query, found.passage):
        return min(threshold, NARROW_THRESHOLD)
    asked = query.time
    of_time = bool(query.times) and asked is not None and overlaps(found.passage, asked)
    unit = levels.units(query.question)[:1]
    # Nearly everything is about communes: that says nothing.
    of_unit = unit not in ([], ["xa"]) and unit == levels.units(_heading(found.passage))[:1]
    return min(threshold, _OF_TIME_AND_UNIT) if of_time and of_unit else threshold


def tells_who(query: Query, found: Found) -> bool:
    """Whether it is asked who decides, and a passage is about just that."""
    passage = found.passage
    likely = passage.known and found.confidence >= NARROW_THRESHOLD
    about_it = likely and _AUTHORITY in fold(passage.provision)
    return about_it and _WHO_ASKED.search(fold(query.question)) is not None


def _is_of_the_act(query: Query, passage: Passage) -> bool:
    """Whether a passage is of the withdrawal asked about, or of the conditions of the title."""
    entitled = _is_a_title(query.context.level) and passage.level == query.context.level
    about_it = acts.is_about_it(query.question, passage)
    return about_it and (acts.of_withdrawal(query.question) or entitled)


def _is_a_title(level: str | None) -> bool:
    """`xã kiểu mẫu`, beside `xã`."""
    return level is not None and " " in level


def _of_level(passage: Passage, level: str | None) -> float:
    """Whether a passage is of the level asked about: 1, of another: -1, or neither: 0."""
    if level is None:
        return 0.0
    if passage.level is not None:
        of_it = _OF_TITLE if _is_a_title(level) else 1.0
        return of_it if passage.level == level else 0.0
    heading = syllables(_heading(passage))
    unit, *title = fold(level).split()
    if unit in heading:  # a commune is not of the model ones because it is a commune
        return 1.0 if set(title) <= set(heading) else 0.0
    return -1.0 if any(other in heading for other in _LEVELS) else 0.0


def _of_others(query: Query, found: Found) -> float:
    """Whether a heading names units of administration, but none that the question speaks of."""
    if query.context.level:
        return 0.0
    asked, heading = (set(levels.units(one)) for one in (query.question, _heading(found.passage)))
    if not asked and acts.is_about_it(query.question, found.passage):
        # `khi nào bị thu hồi?`: communes are meant where nothing is said, but that is less sure
        return _BY_DEFAULT if heading and "xa" not in heading else 0.0
    return 1.0 if asked and heading and not asked & heading else 0.0


def _recent(query: Query, passage: Passage) -> float:
    """A message that names nothing may lean on what was talked about before it."""
    if query.references.mentions:
        return 0.0
    before = query.before
    of_criterion = bool(before.criterion) and before.criterion in passage.criteria
    of_document = bool(before.document) and before.document == passage.document
    return _RECENT * of_criterion + _RECENT * of_document


def _timely(query: Query, passage: Passage) -> float:
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
    periods = _periods_named(_heading(passage)) or (passage.period or "0-9999",)
    years = [tuple(int(year) for year in period.split("-")) for period in periods]
    return any(span.in_years(first, last) for first, last in years)


def names_a_period(passage: Passage) -> bool:
    """Whether the heading of a passage names the period that it is of."""
    return bool(_periods_named(_heading(passage)))


@lru_cache(maxsize=20_000)
def _periods_named(heading: str) -> tuple[str, ...]:
    """Every passage of a document may be looked at for one question."""
    return tuple(m.value for m in times.find(fold(heading)) if m.kind == PERIOD)


def _heading(passage: Passage) -> str:
    return f"{passage.provision} {passage.heading}"


def speaks_of(passage: Passage, level: str) -> bool:
    """Whether a passage is about a level, or about several and names this one."""
    named = fold(level).split()[0] in syllables(f"{passage.heading} {passage.text}")
    return passage.level == level or (passage.level is None and named)


def _names_communes(passage: Passage) -> bool:
    return "xa" in syllables(passage.text)


def fitting(query: Query) -> Callable[[Passage], bool]:
    """A passage about one province or level does not answer a question about another."""
    provinces = set(query.references.values(PROVINCE))
    level = query.context.level
    # `xã nâng cao muốn lên kiểu mẫu`: of either.
    wanted = [*query.references.values(LEVEL), *([level] if level else [])]

    of_communes = level == "xã" or (not level and levels.units(query.question) == ["xa"])

    def accept(passage: Passage) -> bool:
        if of_communes and passage.level in _ABOVE and not _names_communes(passage):
            return False
        of_province = not provinces or not passage.provinces or provinces & set(passage.provinces)
        of_level = not level or level == "xã" or any(speaks_of(passage, one) for one in wanted)
        return bool(of_province and of_level)

    return accept
