"""That no criterion of a set is called what is asked for: `tiêu chí sân bay là số mấy`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.text import fold

# The name stands between the noun and the question for its number.
_WHICH = re.compile(
    r"^\W*(?:(?:cho|xin|toi|em|minh|hoi|biet|thi|the|con|vay) )*(?:tieu chi|chi tieu|tc)"
    r"(?: (?:ve|cua|la|so))* (?!nao\b|may\b|gi\b|so\b|la\b|\d|xa\b|ntm\b|nong thon moi\b)[a-z].*"
    r"\b(?:la|thuoc|nam o|o|dung|thu|mang)(?: (?:tieu chi|chi tieu|so|thu))* "
    r"(?:so |thu )?(?:may|bao nhieu|nao)"
    r"(?: (?:trong|cua|theo|o) (?!.*\b(?:va|con|so voi)\b).*)?\W*$"
)


def asked(query: Query) -> bool:
    """Whether the number of a criterion is asked for by its name, and nothing else."""
    numbered = query.references.values(CRITERION) or query.references.values(INDICATOR)
    plain = _WHICH.search(fold(query.question)) is not None
    return plain and not numbered and not query.follows and bool(query.topic)


def answer(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """That the set has none of that name, and which it has; None where no set is meant."""
    choice = choose(query, catalogue, only)
    if not choice.tables:
        return None
    table = choice.tables[0]
    names = "\n".join(f"{row.number}. {row.name}" for row in table.criteria)
    return Answer(
        Outcome.UNKNOWN,
        Kind.STRUCTURE,
        wording.paragraphs(
            f"Không tìm thấy tiêu chí hay chỉ tiêu nào có tên như vậy trong {table.title} "
            f"({table.document}). Các tiêu chí của bộ này:\n{names}",
            "Tên một số chỉ tiêu chưa có trong kho; anh/chị có thể "
            f"xem {table.annex} của {table.document}."
            if any(row.name is None for one in table.criteria for row in one.indicators)
            else None,
        ),
        query.today,
        period=str(table.period),
        citations=(citing.of_table(table),),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )
