"""`Hộ có nhà tiêu hợp vệ sinh cột mình`: the column of the place that is known already.

It says nothing that the conversation does not carry, and left in place it passes for a place of
its own.
"""

from __future__ import annotations

import re

from knowledge.answering.query import Query, resolve
from knowledge.references.follow_up import own_words
from knowledge.text import fold

_MINE = re.compile(
    r"\W*\b(?:(?:o|cho|cua|theo|lay) )?(?:cot|vung|mien|nhom|muc)(?: (?:cot|vung|nhom))?(?: cua)? "
    r"(?:minh|toi|em|chung toi|ben (?:minh|toi|em)|xa (?:minh|toi|em)|(?:minh|toi|em) day)\b(?! la)"
)


def resolved(query: Query) -> Query:
    """The query without it; as it is where no place is known, or where it says nothing else."""
    known = query.before.region or query.before.group
    folded = fold(query.question)
    match = _MINE.search(folded)
    if not known or match is None or len(folded) != len(query.question):
        return query
    said = f"{query.question[: match.start()]}{query.question[match.end() :]}".strip()
    rest = resolve(said, query.today, query.before, query.courtesy)
    return rest if rest.references.mentions or own_words(rest.references) else query
