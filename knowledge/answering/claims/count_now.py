"""A count that the sets before had, asked of now: `không còn 19 tiêu chí nữa hả, còn mấy?`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.timeline import Interval, governing
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_STILL = re.compile(
    r"\b(?P<verb>khong con|het|bo|con|van|giu|nguyen|xet|cham|theo)"
    r"(?: (?:con|han|du|la|nguyen|ap dung))* "
    r"(?P<number>\d{2}) (?P<of>tieu chi|chi tieu)\b(?! (?:so )?\d)"
)
_GONE = ("khong con", "het", "bo")
# `xã còn 19 tiêu chí chưa đạt` tells how far somebody is.
_REACHED = re.compile(r"\b(?:dat|thieu|rot|hoan thanh|no|vuong)\b")
_NOW = "now"


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """How many the set in force has; None where another time or anything else is asked about."""
    folded = fold(query.question)
    claim = _STILL.search(folded)
    others = {m.kind for m in query.references.mentions if m.value != _NOW} - {LEVEL}
    if claim is None or others or query.follows or _REACHED.search(folded):
        return None
    if claim["verb"] == "bo" and not query.question[claim.start() :].lower().startswith("bỏ"):
        return None  # `bộ 19 tiêu chí`
    now = governing(catalogue, query.level, Interval(query.today, query.today))
    if not (now.tables and now.certain):
        return None
    table, number = now.tables[0], int(claim["number"])
    of_criteria = claim["of"] == "tieu chi"
    count = table.counts.criteria if of_criteria else table.counts.indicators
    before = [
        other
        for other in catalogue.tables_at(table.level)
        if number == (other.counts.criteria if of_criteria else other.counts.indicators)
    ]
    if count is None or not before:
        return None
    right = (number == count) is not (claim["verb"] in _GONE)
    regulation = catalogue.regulations[table.document]
    earlier = [f"{t.document} (giai đoạn {t.period})" for t in before if t is not table]
    return Answer(
        Outcome.ANSWERED if right else Outcome.CORRECTED,
        Kind.STRUCTURE,
        wording.paragraphs(
            f"{'Đúng' if right else 'Không đúng'}: {table.title} có {table.counts.criteria} tiêu "
            f"chí, {table.counts.indicators} {table.indicator_word}.",
            f"{number} {'tiêu chí' if of_criteria else 'chỉ tiêu'} là số của "
            f"{wording.listed(earlier)}."
            if earlier
            else None,
            f"Căn cứ: {wording.named_in_full(regulation)}.",
        ),
        query.today,
        period=str(table.period),
        citations=citing.unique(citing.of_table(one) for one in (table, *before)),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )
