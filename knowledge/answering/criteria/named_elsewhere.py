"""What is known of a row that the set of the time asked about is not known to have.

`nước sạch hiện nay phải đạt bao nhiêu`: of the set in force only some rows are known by name.
That is said, with what is known of the matter in the set before it, told as such.
"""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import current, requirement
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import NAMED, Target, by_name
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import GROUP


def answer(query: Query, index: Index) -> Answer | None:
    """Says that the row is not known for the time asked about, and what the set before demands.

    Returns:
        None where the time is open, the set of that time is known row by row, or no set has a
        row called so.
    """
    demands = query.wants(Aspect.REQUIREMENT)
    # Groups of communes are those of the set in force.
    of_group = demands and bool(query.references.values(GROUP))
    if not (query.time or of_group) or not (demands or not query.aspects):
        return None
    choice = choose(query, index.catalogue)
    if not choice.tables or not lacks_rows(choice.tables[0]):
        return None
    main = choice.tables[0]
    found = in_sets_before(query, index, main)
    if not found:
        return None
    told = ((one, _told(query, index, one)) for one in found)
    known = next((pair for pair in told if not pair[1].abstained), None)
    latest, said = known or (found[0], _told(query, index, found[0]))
    return Answer(
        Outcome.UNKNOWN,
        Kind.REQUIREMENT,
        wording.paragraphs(
            f"{_not_known(index, main)}{_sentence(current.handed_on(main, latest.address))}",
            f"Để tham khảo, quy định của giai đoạn trước, nay đã hết:\n{said.direct}",
            f"Căn cứ: {wording.named(index.catalogue.regulations[main.document])}; "
            f"{wording.named(index.catalogue.regulations[latest.table.document])}.",
        ),
        query.today,
        period=str(main.period),
        citations=(
            citing.of_table(main),
            citing.of_row(latest.table, latest.address, said.direct),
        ),
        suggestions=(f"Liệt kê các tiêu chí của {main.document}",),
    )


def in_sets_before(
    query: Query, index: Index, table: CriteriaTable, least: float = NAMED
) -> list[Target]:
    """The rows of the sets before one that a message names, of the latest set first."""
    before = [
        earlier
        for earlier in index.catalogue.tables_at(table.level)[::-1]
        if earlier.period.first < table.period.first
    ]
    return [target for target in by_name(query, index.retriever, before, least) if target.row]


def _told(query: Query, index: Index, target: Target) -> Answer:
    return requirement.answer(query, index.catalogue, [target], Choice((target.table,)))


def lacks_rows(table: CriteriaTable) -> bool:
    """Whether the knowledge has fewer names than the set has rows."""
    names = [row.name for criterion in table.criteria for row in criterion.indicators]
    return sum(map(bool, names)) < (table.counts.indicators or 0)


def _not_known(index: Index, table: CriteriaTable) -> str:
    decision = wording.named(index.catalogue.regulations[table.document])
    return (
        f"Kho chưa có tên và mức của nội dung này trong bộ tiêu chí giai đoạn {table.period} "
        f"({decision}); {Target(table, '').annex}."
    )


def _sentence(said: str) -> str:
    return f" {said[0].upper()}{said[1:]}." if said else ""
