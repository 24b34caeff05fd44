"""Documents by what they are about: `văn bản nào quy định về chuẩn tiếp cận pháp luật`.

Finds the documents whose introduction covers the matter, then follows
replacement and succession both ways, so that the whole chain is told with the
text that holds at the time asked about first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import document
from knowledge.answering.documents.related import related
from knowledge.answering.documents.validity import validity
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import wordings
from knowledge.answering.searching import free, speaking
from knowledge.answering.searching.candidates import Found
from knowledge.answering.searching.confidence import coverage
from knowledge.answering.searching.kind_asked import KindAsked, kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import Interval, State, status
from knowledge.indexing.index import Index
from knowledge.references import issuers
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# Of a document found by what it is about, and not by its number.
SURE = 0.9
# Share of the matter that a document must cover; less is needed where its kind is named too.
_THRESHOLD = 0.7
_WITH_KIND = 0.45
# Of two documents on a matter the one that has just been told of is the likelier.
_TOLD = 0.25
_AS_LIKELY = 0.1
# Where no time is named, what is of the period that it is now.
_TODAY = 0.2
_MOST = 12
_ABOUT_SETS = "bộ tiêu chí"
_HOLDING = (State.IN_FORCE, State.SIGNED_ONLY)


def answer(query: Query, index: Index) -> Answer | None:
    """The documents about the matter; None where no document is."""
    catalogue = index.catalogue
    kind = kind_in(query.question)
    topics = [issuers.without(topic).strip() for topic in wordings(query, index.retriever)]
    topics = [" ".join(topic.split()) for topic in topics if topic.strip()]
    criterion = query.context.criterion
    if not topics and not kind.named:
        return None
    of_guidance = query.wants(Aspect.GUIDANCE)
    # what a ministry issues on a criterion is its guidance
    of_row = criterion and (of_guidance or (kind.issuer or "").startswith("bo "))
    if of_row and (guides := _guides_of(query, catalogue, kind)):
        return told(query, catalogue, guides)
    asked = query.time
    said = [query.question, *index.retriever.lexicon.alternatives(query.question)]

    def introduces(passage: Passage) -> bool:
        regulation = catalogue.regulations.get(passage.document)
        return (
            regulation is not None
            and not passage.row
            and kind.fits(regulation)
            and not regulation.provinces
            and speaking.may_be_it(query, said, regulation)
            and _is_of_level(query, regulation, passage)
            and (asked is None or _holds(query, catalogue, regulation, asked))
        )

    of_guidance = of_guidance or kind.named
    types = speaking.types_in(query.question)
    which = query.wants(Aspect.BASIS, Aspect.GUIDANCE)
    nearer = query.before.documents_told if which else []
    best: dict[str, float] = {}
    top: tuple[float, Found] | None = None
    for topic in topics or [f"chỉ tiêu {criterion}" if criterion else query.question]:
        for hit in index.retriever.search(topic, _MOST, accept=introduces):
            covered = coverage(topic, hit.passage, index.retriever)
            of_criterion = bool(criterion) and criterion in hit.passage.criteria
            worth = covered + 0.3 * hit.score + (0.2 if hit.passage.overview else 0.0)
            regulation = catalogue.regulations[hit.passage.document]
            worth += speaking.of_kind(query, regulation, types)
            worth += speaking.of_title(said, regulation)
            worth -= speaking.as_guide(regulation) * (not of_guidance)
            worth += _TOLD * (regulation.number in nearer)
            today = asked is None and which and _is_of_today(query, regulation)
            worth += _TODAY * today
            enough = covered >= (_WITH_KIND if kind.named else _THRESHOLD)
            if of_criterion or (enough and (topics or not criterion)):
                this = (worth, Found(hit, covered))
                top = max(top or this, this, key=lambda pair: pair[0])
                number = hit.passage.document
                best[number] = max(best.get(number, 0.0), worth + (0.5 if of_criterion else 0.0))
    if not best:
        alone = not topics and kind.type and kind.issuer
        latest = _latest(query, catalogue, kind) if alone else None
        return told(query, catalogue, [latest]) if latest else None
    if top and not kind.named and not (top[1].passage.known and top[1].passage.overview):
        return free.answer(query, catalogue, [top[1]])
    of_body = kind.issuer is not None and bool(topics)
    start = _start(catalogue, best, latest=of_body)
    return told(query, catalogue, _chain(catalogue, start, kind))


def _start(catalogue: Catalogue, best: Mapping[str, float], *, latest: bool) -> Regulation:
    """The likeliest document; or the latest of several that are as likely."""
    likeliest = max(best, key=lambda number: best[number])
    if not latest:
        return catalogue.regulations[likeliest]
    near = [number for number, worth in best.items() if worth >= best[likeliest] - _AS_LIKELY]
    alike = [catalogue.regulations[number] for number in near]
    return max(alike, key=lambda regulation: str(regulation.signed or ""))


def _is_of_today(query: Query, regulation: Regulation) -> bool:
    """Whether a document is of the planning period that it is now."""
    return regulation.period is not None and regulation.period.covers(query.today)


def _is_of_level(query: Query, regulation: Regulation, passage: Passage) -> bool:
    """Whether a document, or the passage of it, may be about the title asked about."""
    level = query.context.level
    _, _, title = fold(level or "").partition(" ")
    of_level = not (title and regulation.levels) or level in regulation.levels
    return of_level or title in fold(f"{passage.heading} {passage.text}")


def _guides_of(query: Query, catalogue: Catalogue, kind: KindAsked) -> list[Regulation]:
    """What guides the criterion in the sets that are meant, of the kind asked for; latest first.

    Where no time is named and the set in force has no such guide, those of the sets before it.
    """
    chosen = choose(query, catalogue).tables
    found = _guiding(query, catalogue, kind, chosen)
    if not found and query.time is None and not query.context.level:
        found = _guiding(query, catalogue, kind, catalogue.tables)
    return sorted(found.values(), key=lambda r: str(r.signed or ""), reverse=True)


def _guiding(
    query: Query, catalogue: Catalogue, kind: KindAsked, tables: Sequence[CriteriaTable]
) -> dict[str, Regulation]:
    """What guides the criterion in any of some sets, of the kind asked for, by its number."""
    return {
        item.regulation.number: item.regulation
        for table in tables
        for item in related(catalogue, table, query.context.criterion or "").guidance
        if kind.fits(item.regulation)
    }


def _latest(query: Query, catalogue: Catalogue, kind: KindAsked) -> Regulation | None:
    """The latest document of the kind about criteria sets that holds at the time asked about."""
    asked = query.time
    fitting = [
        regulation
        for regulation in catalogue.regulations.values()
        if kind.fits(regulation)
        and _ABOUT_SETS in regulation.topics
        and (asked is None or _holds(query, catalogue, regulation, asked))
    ]
    return max(fitting, key=lambda r: str(r.signed or ""), default=None)


def _chain(catalogue: Catalogue, start: Regulation, kind: KindAsked) -> list[Regulation]:
    """A document with what it replaced and succeeded, and what did so to it; latest first."""
    seen, waiting = {start.number: start}, [start]
    while waiting:
        current = waiting.pop()
        for regulation in catalogue.successors(current.number) + catalogue.predecessors(current):
            if regulation.number not in seen and kind.fits(regulation):
                seen[regulation.number] = regulation
                waiting.append(regulation)
    return sorted(seen.values(), key=lambda r: str(r.signed or ""), reverse=True)


def told(query: Query, catalogue: Catalogue, chain: list[Regulation]) -> Answer | None:
    """The document of a chain that holds at the time asked about, and those before and after it."""
    asked = query.time
    first = [r for r in chain if _holds(query, catalogue, r, asked)]
    if asked and not first:
        return None
    exact = [r for r in first if r.period and str(r.period) == query.context.period]
    first = exact or first
    main = (first or chain)[0]
    rest = [regulation for regulation in chain if regulation is not main]
    later = [f"{wording.named(r)}{_since(r)}" for r in rest]
    if document.asks_for_a_field(query) and not _is_the_guidance(query, main):
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
        confidence=SURE,
    )


def _is_the_guidance(query: Query, regulation: Regulation) -> bool:
    """Whether the guidance asked for is this document, not one that guides it."""
    guides = speaking.as_guide(regulation) > 0
    # `Bộ Tư pháp hướng dẫn văn bản nào` asks for the guide, not for what it guides.
    others = query.wants(*(OF_FIELDS - {Aspect.GUIDES}))
    return query.wants(Aspect.GUIDANCE) and guides and not others


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
    if regulation.signed and regulation.signed > asked.last:
        return False
    if regulation.period:
        return asked.touches(regulation.period)
    days = (asked.first, asked.last)
    return any(status(catalogue, regulation, day).state in _HOLDING for day in days)
