"""`Giai đoạn này` in a talk on another period: the one talked about, and not now."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import times
from knowledge.references.carrying import merge
from knowledge.references.parser import TIME
from knowledge.text import fold

_THIS = re.compile(r"\W*giai doan nay\W*")
_NOW = "now"


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The query of the period talked about; as it is where it points to none."""
    period = _talked_about(query, catalogue)
    pointing = [m for m in query.references.mentions if m.kind == TIME and m.value == _NOW]
    spoken = [query.question[m.start : m.end] for m in pointing]
    if period is None or not spoken or not all(_THIS.fullmatch(fold(said)) for said in spoken):
        return query
    kept = tuple(m for m in query.references.mentions if m not in pointing)
    references = replace(query.references, mentions=kept)
    context = merge(query.before, references, continues=True)
    return replace(query, references=references, context=replace(context, period=period))


def _talked_about(query: Query, catalogue: Catalogue) -> str | None:
    """The planning period that was named, or that of the document talked about."""
    named = query.before.period
    if times.is_period(named):
        return named
    about = catalogue.regulations.get(query.before.document or "")
    return str(about.period) if about and about.period else None
