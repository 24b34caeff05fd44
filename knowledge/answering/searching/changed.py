"""What a document's own provisions say of its changes.

The changing document need not be in the knowledge: `Thông tư 5/2022 đã được Thông tư 7/2024 sửa
đổi`, told in the file of the first, would otherwise be met with that no change is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_CHANGES = {
    Aspect.AMENDED_BY: (RelationType.AMENDS, r"(?:sua doi|bo sung)"),
    Aspect.REPLACED_BY: (RelationType.REPLACES, r"(?:thay the|bai bo)"),
}
_ANY = 0.0


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """The provision that tells of the change asked about; None where a relation does, or none."""
    asked = [change for aspect, change in _CHANGES.items() if query.wants(aspect)]
    if len(found) != 1 or len(asked) != 1:
        return None
    number = found[0].number
    type_, done = asked[0]
    if index.catalogue.incoming(number, type_):
        return None
    changed = re.compile(rf"{re.escape(fold(number))} (?:da )?(?:duoc|bi) [^.;]*\b{done}\b")

    def tells(passage: Passage) -> bool:
        return passage.document == number and changed.search(fold(passage.text)) is not None

    return free.reply(query, index, tells, _ANY)
