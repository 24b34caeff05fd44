"""`còn 2021-2025?`, `còn nhà ở?` after a threshold that was asked for by its name.

The set asked of before may have none of that name, or call it otherwise, so such a row is looked
up anew by what is asked, and not by what was told.
"""

from __future__ import annotations

import re

from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.answering.rows.target import by_name
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT, PERIOD, TIME, parse
from knowledge.text import fold, syllables

_ANOTHER = re.compile(r"^\W*(?:the |vay |va )*con (?!lai\b|han\b|hieu\b|thieu\b|no\b)")
_ASKED = (Aspect.REQUIREMENT, Aspect.BASIS)
_SHORT = 7
# A name of so few words must be that of the row.
_PLAINLY = 0.85


def is_asked(query: Query, index: Index) -> bool:
    """Whether a message names no more than another time, or another row, than was asked about."""
    before = query.before
    again = [one for one in _ASKED if before.aspect == one.value and query.wants(one)]
    # Looked up by its number, or in the document that was named.
    named = before.criterion or parse(before.subject or "").values(DOCUMENT)
    if named or not (query.follows and again):
        return False
    if not any(index.catalogue.tables_of(number) for number in told.read(before)[:1]):
        return False
    kinds = {mention.kind for mention in query.references.mentions}
    if not follow_up.own_words(query.references):
        return bool(kinds) and kinds <= {PERIOD, TIME}
    return not kinds and _names_another(query, index)


def _names_another(query: Query, index: Index) -> bool:
    """`còn nước sạch?`: whether nothing but the name of another row is said."""
    if not _ANOTHER.match(fold(query.question)) or len(syllables(query.question)) > _SHORT:
        return False
    return bool(by_name(query, index.retriever, index.catalogue.tables, _PLAINLY))
