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
from knowledge.answering.searching import acts, candidates, free
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import times
from knowledge.references.parser import CRITERION, INDICATOR, PERIOD, PROVINCE, TIME
from knowledge.text import fold

_NAMED_ROW = re.compile(r"\b(?:tieu chi|chi tieu|tc)\b")


def answer(query: Query, index: Index) -> Answer | None:
    """The conditions of recognition at the time asked about; None where that is not asked."""
    folded = fold(query.question)
    kinds = {mention.kind for mention in query.references.mentions}
    if not acts.of_an_unmet_row(query.question) or PROVINCE in kinds or query.names_documents:
        return None
    of_row = query.before.address is not None and not kinds
    if not (of_row or kinds & {CRITERION, INDICATOR} or _names_a_row(folded, index.catalogue)):
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
