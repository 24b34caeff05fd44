"""What the documents say by which a question wants it told: `theo hướng dẫn của Bộ A thì …`."""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.indexing.index import Index
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# `theo hướng dẫn của Bộ A thì có được tính không`: by what it is to be told, not what is asked.
_ACCORDING_TO = re.compile(
    r"\btheo (?:\w+ )?(?:huong dan|thong tu|quy dinh|cong van|quyet dinh|nghi dinh|nghi quyet)\b"
    r"(?! (?:nao|gi|so may|so bao nhieu))(?!.*\b(?:van ban|thong tu|quyet dinh) nao\b)"
)


def answer(query: Query, index: Index) -> Answer | None:
    """What those documents say on the matter; None where none is named, or none says anything."""
    kind = kind_in(query.question)
    told_by = kind.named and _ACCORDING_TO.search(fold(query.question)) is not None
    fits = candidates.fitting(query)

    def of_kind(passage: Passage) -> bool:
        regulation = index.catalogue.regulations.get(passage.document)
        return regulation is not None and kind.fits(regulation) and fits(passage)

    return free.reply(query, index, of_kind) if told_by and query.topic else None
