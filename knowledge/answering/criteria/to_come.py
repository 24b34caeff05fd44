"""A period for which no set of criteria has been laid down yet: `giai đoạn 2041-2045`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL
from knowledge.text import fold

_ASKED = (
    Aspect.REQUIREMENT,
    Aspect.COUNT,
    Aspect.LIST,
    Aspect.BASIS,
    Aspect.ABOUT,
    Aspect.DIFFERENCE,
)
_AFTER = re.compile(r"^\D*\bsau (?:nam )?(\d{4})\b\D*$")


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """That there is no set for it yet, and which the latest is; None where none is asked for."""
    tables = catalogue.tables_at(query.level) or catalogue.tables
    latest = max(tables, key=lambda table: table.period.last, default=None)
    if latest is None or not query.times or not query.wants(*_ASKED):
        return None
    folded = fold(query.question)
    of_criteria = "tieu chi" in folded or "chi tieu" in folded or query.references.values(LEVEL)
    after = _AFTER.search(folded)
    ahead = all(span.first.year > latest.period.last for span in query.times)
    ahead = ahead or (after is not None and int(after[1]) >= latest.period.last)
    if not ahead or not of_criteria or "von" in folded.split():
        return None
    regulation = catalogue.regulations[latest.document]
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        f"Kho chưa có bộ tiêu chí hay mức nào cho thời gian được hỏi. Bộ mới nhất trong kho là "
        f"{wording.named(regulation)}, cho giai đoạn {latest.period}.",
        query.today,
        period=str(latest.period),
        citations=(citing.of_table(latest),),
        suggestions=(f"Liệt kê các tiêu chí của {latest.document}",),
    )
