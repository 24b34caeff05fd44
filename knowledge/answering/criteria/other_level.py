"""A number of a level that had no set at the time: `tiêu chí 15 nâng cao giai đoạn trước?`.

The set for communes of that time has the number too, but there it is something else.
"""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.text import fold


def answer(query: Query, catalogue: Catalogue, table: CriteriaTable, address: str) -> Answer | None:
    """Says that there was no such set, and what the number was in the one there was.

    Args:
        query: the question.
        catalogue: of the serving index.
        table: the set of the time asked about.
        address: of the criterion or indicator.

    Returns:
        None where the set is of the level asked about, or the number is the same criterion there.
    """
    numbers = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    if address not in (*numbers, query.before.criterion):
        return None  # looked up by its name
    level = query.context.level
    of_level = [other for other in catalogue.tables if other.level.value == level]
    if not of_level or table.level.value == level:
        return None
    there, here = criterion_of(of_level[-1], address), criterion_of(table, address)
    if not (there and here) or fold(there.name or "") == fold(here.name or ""):
        return None
    target = Target(table, here.number)
    return Answer(
        Outcome.CORRECTED,
        Kind.BASIS,
        wording.paragraphs(
            f"Kho không có bộ tiêu chí {wording.LEVEL_NAMES[of_level[-1].level]} cho giai đoạn "
            f"{table.period}. {wording.upper_first(target.named)} của bộ {table.document} giai "
            "đoạn ấy là nội dung khác.",
            f"Bộ {wording.LEVEL_NAMES[of_level[-1].level]} trong kho: "
            f"{wording.named(catalogue.regulations[of_level[-1].document])}, giai đoạn "
            f"{of_level[-1].period}.",
        ),
        query.today,
        period=str(table.period),
        citations=(
            citing.of_row(table, target.address, target.named),
            citing.of_table(of_level[-1]),
        ),
        suggestions=(f"{wording.upper_first(target.numbered)} của {table.document} yêu cầu gì?",),
    )
