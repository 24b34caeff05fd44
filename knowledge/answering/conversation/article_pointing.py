"""The article that a conversation is on: `bài đó nói gì về cán bộ?`, `ai viết bài?`.

It is the one told of last; where the figure asked for was not known, that on the place it was
asked of, if there is one only.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Article
from knowledge.references.aspects import aspects
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.text import fold

_ARTICLE = re.compile(r"\bbai(?: bao| viet)?\b(?! hoc)")
_THAT = re.compile(
    r"\b(?:bai(?: bao| viet)?|tin) (?:do|nay|ay|tren|kia)\b|"
    r"\btrong bai(?: bao| viet)?\b(?! hoc)"
)


def talked_about(query: Query, catalogue: Catalogue) -> Article | None:
    """The article told of last, or the one on the place asked about where a message names one."""
    number = next(iter(told.read(query.before)), query.before.document) or ""
    if number in catalogue.articles:
        return catalogue.articles[number]
    if not _ARTICLE.search(fold(query.question)) or not query.before.province:
        return None
    on_it = [a for a in catalogue.articles_about({query.before.province}) if len(a.provinces) == 1]
    return on_it[0] if len(on_it) == 1 else None


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query of the article that a message points to; as it is where it points to none."""
    kinds = {mention.kind for mention in query.references.mentions}
    if not _THAT.search(fold(query.question)) or kinds & {DOCUMENT, PROVINCE}:
        return query
    article = talked_about(query, catalogue)
    if article is None:
        return query
    asked = next(iter(aspects(query.question)), None)
    context = replace(query.context, document=article.id, aspect=asked.value if asked else None)
    if not kinds & {CRITERION, INDICATOR}:
        context = replace(context, criterion=None)
    return replace(query, context=context)
