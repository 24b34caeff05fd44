"""Which region of the criteria sets a province is in: `Quảng Ngãi thuộc vùng nào?`.

The regions are those of the former provinces; one of today may join several of them.
"""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.parser import PROVINCE
from knowledge.references.places import Province, provinces
from knowledge.text import fold

_ASKED = re.compile(r"\b(?:thuoc|nam o|nam trong|o|la) (?:vung|khu vuc|mien) (?:nao|gi)\b")


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The region of each province named or talked about; None where none is asked for."""
    home = [query.context.province] if query.context.province else []
    names = query.references.values(PROVINCE) or home
    if not names or query.names_documents or not _ASKED.search(fold(query.question)):
        return None
    told = [wording.upper_first(_told(provinces()[name])) for name in names]
    current = choose(query, catalogue).current
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(
            "\n".join(told),
            *(
                f"Bộ đang áp dụng ({table.document}) chia mức theo {table.scale}, không theo vùng."
                for table in current
                if table.scale != "vùng"
            ),
        ),
        query.today,
        citations=citing.unique(citing.of_table(table) for table in current),
        suggestions=tuple(f"Thu nhập của xã ở {name} phải bao nhiêu?" for name in names[:2]),
    )


def _told(named: Province) -> str:
    """The region of a province; of its parts, where these are of several regions."""
    parts = [p for p in provinces().values() if p.region and p.now == named.name]
    regions = {part.region for part in parts}
    if len(regions) < 2:
        since = "" if named.now == named.name else f" (nay thuộc {named.now})"
        return f"{named.name}{since} thuộc {wording.place(named.region or parts[0].region or '')}."
    each = [
        f"{wording.place(region)} ({wording.listed([p.name for p in parts if p.region == region])})"
        for region in dict.fromkeys(part.region for part in parts)
        if region
    ]
    return (
        f"{named.name} hiện nay gồm các tỉnh cũ thuộc {wording.listed(each)}; mức theo vùng của "
        "các bộ tiêu chí trước đây tính theo tỉnh cũ."
    )
