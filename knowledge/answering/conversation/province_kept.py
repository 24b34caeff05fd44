"""`Đường thôn của xã đó?` after a decision of a province: what that decision says of it first.

The same words name a criterion of the national sets, whose level for the region is another one.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer, Kind
from knowledge.answering.conversation import going_on, told
from knowledge.answering.query import Query
from knowledge.indexing.index import Index
from knowledge.references.parser import GROUP, REGION


def rather(query: Query, index: Index, found: Answer) -> Answer | None:
    """What the decision told of plainly says; None where a message was not met with a row."""
    last = next(iter(told.read(query.before)), "")
    decision = index.catalogue.regulations.get(last)
    kinds = {mention.kind for mention in query.references.mentions}
    of_row = found.kind is Kind.REQUIREMENT and not kinds - {GROUP, REGION}
    if decision is None or not (decision.provinces and of_row):
        return None
    return going_on.told_plainly(query, index)
