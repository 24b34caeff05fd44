"""A handbook called so, not by its number: `sổ tay của bộ 2016-2020 ban hành bằng quyết định nào`.

The decision that issues a handbook is another one than that of the set which it explains.
"""

from __future__ import annotations

import re

from knowledge.answering import spans
from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import matter
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.aspect import OF_RELATIONS, OF_VALIDITY, Aspect
from knowledge.text import fold

_HANDBOOK = re.compile(r"\bso tay\b")


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The one handbook of the time asked about; None where none is asked for, or several fit."""
    of_document = query.wants(Aspect.BASIS, *OF_RELATIONS, *OF_VALIDITY)
    if not of_document or not _HANDBOOK.search(fold(query.question)):
        return None
    found = [
        regulation
        for regulation in catalogue.regulations.values()
        if _HANDBOOK.search(fold(regulation.title or ""))
        and spans.fits(query.time, regulation.period)
    ]
    return matter.told(query, catalogue, found) if len(found) == 1 else None
