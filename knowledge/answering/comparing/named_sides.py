"""What a question sets against each other, and the question that it asks of each side.

`Đường trục thôn theo bộ 491, vùng Đồng bằng sông Hồng cao hơn Tây Nguyên mấy phần trăm?` has two
sides, and asks of each `Đường trục thôn theo bộ 491, vùng … mấy phần trăm?`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answering import wording
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
    drop_overlaps,
)
from knowledge.text import fold

_TWO = 2
_MOST = 4
# One question tells its sides apart by the first of these of which it names several.
_KINDS = (
    *((DOCUMENT,), (LEVEL,), (REGION,), (GROUP,), (PROVINCE,), (PERIOD, TIME)),
    (CRITERION, INDICATOR),
)
_EVERYWHERE = "mức chung"
_IN_GENERAL = re.compile(r"\b(?:so voi )?muc chung\b")
_THEN, _NOW = "giai đoạn trước", "hiện nay"
_BEFORE = re.compile(
    r"\b(?:truoc (?:day|kia|do)|(?:hoi|ngay|thoi|luc|giai doan|ky|dot|ban) (?:truoc|xua|cu)|"
    r"(?<=bo )cu)\b"
)
_TODAY = re.compile(r"\b(?:bay gio|hien (?:nay|tai|gio|hanh)|gio(?! day)|dot nay|(?<=bo )moi)\b")
_BARE_NUMBER = re.compile(r"(?<![\w/.,%-])(\d{2,4}(?:/20\d\d)?)(?![\w/%-]|[.,]\d)")
_COMPARES = re.compile(
    r"\b(?:so(?: sanh)? (?:voi|vs)|so sanh|doi chieu|(?:chenh|lech)(?: lech| nhau)?|"
    r"(?:ben|cai|bo|vung|noi|muc|loai|dang) nao|hon kem|lan luot|"
    r"co gi (?:doi|khac|moi)|"
    r"(?:co )?(?:giong|khac|bang)(?: gi| o)?(?: nhau)?(?: (?:cho|diem) nao)?(?: the nao| ra sao)?|"
    r"(?:da |co )?(?:tang|giam|nang|ha|thay doi|bot)(?! cao)(?: dan| them| len| xuong| di)*|"
    r"(?:co )?(?:cao|thap|nhieu|it|chat|gat|kho|de|lon|nho) hon)\b(?: (?:khong|ko|k)\b)?"
)
_RELATED = re.compile(
    r"\b(?:thay|sua|bo sung|bai bo|huy|huong dan|can cu|dua|dieu chinh|ke thua|noi tiep|"
    r"chuyen)\b"
)
_AND = re.compile(r"\b(?:con|va|voi|vs|roi|ma)\b")
# `số mấy ở xã, số mấy ở xã nâng cao`
_ASKS = re.compile(r"\b(?:bao nhieu|may|gi|nao|ai|ra sao|khi nao)\b")
_JOIN = (
    r"(?:va|voi|vs|roi|sang|con|so|thi|o|cua|theo|la|bo|xa|vung|tinh|giai doan|hoi|nam|"
    r"nghi dinh|quyet dinh|thong tu|qd|nd)"
)
_JOINS = re.compile(rf"\W*(?:{_JOIN}\b\W*)*")
_LOOSE = r"(?:va|voi|vs|hay|con|roi|so|sang)"
# A joining word that a cut leaves without its other half.
_BEFORE_CUT = re.compile(rf"(?:\W*\b{_LOOSE})+\W*$")
_AFTER_CUT = re.compile(rf"\W*(?:{_LOOSE}\b\W*)+")


@dataclass(frozen=True)
class NamedSide:
    """One of the things compared.

    Attributes:
        label: how it is called where what is said of it does not name it.
        question: the question asked of it alone.
        level: the level or title that it is; None where sides are no levels.
        kind: what kind of mention it is.
    """

    label: str
    question: str
    level: Level | None
    kind: str

    def is_named_in(self, said: str) -> bool:
        """Whether a folded text names it; `xã nâng cao` does not name `xã nông thôn mới`."""
        label = fold(self.label)
        title = re.search(r"\b(?:nang cao|kieu mau|hien dai)$", label)
        name = re.escape(title[0] if title else label)
        return re.search(rf"{name}(?! (?:nang cao|kieu mau|hien dai))", said) is not None


def find(query: Query, catalogue: Catalogue) -> list[NamedSide]:
    """The sides that a question compares, in its order; empty where it compares nothing."""
    text, folded = query.question, fold(query.question)
    if len(folded) != len(text):
        return []
    mentions = _mentions(query, folded, catalogue)
    for kinds in _KINDS:
        of_kind = [m for m in mentions if m.kind in kinds]
        values = list(dict.fromkeys(m.value for m in of_kind))
        if _TWO <= len(values) <= _MOST and _are_compared(folded, of_kind):
            return [_side(text, folded, mentions, of_kind, value) for value in values]
    return []


def _mentions(query: Query, folded: str, catalogue: Catalogue) -> list[Mention]:
    """Those of the question; `mức chung` beside one place, and numbers without `quyết định`."""
    found = list(query.references.mentions)
    if general := _IN_GENERAL.search(folded):
        kind = next((m.kind for m in found if m.kind in (REGION, GROUP)), REGION)
        found.append(Mention(kind, _EVERYWHERE, *general.span()))
    then, now = _BEFORE.search(folded), _TODAY.search(folded)
    if then and now and not query.times:
        found = [m for m in found if m.kind != TIME]
        found += [Mention(TIME, _THEN, *then.span()), Mention(TIME, _NOW, *now.span())]
    if not _COMPARES.search(folded):
        return drop_overlaps(found)
    named = [
        replace(m, value=_known(m.value, catalogue)) if m.kind == DOCUMENT else m for m in found
    ]
    # `theo 1996 và theo 1920` are decisions, no years, where such are known.
    other = [m for m in named if m.kind != TIME]
    bare = [
        Mention(DOCUMENT, known[0].number, *number.span())
        for number in _BARE_NUMBER.finditer(folded)
        if len(known := catalogue.find(f"văn bản {number[1]}")) == 1
    ]
    return drop_overlaps([*other, *bare, *named])


def _known(number: str, catalogue: Catalogue) -> str:
    known = catalogue.find(number)
    return known[0].number if len(known) == 1 else number


def _are_compared(folded: str, mentions: Sequence[Mention]) -> bool:
    if _COMPARES.search(folded) or Aspect.DIFFERENCE in aspects(folded):
        return True
    between = [folded[one.end : other.start] for one, other in itertools.pairwise(mentions)]
    if mentions[0].kind == DOCUMENT:  # `bộ 1980 có 49 chỉ tiêu còn bộ 318 57 chỉ tiêu phải không`
        return _RELATED.search(folded) is None and all(map(_AND.search, between))
    if {_THEN, _NOW} <= {m.value for m in mentions} or len(_ASKS.findall(folded)) >= _TWO:
        return True
    return all(_JOINS.fullmatch(words) for words in between)


def _side(
    text: str, folded: str, mentions: Sequence[Mention], of_kind: Sequence[Mention], value: str
) -> NamedSide:
    """One side, with the question without the others and without the words that compare them."""
    own = [m for m in of_kind if m.value == value]
    others = [m for m in of_kind if m.value != value]
    cuts = [(m.start, m.end) for m in [*others, *_going_with(mentions, of_kind, value)]]
    cuts += [m.span() for m in _COMPARES.finditer(folded) if not _meets(m.span(), own)]
    if value == _EVERYWHERE:
        cuts += [(m.start, m.end) for m in own]
    kept: list[str] = []
    last = 0
    for start, end in [*sorted(cuts), (len(text), len(text))]:
        part = folded[last:start]
        after = _AFTER_CUT.match(part) if last else None
        before = _BEFORE_CUT.search(part) if end > start else None
        first = last + (after.end() if after else 0)
        stop = last + (before.start() if before else len(part))
        kept.append(_spelt_out(text, own, first, max(first, stop)))
        last = max(last, end)
    question = " ".join(" ".join(kept).split())
    level = Level(value) if own[0].kind == LEVEL else None
    return NamedSide(_label(text, own[0]), question, level, own[0].kind)


def _spelt_out(text: str, own: Sequence[Mention], start: int, end: int) -> str:
    """A part of the question; `2540` with its whole number, `xã thường` with its title."""
    part = text[start:end]
    for mention in reversed(own):
        if start <= mention.start and mention.end <= end:
            head, tail = part[: mention.start - start], part[mention.end - start :]
            part = f"{head}{_in_full(text, mention)}{tail}"
    return part


def _in_full(text: str, mention: Mention) -> str:
    if mention.kind == DOCUMENT or mention.value in (_THEN, _NOW):
        return mention.value
    if mention.kind == LEVEL and mention.value == Level.COMMUNE.value:
        return wording.LEVEL_NAMES[Level.COMMUNE]
    return text[mention.start : mention.end]


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
    if mention.kind in (REGION, GROUP) and mention.value != _EVERYWHERE:
        return wording.place(mention.value)
    if (
        mention.kind in (DOCUMENT, PROVINCE, PERIOD, CRITERION, INDICATOR)
        or mention.value == _EVERYWHERE
    ):
        return mention.value
    return text[mention.start : mention.end]
