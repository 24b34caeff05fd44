"""A criterion that is not reached: `chưa đạt tiêu chí điện có được công nhận không?`.

That is asked of the conditions of recognition. What the criterion demands would be no answer, nor
would the withdrawal of what has been recognised, for which other words are used.
"""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.answer import Answer
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows import called
from knowledge.answering.searching import candidates, free
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import times
from knowledge.references.parser import CRITERION, INDICATOR, PERIOD, PROVINCE, TIME
from knowledge.text import fold

_ROW = r"(?:tieu chi|chi tieu|tc)"
_UNMET = re.compile(
    r"\b(?:chua|khong|chang) (?:dat|du|hoan thanh)\b|"
    rf"\b(?:thieu|rot|truot|hong|vuong|no)(?: (?:moi|mot|\d+|may|vai|cai))* {_ROW}\b|"
    r"\bdat (?:duoc )?\d{1,2} ?/ ?\d{1,2}\b|\bcon thieu\b"
)
_THEN = re.compile(
    r"\b(?:duoc|dc)(?: (?:xet|de nghi))* (?:cong nhan|xet|dat chuan|ve dich|len (?:nong thon|ntm))|"
    r"\bthi (?:sao|the nao|co sao)\b|\bco sao khong\b|\b(?:duoc|cho) no\b"
)
# What was recognised is kept or withdrawn; what was merged, and people, have rules of their own.
_OTHERWISE = re.compile(
    r"\b(?:thu hoi|mat|giu|danh hieu|bang cong nhan|rut|tuoc|ra soat|"
    r"(?:da )?duoc cong nhan (?:roi|ma|nam|tu|hoi)|sap nhap|sap xep|(?<!thu )nhap|gop|ghep|"
    r"thanh phan|hop tac xa|htx|can bo|cong chuc|huong dan)\b"
)
_NAMED_ROW = re.compile(rf"\b{_ROW}\b")


def answer(query: Query, index: Index) -> Answer | None:
    """The conditions of recognition at the time asked about; None where that is not asked."""
    folded = fold(query.question)
    kinds = {mention.kind for mention in query.references.mentions}
    asked = _UNMET.search(folded) and _THEN.search(folded) and not _OTHERWISE.search(folded)
    if not asked or PROVINCE in kinds:
        return None
    if not (kinds & {CRITERION, INDICATOR} or _names_a_row(folded, index.catalogue)):
        return None
    when = [m for m in query.references.mentions if m.kind in (TIME, PERIOD)]
    said = " ".join(query.references.text[m.start : m.end] for m in when)
    if not when and times.is_period(query.context.period):
        said = f"giai đoạn {query.context.period}"
    of_level = wording.LEVEL_NAMES[query.level]
    conditions = resolve(f"điều kiện công nhận {of_level} {said}".strip(), query.today)
    return free.reply(conditions, index, candidates.fitting(conditions))


def _names_a_row(folded: str, catalogue: Catalogue) -> bool:
    if _NAMED_ROW.search(folded):
        return True
    return any(re.search(rf"\b{re.escape(name)}\b", folded) for name in called.of_all(catalogue))
