"""What a question mentions that may be set against something else.

Besides what every question mentions: `mức chung` beside one place, numbers of documents without
`quyết định`, and what was against what is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.comparing import then_and_now, told_places
from knowledge.answering.comparing.message import ASKS, JOINS
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.mention import (
    DOCUMENT,
    GROUP,
    PERIOD,
    REGION,
    TIME,
    Mention,
    drop_overlaps,
)

_TWO = 2
EVERYWHERE = "mức chung"
OPPOSED = {then_and_now.BEFORE, then_and_now.TODAY}
_IN_GENERAL = re.compile(r"\b(?:so voi )?muc chung\b")
_BARE_NUMBER = re.compile(
    r"(?<![\w/.,%-])(\d{3,4}(?:/20\d\d)?|\d{2}/20\d\d|"
    r"(?:(?<=voi )|(?<=vs )|(?<=va )|(?<=hay )|^)\d{2}|"
    r"\d{2}(?= (?:voi|vs|va|hay)\b))(?![\w/%-]|[.,]\d|"
    r" (?:ct|tc|tieu chi|chi tieu|noi dung|diem|nguoi|phan tram|ty|trieu|xa|huyen|thon|ho|nam)\b)"
)
# `491 có 19 tiêu chí`
_COUNTS = re.compile(r" (?:co|gom|la|chi|con) (?:\w+ )?\d+ (?:tieu chi|chi tieu|tc|ct|noi dung)\b")
COMPARES = re.compile(
    r"\b(?:(?:(?<!thon )(?<!chi )(?<!bo )(?<!xa )moi|tung) "
    r"(?:cai|ben|bo|ban|loai|van ban|quyet dinh|nghi dinh|thong tu|giai doan|noi|vung|tinh|lan|"
    r"dot)|"
    r"deu(?: la)?|so(?: sanh)? (?:voi|vs)|so sanh|doi chieu|(?:chenh|lech)(?: lech| nhau)?|"
    r"(?:ben|cai|bo|vung|noi|muc|loai|dang) nao|hon kem|lan luot|"
    r"co gi (?:doi|khac|moi)|"
    r"(?:co )?bang nhau|co bang(?= (?:khong|cua)\b)|"
    r"(?:co )?(?:giong|khac)(?: gi| o)?(?: nhau)?(?: gi\b)?(?: (?:cho|diem) nao)?"
    r"(?: the nao| ra sao)?|"
    r"(?:da |co )?(?:tang|giam|nang|ha|thay doi|bot)(?! cao)(?: dan| them| len| xuong| di)*|"
    r"(?:(?:co )?(?:(?<!nang )cao|thap|nhieu|it|chat|gat|kho|de|lon|nho|kha) )?hon)\b"
    r"(?: (?:khong|ko|k)\b)?"
)


def find(query: Query, folded: str, catalogue: Catalogue) -> list[Mention]:
    """Those of the question; `mức chung` beside one place, and numbers without `quyết định`."""
    found = list(query.references.mentions)
    if general := _IN_GENERAL.search(folded):
        kind = next((m.kind for m in found if m.kind in (REGION, GROUP)), REGION)
        found.append(Mention(kind, EVERYWHERE, *general.span()))
    found += [*_bare(folded, found, catalogue), *told_places.find(query, catalogue)]
    named = [
        replace(m, value=_known(m.value, catalogue)) if m.kind == DOCUMENT else m for m in found
    ]
    # `theo 1996 và theo 1920` are decisions, no years, where such are known.
    named = drop_overlaps(sorted(named, key=lambda m: m.kind in (PERIOD, TIME)))
    if opposed := then_and_now.mentions(folded, named, query.today.year):
        named = [*opposed, *(m for m in named if m.kind not in (PERIOD, TIME))]
    return drop_overlaps(named)


def _bare(folded: str, named: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """Numbers of documents without `quyết định`: compared, or beside another document or time."""
    compared = COMPARES.search(folded) or len(ASKS.findall(folded)) >= _TWO
    beside = [m for m in named if m.kind in (DOCUMENT, TIME)] + then_and_now.both(folded)
    found: list[Mention] = []
    for number in _BARE_NUMBER.finditer(folded):
        start, end = number.span(1)
        known = catalogue.only(f"văn bản {number[1]}")
        if known is None:
            continue
        mention = Mention(DOCUMENT, known.number, start, end)
        of_a_set = _COUNTS.match(folded, end) and catalogue.tables_of(known.number)
        if compared or of_a_set or _is_beside(folded, mention, [*beside, *found]):
            found.append(mention)
    return found


def _is_beside(folded: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether nothing but joining words stands between a mention and one of others."""
    between = [
        folded[mention.end : m.start] if mention.end <= m.start else folded[m.end : mention.start]
        for m in others
    ]
    return any(words.strip() and JOINS.fullmatch(words) for words in between)


def _known(number: str, catalogue: Catalogue) -> str:
    known = catalogue.only(number)
    return known.number if known else number


def with_times(
    folded: str, documents: Sequence[Mention], mentions: Sequence[Mention]
) -> list[Mention]:
    """With the times listed beside documents: `342, 1980 và 2021-2025`, `2373 và theo bộ mới`."""
    found = list(documents)
    for time in (m for m in mentions if m.kind == PERIOD or m.value in OPPOSED):
        if _is_beside(folded, time, found):
            found.append(time)
    return sorted(found, key=lambda m: m.start)
