"""Documents by what they are about: `văn bản nào quy định về chuẩn tiếp cận pháp luật`.

Finds the documents whose introduction covers the matter, then follows
replacement and succession both ways, so that the whole chain is told with the
text that holds at the time asked about first.
"""

from __future__ import annotations

import re

from knowledge.answering import citing, document, free, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.validity import validity
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.timeline import Interval, State, status
from knowledge.indexing.index import Index
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_THRESHOLD = 0.7
_MOST = 5
_TYPES = {
    "nghi dinh": "Nghị định",
    "thong tu": "Thông tư",
    "cong van": "Công văn",
    "nghi quyet": "Nghị quyết",
    "luat": "Luật",
    "quyet dinh": "Quyết định",
    "qd": "Quyết định",
}
_TYPE = re.compile(rf"\b({'|'.join(_TYPES)}) (?:nao|gi|moi nhat|so may)\b")
_HOLDING = (State.IN_FORCE, State.SIGNED_ONLY)


def answer(query: Query, index: Index) -> Answer | None:
    """The documents about the matter; None where no document is."""
    topic = query.topic
    if not topic:
        return None
    catalogue = index.catalogue
    wanted = _type_asked(query)

    def introduces(passage: Passage) -> bool:
        regulation = catalogue.regulations.get(passage.document)
        return (
            passage.overview
            and regulation is not None
            and (wanted is None or regulation.type == wanted)
            and not regulation.provinces
        )

    hits = index.retriever.search(topic, _MOST, accept=introduces)
    judged = [
        (
            free.coverage(topic, hit.passage, index.retriever.lexical),
            hit.score,
            hit.passage.document,
        )
        for hit in hits
    ]
    fitting = [row for row in judged if row[0] >= _THRESHOLD]
    if not fitting:
        return None
    chain = _chain(catalogue, catalogue.regulations[max(fitting)[2]], wanted)
    return _told(query, catalogue, chain)


def _type_asked(query: Query) -> str | None:
    match = _TYPE.search(fold(query.question))
    return _TYPES[match[1]] if match else None


def _chain(catalogue: Catalogue, start: Regulation, wanted: str | None) -> list[Regulation]:
    """A document with what it replaced and succeeded, and what did so to it; latest first."""
    kinds = (RelationType.REPLACES, RelationType.SUCCEEDS)
    seen, waiting = {start.number: start}, [start]
    while waiting:
        current = waiting.pop()
        near = [item.regulation for item in catalogue.incoming(current.number, *kinds)]
        near += [
            catalogue.regulations[relation.number]
            for relation in current.relations
            if relation.type in kinds and relation.number in catalogue.regulations
        ]
        for regulation in near:
            if regulation.number not in seen and wanted in (None, regulation.type):
                seen[regulation.number] = regulation
                waiting.append(regulation)
    return sorted(seen.values(), key=lambda r: str(r.signed or ""), reverse=True)


def _told(query: Query, catalogue: Catalogue, chain: list[Regulation]) -> Answer | None:
    asked = query.time
    first = [r for r in chain if _holds(query, catalogue, r, asked)]
    if asked and not first:
        return None
    main = (first or chain)[0]
    rest = [regulation for regulation in chain if regulation is not main]
    later = [f"{wording.named(r)}{_since(r)}" for r in rest]
    if document.asks_for_a_field(query):
        return document.answer(query, catalogue, [main])
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"{wording.named_in_full(main)}. {main.about}",
            validity(catalogue, main, query.today),
            f"Các văn bản trước và sau:\n{wording.bullets(later)}" if later else None,
        ),
        query.today,
        period=str(main.period) if main.period else None,
        citations=citing.unique(citing.of_regulation(r) for r in (main, *rest)),
        suggestions=(f"{main.number} ai ký?", f"{main.number} quy định gì?"),
        confidence=0.9,
    )


def _since(regulation: Regulation) -> str:
    start = wording.since(regulation)
    period = f"giai đoạn {regulation.period}" if regulation.period else ""
    parts = [part for part in (start, period) if part]
    return f" ({'; '.join(parts)})" if parts else ""


def _holds(
    query: Query, catalogue: Catalogue, regulation: Regulation, asked: Interval | None
) -> bool:
    if asked is None:
        return status(catalogue, regulation, query.today).state in _HOLDING
    if regulation.period:
        return (
            regulation.period.first <= asked.last.year
            and asked.first.year <= regulation.period.last
        )
    days = (asked.first, asked.last)
    return any(status(catalogue, regulation, day).state in _HOLDING for day in days)
