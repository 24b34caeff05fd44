"""Where what was told holds: `mức này là mức chung cả nước à?`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.conversation import told
from knowledge.answering.documents import stating
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_EVERYWHERE = re.compile(
    r"\b(?:chung|ca nuoc|toan quoc|quoc gia|trung uong|tinh nao cung|dau cung|moi tinh)\b"
)
_THIS = re.compile(
    r"\b(?:(?:muc|so|con so|quy dinh|cai|van ban|quyet dinh) (?:nay|do|ay|tren)|no)\b|"
    r"^\W*(?:the |vay |vay la |the la )?(?:do|day) (?:co phai )?(?:la )?(?:muc|quy dinh|cai)\b"
)
_ASKS = re.compile(r"\b(?:khong|chua|nhi|ha|a|chu)\W*(?:em|ban|a|anh|chi)?\W*$")


def answer(query: Query, catalogue: Catalogue, passages: Iterable[Passage] = ()) -> Answer | None:
    """Whether what was told holds everywhere; None where a follow-up does not ask that."""
    folded = fold(query.question)
    last = [*told.read(query.before), query.before.document or ""][0]
    about = catalogue.find(last)[:1]
    asked = _EVERYWHERE.search(folded) and _THIS.search(folded) and _ASKS.search(folded)
    pointed = query.follows or (told.read(query.before) and not query.references.mentions)
    if not (asked and about and pointed):
        return None
    regulation = about[0]
    name = wording.named(regulation)
    province = query.before.province
    if province and _is_example(regulation, province, passages):
        outcome = Outcome.CORRECTED
        said = (
            f"Không phải mức chung cả nước: mức vừa nêu là mức của tỉnh {province}, chỉ áp dụng ở "
            f"đó; {name} chỉ được dẫn kèm."
        )
    elif regulation.provinces:
        where = wording.listed(list(regulation.provinces))
        outcome = Outcome.CORRECTED
        said = (
            f"Không phải mức chung cả nước: {name} do {regulation.issuer} ban hành, chỉ áp dụng "
            f"ở {where}."
        )
    else:
        key = query.context.region or query.context.group
        place = f"; mức vừa nêu là của {wording.place(key)}" if key else ""
        outcome = Outcome.ANSWERED
        said = f"{name} do {regulation.issuer} ban hành, áp dụng chung cả nước{place}."
    return stating.of_document(query, regulation, outcome, said)


def _is_example(regulation: Regulation, province: str, passages: Iterable[Passage]) -> bool:
    """Whether a national document is told of only with what a province made of it."""
    named = fold(province)
    return not regulation.provinces and any(
        passage.document == regulation.number and named in fold(passage.provision)
        for passage in passages
    )
