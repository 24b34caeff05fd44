"""A figure claimed of communes that is one of a title: `y tế phải 95% bảo hiểm, đúng không?`.

Both sets of a decision may have the row. Who is told that 95% is wrong would take it for
wrong everywhere.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Indicator
from knowledge.text import fold


def noted(query: Query, found: Answer, catalogue: Catalogue) -> Answer:
    """The correction, with the title of which the claim is right; as it is where there is none."""
    if found.outcome is not Outcome.CORRECTED or found.kind is not Kind.REQUIREMENT:
        return found
    if (meant := _meant(query, found, catalogue)) is None:
        return found
    target, row, said = meant
    where = f"{target.numbered}{wording.of_title(target.table)} ({target.table.document})"
    note = f"{wording.upper_first(said)} là mức của {where}."
    cited = citing.of_row(target.table, row.number or target.address, f"{target.named}: {said}.")
    direct, *rest = found.text.split("\n\n")
    return replace(
        found,
        text="\n\n".join([direct, note, *rest]),
        citations=citing.unique([*found.citations, cited]),
    )


def _meant(
    query: Query, found: Answer, catalogue: Catalogue
) -> tuple[Target, Indicator, str] | None:
    """The row of the same name in another set of the same decision that demands what is claimed."""
    documents = dict.fromkeys(citation.document for citation in found.citations)
    for number in documents:
        for table in catalogue.tables_of(number):
            for row in (indicator for one in table.criteria for indicator in one.indicators):
                cell = row.places.get(query.place or "") or row.requirement
                if not (row.number and row.name and cell):
                    continue
                there = fold(row.name) in fold(found.direct)
                said = wording.requirement(cell, row)
                if there and said not in found.direct and confirmation.claims(query, said):
                    return Target(table, row.number), row, said
    return None
