"""A document that a question calls by its other name: `Nghị quyết tam nông`, `Luật Đất đai`."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.carrying import merge
from knowledge.references.mention import DOCUMENT, Mention, drop_overlaps
from knowledge.text import fold, syllables

# Shorter names are numbers without their letters, which are read as such: `Nghị định 33`.
_LEAST = 3
# The sets of criteria are chosen by level and period.
_OF_SETS = ("bo tieu chi", "tieu chi")
_LAW = "Luật"


def named(query: Query, catalogue: Catalogue) -> Query:
    """The query as though it had given the number; as it is where it calls none by a name."""
    folded = fold(query.question)
    if query.names_documents or len(folded) != len(query.question):
        return query
    for name, number in _names(catalogue):
        if called := re.search(rf"\b{re.escape(name)}\b", folded):
            mention = Mention(DOCUMENT, number, *called.span())
            mentions = tuple(drop_overlaps([mention, *query.references.mentions]))
            references = replace(query.references, mentions=mentions)
            return replace(query, references=references, context=merge(query.before, references))
    return query


def _names(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Names, folded, with the numbers of what they call; the longest first."""
    found = []
    for regulation in catalogue.regulations.values():
        titles = [regulation.title] if regulation.type == _LAW and regulation.title else []
        for name in (*regulation.aliases, *titles):
            folded = fold(name)
            if len(syllables(name)) >= _LEAST and not folded.startswith(_OF_SETS):
                found.append((folded, regulation.number))
    return sorted(found, key=lambda pair: len(pair[0]), reverse=True)
