"""What a question sets against each other, and the question that it asks of each side.

`Đường trục thôn theo bộ 491, vùng Đồng bằng sông Hồng cao hơn Tây Nguyên mấy phần trăm?` has two
sides, and asks of each `Đường trục thôn theo bộ 491, vùng … mấy phần trăm?`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import wording
from knowledge.answering.comparing import asked_apart, mentioned, then_and_now
from knowledge.answering.comparing.asked_apart import Asked
from knowledge.answering.comparing.mentioned import COMPARES, EVERYWHERE, OPPOSED
from knowledge.answering.comparing.message import ASKS, JOINS, Message
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.mention import (
    CRITERION,
    DOCUMENT,
    GROUP,
    INDICATOR,
    LEVEL,
    PERIOD,
    PROVINCE,
    REGION,
    TIME,
    Mention,
)
from knowledge.text import fold

_TWO = 2
_MOST = 4
# One question tells its sides apart by the first of these of which it names several.
_KINDS = (
    *((DOCUMENT,), (LEVEL,), (REGION,), (GROUP,), (PROVINCE,), (PERIOD, TIME)),
    (CRITERION, INDICATOR),
)
_A_SET = re.compile(r"\b(?:bo(?: tieu chi)?|dot|lan|ban)(?: nam)?\W*$")
_RELATED = re.compile(
    r"\b(?:thay|sua|bo sung|bai bo|huy|huong dan|can cu|dua|dieu chinh|ke thua|noi tiep|"
    r"chuyen)\b"
)
# What one of the two did to the other.
_CHANGED = re.compile(r"\btruoc va sau khi (?:\w+ ){0,2}?(?:sua|thay|bo sung|dieu chinh)\b")
_SENTENCE = re.compile(r"[.?!](?!\d)")
_AND = re.compile(r"\b(?:con|va|voi|vs|roi|ma)\b|,")


@dataclass(frozen=True)
class NamedSide:
    """One of the things compared.

    Attributes:
        label: how it is called where what is said of it does not name it.
        asked: what is asked of it alone.
        level: the level or title that it is; None where sides are no levels.
        kind: what kind of mention it is.
        value: what it is: the number of a document, a period, a place.
    """

    label: str
    asked: Asked
    level: Level | None
    kind: str
    value: str

    @property
    def question(self) -> str:
        """The question asked of it alone."""
        return self.asked.question

    def is_named_in(self, said: str) -> bool:
        """Whether a folded text names it; `xã nâng cao` does not name `xã nông thôn mới`."""
        if self.kind in (PERIOD, TIME) and self.value[0].isdigit():
            return re.search(rf"(?<![\d/-]){self.value}(?![\d-])", said) is not None
        label = fold(self.value if self.kind == TIME else self.label)
        title = re.search(r"\b(?:nang cao|kieu mau|hien dai)$", label)
        name = re.escape(title[0] if title else label)
        return re.search(rf"{name}(?! (?:nang cao|kieu mau|hien dai))", said) is not None


def find(query: Query, catalogue: Catalogue) -> list[NamedSide]:
    """The sides that a question compares, in its order; empty where it compares nothing."""
    text, folded = query.question, fold(query.question)
    if len(folded) != len(text):
        return []
    mentions = mentioned.find(query, folded, catalogue)
    # `trước kia cần mấy xã nâng cao, nay cần mấy xã hiện đại`: what is asked goes with the times.
    opposed = {m.value for m in mentions} >= OPPOSED and len(ASKS.findall(folded)) >= _TWO
    for kinds in ((PERIOD, TIME), *_KINDS) if opposed else _KINDS:
        of_kind = [m for m in mentions if m.kind in kinds]
        if kinds == (DOCUMENT,):
            of_kind = mentioned.with_times(folded, of_kind, mentions)
        values = list(dict.fromkeys(m.value for m in of_kind))
        if _TWO <= len(values) <= _MOST and _are_compared(folded, of_kind):
            return _sides(query, catalogue, mentions, of_kind, values)
    return []


def _are_compared(folded: str, mentions: Sequence[Mention]) -> bool:
    if mentions[0].kind == DOCUMENT and _CHANGED.search(folded):
        return False
    if COMPARES.search(folded) or Aspect.DIFFERENCE in aspects(folded):
        return True
    between = [folded[one.end : other.start] for one, other in itertools.pairwise(mentions)]
    if all(m.kind == DOCUMENT for m in mentions):  # `1980 có 49 chỉ tiêu còn 318 có 57 phải không`
        return _RELATED.search(folded) is None and all(map(_AND.search, between))
    if {m.value for m in mentions} >= OPPOSED or _is_asked_of_each(folded, mentions, between):
        return True
    return all(words.strip() and JOINS.fullmatch(words) for words in between)


def _is_asked_of_each(folded: str, sides: Sequence[Mention], between: Sequence[str]) -> bool:
    """`A bao nhiêu, B bao nhiêu`: as many questions as sides, and not all in one place."""
    opens = max(map(folded[: sides[0].start].rfind, ".?!")) + 1
    ends = _SENTENCE.split(folded[sides[-1].end :])[0]
    parts = (folded[opens : sides[0].start], *between, ends)
    apart = [len(ASKS.findall(part)) for part in parts]
    once = len({m.value for m in sides}) == len(sides)
    return once and sum(apart) >= len(sides) and sum(map(bool, apart)) >= _TWO


def _sides(
    query: Query,
    catalogue: Catalogue,
    mentions: Sequence[Mention],
    of_kind: Sequence[Mention],
    values: Sequence[str],
) -> list[NamedSide]:
    """Each side with the question asked of it alone."""
    text, folded = query.question, fold(query.question)
    compared = [m.span() for m in COMPARES.finditer(folded) if not _meets(m.span(), of_kind)]

    def others(value: str) -> list[tuple[int, int]]:
        found = [(m.start, m.end) for m in _going_with(mentions, of_kind, value)]
        own = [(m.start, m.end) for m in of_kind if m.value == value == EVERYWHERE]
        return [*found, *own, *_relative(folded, of_kind)]

    names = {m: _of_its_set(query, catalogue, m) or _in_full(text, m) for m in of_kind}
    asked = asked_apart.questions(Message(text, names, compared), others)
    first = {m.value: m for m in reversed(of_kind)}
    return [
        NamedSide(
            _label(text, first[value]),
            asked[value],
            Level(value) if first[value].kind == LEVEL else None,
            first[value].kind,
            value,
        )
        for value in values
    ]


def _relative(folded: str, of_kind: Sequence[Mention]) -> list[tuple[int, int]]:
    """`giai đoạn trước` beside documents, which say by themselves of when they are."""
    if any(m.kind != DOCUMENT for m in of_kind):
        return []
    times = [(m.start, m.end) for m in then_and_now.both(folded)]
    return [span for span in times if not _meets(span, of_kind)]


def _of_its_set(query: Query, catalogue: Catalogue, mention: Mention) -> str | None:
    """`bộ 2016`, `đợt 2016`: the period of the set that is called by its year."""
    if mention.kind != TIME or not _A_SET.search(fold(query.question)[: mention.start]):
        return None
    tables = catalogue.tables_at(query.level)
    periods = [str(t.period) for t in tables if str(t.period.first) == mention.value]
    return f"giai đoạn {periods[0]}" if periods else None


def _in_full(text: str, mention: Mention) -> str:
    """How a side is written: `2540` with its whole number, `xã thường` with its title."""
    worded = text[mention.start : mention.end]
    if mention.kind == DOCUMENT:
        return mention.value
    if mention.value in OPPOSED:
        return then_and_now.in_full(mention, fold(worded))
    if mention.kind == LEVEL and mention.value == Level.COMMUNE.value:
        return wording.LEVEL_NAMES[Level.COMMUNE]
    return worded


def _going_with(
    mentions: Sequence[Mention], of_kind: Sequence[Mention], value: str
) -> list[Mention]:
    """What goes with the other sides: the period of each level in `kiểu mẫu 2018-2020, xã 2016`."""
    found = []
    for kind in dict.fromkeys(m.kind for m in mentions if m not in of_kind):
        same = [m for m in mentions if m.kind == kind]
        after = all(side.end <= m.start for side, m in zip(of_kind, same, strict=False))
        before = all(m.end <= side.start for side, m in zip(of_kind, same, strict=False))
        apart = len({m.value for m in same}) == len(same) == len(of_kind)
        if apart and (after or before):
            pairs = zip(of_kind, same, strict=True)
            found += [m for side, m in pairs if side.value != value]
    return found


def _meets(span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    return any(span[0] < m.end and m.start < span[1] for m in mentions)


def _label(text: str, mention: Mention) -> str:
    """How a side is called: its name, or the words of the question."""
    if mention.kind == LEVEL:
        return wording.LEVEL_NAMES[Level(mention.value)]
    if mention.kind in (REGION, GROUP) and mention.value != EVERYWHERE:
        return wording.place(mention.value)
    if mention.kind in (PERIOD, TIME):
        return _when(text, mention)
    if mention.kind in (DOCUMENT, PROVINCE, CRITERION, INDICATOR) or mention.value == EVERYWHERE:
        return mention.value
    return text[mention.start : mention.end]


def _when(text: str, mention: Mention) -> str:
    """`Giai đoạn 2016-2020`, `Năm 2026`; other times as they are worded."""
    if mention.value in OPPOSED:
        return "trước đây" if mention.value == then_and_now.BEFORE else mention.value
    if mention.kind == PERIOD:
        return f"giai đoạn {mention.value}"
    return f"năm {mention.value}" if mention.value.isdigit() else text[mention.start : mention.end]
