"""How far the whole country has come by now: the figure of the latest day that is told."""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.answering.searching.confidence import coverage
from knowledge.corpus.fields import Nature
from knowledge.indexing.index import Index
from knowledge.references import levels, times
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT, PROVINCE, parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_COUNTRY = re.compile(r"\b(?:ca|toan) (?:nuoc|quoc)\b")
_HOW_FAR = re.compile(
    r"\b(?:bao nhieu|may|con so|so luong|so|ty le|phan tram|%)(?: (?:cac|phan tram|so))* "
    r"(?:xa|huyen|tinh)\b.*\b(?:dat|hoan thanh|cong nhan|nong thon moi|ntm|nang cao|kieu mau)\b"
)
_BY_NOW = re.compile(
    r"\b(?:den|toi) (?:nay|gio|luc nay|thoi diem nay)\b|\bbay gio\b|\bhien (?:nay|tai|co)\b|"
    r"\bmoi nhat\b|\broi\W*$"
)
# What is demanded or aimed at has been reached by nobody.
_NOT_REACHED = re.compile(
    r"\b(?:muc tieu|phan dau|phai(?! khong)|can|dieu kien|ke hoach|du kien|thi (?:duoc|moi))\b"
)
_AIM = re.compile(r"\bmuc tieu\b")
_UNITS = {"xa": "xã", "huyen": "huyện", "tinh": "tỉnh"}
_FIGURE = r"\d[\d./]* {0}\b|cấp {0}: \d"
# The country, the unit and the title are looked for word by word.
_LEAST = 0.15
# Of two passages on the matter the later is told, not the one that is worded nearer.
_AS_NEAR = 0.15


def answer(query: Query, index: Index) -> Answer | None:
    """What the country had reached on the latest day known; None where that is not asked."""
    if not _is_asked(query):
        return None
    unit = _UNITS[next(iter(levels.units(query.question)), "xa")]
    figure = re.compile(_FIGURE.format(unit))
    title = fold(query.context.level or "").removeprefix("xa").strip()

    def tells(passage: Passage) -> bool:
        return (
            passage.known
            and not (passage.row or passage.provinces)
            and passage.nature is not Nature.ARTICLE_SUMMARY
            and not _AIM.search(fold(passage.provision))
            and _COUNTRY.search(fold(passage.text)) is not None
            and figure.search(passage.text) is not None
            and title in fold(passage.text)
            and _day(passage) <= query.today.isoformat()
        )

    found = candidates.candidates(query, index.retriever, tells)
    found = [one for one in found if one.confidence >= _LEAST]
    covered = [coverage(query.question, one.passage, index.retriever) for one in found]
    near = [
        one
        for one, share in zip(found, covered, strict=True)
        if share >= max(covered) - _AS_NEAR and _day(one.passage)
    ]
    if not near:
        return None
    latest = max(near, key=lambda one: (_day(one.passage), not _names_a_place(one.passage)))
    return free.answer(query, index.catalogue, [latest])


def _is_asked(query: Query) -> bool:
    """Whether it is asked how many units of the country have reached something by now."""
    folded = fold(query.question)
    if query.references.values(PROVINCE) or query.references.values(DOCUMENT) or query.times:
        return False
    asked = query.wants(Aspect.RESULT) or _HOW_FAR.search(folded) is not None
    if not asked or _NOT_REACHED.search(folded):
        return False
    elsewhere = query.follows or query.context.province
    return bool(_COUNTRY.search(folded) or (_BY_NOW.search(folded) and not elsewhere))


def _names_a_place(passage: Passage) -> bool:
    return bool(parse(passage.text).values(PROVINCE))


def _day(passage: Passage) -> str:
    """The last day or month that the figures are said to be of: `2025-07-01`."""
    first = passage.text.split(". ")[0]
    return max((m.value for m in times.find(fold(first)) if m.value[0].isdigit()), default="")
