"""`Tỷ lệ hộ nghèo thì hai vùng đó sao?`: the regions of the question before, by their names."""

from __future__ import annotations

import re

from knowledge.answering.conversation import carried
from knowledge.answering.query import Query, resolve
from knowledge.references.parser import GROUP, REGION, parse
from knowledge.text import fold

_BOTH = re.compile(
    r"\b(?:ca )?(?:hai|2|ba|3|cac|may|nhung) (?:vung|nhom xa|nhom|mien|noi|khu vuc)"
    r"(?: (?:do|nay|ay|kia|tren|vua (?:roi|neu|noi)))?(?! (?:nao|khac|con))\b|"
    r"\b(?:ca )?(?:hai|2) (?:ben|noi|cho)(?: (?:do|nay|ay|kia|tren))\b"
)
_TWO = 2


def resolved(query: Query) -> Query:
    """The query with the names of the regions; as it is where it points to none."""
    if query.references.values(REGION) or query.references.values(GROUP):
        return query
    earlier = parse(query.before.subject or "")
    named = {m.value: earlier.text[m.start : m.end] for m in earlier.mentions if m.kind == REGION}
    match = _BOTH.search(fold(query.question))
    if match is None or len(named) < _TWO or len(fold(query.question)) != len(query.question):
        return query
    names = " và ".join(name.strip() for name in named.values())
    said = f"{query.question[: match.start()]}{names}{query.question[match.end() :]}"
    return carried.continuing(resolve(said, query.today, query.before, query.courtesy))
