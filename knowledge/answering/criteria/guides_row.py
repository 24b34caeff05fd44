"""`Thông tư 52 có hướng dẫn tiêu chí 3.1 không?`: whether a guide guides the criterion named.

Told from the criteria that the guide is recorded to guide; where none are recorded it is left to
what its provisions say.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import related
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.fields import Level


def answer(query: Query, catalogue: Catalogue, found: Sequence[Regulation]) -> Answer | None:
    """Whether it does, and which criteria it guides; None where that is not recorded."""
    address = query.context.criterion
    if not address or len(found) != 1:
        return None
    guide = found[0]
    guided = [one for one in guide.relations if one.type is RelationType.GUIDES]
    tables = [table for one in guided for table in catalogue.tables_of(one.number)[:1]]
    stated = [number for one in guided for number in one.provisions]
    every = not stated and related.is_of_every_row(guide)
    stated = list(dict.fromkeys(stated or related.of_provisions(guide)))
    table = next((one for one in tables if one.level is Level.COMMUNE), None)
    if table is None or not (stated or every):
        return None
    does = [address] if every else [n for n in stated if related.covers(n, address)]
    first = Target(table, (*does, *stated)[0])
    name = wording.named(guide)
    of_rows = "mọi tiêu chí" if every else _rows(table, stated)
    whole = f"{name} hướng dẫn {of_rows} của {table.document}."
    if does:
        lead = f"Có: {name} hướng dẫn {_rows(table, does)} của {table.document}."
    else:
        asked = Target(table, address).named
        lead = f"Kho không ghi nhận {name} hướng dẫn {asked} của {table.document}."
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            lead,
            None if does == stated else whole,
            f"Căn cứ: {wording.named_in_full(guide)}.",
        ),
        query.today,
        period=str(table.period),
        citations=(citing.of_regulation(guide), citing.of_table(table)),
        suggestions=(f"{guide.number} hướng dẫn {first.numbered} thế nào?",),
    )


def _rows(table: CriteriaTable, addresses: Sequence[str]) -> str:
    return wording.listed([Target(table, one).named for one in addresses])
