"""`Cùng nhóm với nó còn tiêu chí nào?` after a criterion: the group of criteria that it is in."""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.criteria import groups
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import follow_up
from knowledge.references.parser import CRITERION, GROUP
from knowledge.text import fold

_GROUP = re.compile(
    r"\b(?:cung|chung|trong) (?:mot |cai )?nhom\b|\bnhom (?:tieu chi )?(?:do|nay|ay|cua no)\b|"
    r"\b(?:thuoc|nam (?:o|trong)|o|vao|xep vao) (?:cai )?nhom (?:tieu chi )?(?:nao|gi|may)\b|"
    r"^\W*(?:the |con |vay |no )*nhom (?:nao|gi)\W*$"
)
_SAYS_IT = frozenset(["cung", "chung", "nhom", "trong", "no", "thuoc", "nam", "khac"])


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The criteria of that group; None where another thing is asked, or the set has no groups."""
    row = query.before.address
    own = set(follow_up.own_words(query.references).split()) - _SAYS_IT
    kinds = {mention.kind for mention in query.references.mentions}
    if not row or own or kinds - {CRITERION} or not _GROUP.search(fold(query.question)):
        return None
    if query.before.group or GROUP in kinds:  # of communes
        return None
    named = query.references.first(CRITERION) or row
    level = query.before.level
    tables = [
        table
        for table in catalogue.tables_of(query.before.document or "")
        if level in (None, table.level.value)
    ]
    choice = choose(query, catalogue, tables[:1])
    return groups.of_row(query, catalogue, choice, named)
