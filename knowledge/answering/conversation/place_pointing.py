"""The place that a follow-up means by `tỉnh`, `cả thành phố`, `ở đây`: the one talked about.

After an article on Hà Giang, `tỉnh tự nêu hạn chế gì?` asks about Hà Giang.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.aspect import OF_FIELDS
from knowledge.references.aspects import aspects
from knowledge.references.carrying import merge
from knowledge.references.mention import DOCUMENT, LEVEL, PROVINCE, Mention, drop_overlaps
from knowledge.text import fold

_TYPED = re.compile(
    r"(?:\b(?:cả|toàn)\s+)?(?<!cấp\s)(?<!các\s)\b(?:tỉnh|thành phố)\b(?!\s+(?:nào|gì|khác|ủy))"
)
# Without diacritics `tinh` may be `tính`.
_BARE = re.compile(
    r"(?:^\W*(?:the |con |vay )?|\b(?:ca|toan|o|cua) )(?:tinh|thanh pho)\b"
    r"(?! (?:nao|gi|khac|uy|den|theo|tu|ra|vao|chung|hinh))"
)
_HERE = re.compile(r"\b(?:ở đây|ở đó|địa phương (?:này|đó))\b")
_DECISION = re.compile(r"\b(?:quyet dinh|qd|van ban|vb|cai|bo tieu chi|bo)(?= (?:do )?(?:cua|o)\b)")
_NAMED = frozenset({PROVINCE, DOCUMENT, LEVEL})


def decision_of(query: Query, catalogue: Catalogue) -> Query:
    """`quyết định của Lào Cai ký ngày nào?` read as though it named the decision told of."""
    named = [m for m in query.references.mentions if m.kind == PROVINCE]
    of_document = set(aspects(query.question)) & OF_FIELDS
    match = _DECISION.search(fold(query.question))
    if query.names_documents or len(named) != 1 or not (match and of_document):
        return query
    for number in told.read(query.before):
        for regulation in catalogue.find(number):
            if named[0].value in regulation.provinces:
                pointer = Mention(DOCUMENT, regulation.number, *match.span())
                mentions = tuple(drop_overlaps([pointer, *query.references.mentions]))
                references = replace(query.references, mentions=mentions)
                context = merge(query.before, references, continues=True)
                return replace(query, references=references, context=context)
    return query


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query as though it named the province; as it is where it points to none."""
    if query.before.is_fresh:
        return query
    if any(mention.kind in _NAMED for mention in query.references.mentions):
        return query
    of_document = set(aspects(query.question)) & OF_FIELDS
    match = None if of_document else _pointer(query.question)
    province = _talked_about(query, catalogue)
    if match is None or province is None:
        return query
    pointer = Mention(PROVINCE, province, *match.span())
    mentions = tuple(drop_overlaps([pointer, *query.references.mentions]))
    references = replace(query.references, mentions=mentions)
    context = merge(query.before, references, continues=True)
    # It is the place talked about already: what was told of it is talked about still.
    context = replace(context, document=query.context.document)
    return replace(query, references=references, context=context)


def _pointer(question: str) -> re.Match[str] | None:
    lowered, folded = question.lower(), fold(question)
    if lowered == folded:
        return _BARE.search(folded)
    return _TYPED.search(lowered) or _HERE.search(lowered)


def _talked_about(query: Query, catalogue: Catalogue) -> str | None:
    """The only province of the article or decision told of last."""
    for number in [*told.read(query.before)[:1], query.before.document]:
        about = [catalogue.articles.get(number or ""), *catalogue.find(number or "")]
        places = {place for one in about if one for place in one.provinces}
        if len(places) == 1:
            return places.pop()
    return None
