"""The rows of criteria tables that a question is about, by number or by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.answering.rows.naming import Matter, contained, covered, typed_in
from knowledge.corpus.catalogue import criterion_of, indicator_of
from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.references.aspects import subject
from knowledge.references.parser import parse
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever
from knowledge.text import syllables

# Share of the named matter that a row's name must cover to be the row meant.
NAMED = 0.62
_ROWS = 12


@dataclass(frozen=True)
class Target:
    """One criterion or indicator of one table, whether or not the table has it.

    Attributes:
        table: the table.
        address: `18`, `17.1`.
        likeness: how well the question names it, 0 to 1.
    """

    table: CriteriaTable
    address: str
    likeness: float = 1.0

    @property
    def is_indicator(self) -> bool:
        """Whether the address is that of an indicator with a number of its own."""
        return "." in self.address

    @property
    def row(self) -> Criterion | Indicator | None:
        """The row; None where the table has none with that number."""
        if self.is_indicator:
            return indicator_of(self.table, self.address)
        return criterion_of(self.table, self.address)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicator itself, or those of the criterion."""
        row = self.row
        if isinstance(row, Criterion):
            return row.indicators
        return (row,) if row else ()

    @property
    def numbered(self) -> str:
        """`tiêu chí 18`."""
        return wording.numbered(self.table, self.address)

    @property
    def named(self) -> str:
        """`tiêu chí 18 (Hệ thống chính trị …)`; without the name where it is not known."""
        row = self.row
        return f"{self.numbered} ({row.name})" if row and row.name else self.numbered

    @property
    def annex(self) -> str:
        """`xem Phụ lục I của 318/QĐ-TTg`: where the original says what the knowledge lacks."""
        where = self.table.annex
        if self.table.document not in where:
            where += f" của {self.table.document}"
        return f"xem {where}"


def suggestions(targets: Sequence[Target]) -> tuple[str, ...]:
    """What can be asked next."""
    return tuple(
        f"{wording.upper_first(target.numbered)} giai đoạn {target.table.period} yêu cầu gì?"
        for target in targets
        if target.row
    )[:2]


def by_number(tables: Sequence[CriteriaTable], address: str) -> list[Target]:
    """The same number in every table."""
    return [Target(table, address) for table in tables]


def by_name(
    query: Query,
    retriever: Retriever,
    tables: Sequence[CriteriaTable],
    least: float = NAMED,
    *,
    indicators: bool = False,
) -> list[Target]:
    """The row of each table whose name covers the matter asked about; none if no name does.

    Args:
        query: the question.
        retriever: knows the rows.
        tables: those to look in.
        least: share of the matter that a name must cover, 0 to 1.
        indicators: whether only indicators are meant, and no whole criterion.
    """
    typed = typed_in(_texts_behind(query, retriever), retriever.spellings)
    topics = [
        (Matter.of(topic, typed), retriever.scores(topic)) for topic in wordings(query, retriever)
    ]
    found = []
    for table in tables:
        rows = [
            (matter, hit.passage)
            for matter, scores in topics
            for hit in retriever.best(scores, _ROWS, partial(is_row_of, table))
            if not indicators or "." in hit.passage.criteria[0]
        ]
        # The name of a criterion inside a longer question names it where no row says more of it.
        for likeness in (covered, contained):
            judged = [(likeness(matter, row, retriever.lexical), row) for matter, row in rows]
            best, row = max(judged, key=lambda pair: pair[0], default=(0.0, None))
            if row and best >= least:
                found.append(Target(table, row.criteria[0], best))
                break
    return found


def wordings(query: Query, retriever: Retriever) -> list[str]:
    """The matter asked about in the words of the question, and in official terms."""
    said = query.core.text if subject(query.core.remainder) else query.context.subject or ""
    others = [subject(parse(text).remainder) for text in retriever.lexicon.alternatives(said)]
    own = query.topic
    if any(set(own.split()) < set(other.split()) for other in others):
        # `chợ` is lost among the everyday words, being `cho` without its diacritics.
        spoken = syllables(said)
        found = retriever.lexicon.find(said)
        own = " ".join([own, *(part for word in found for part in spoken[word.first : word.last])])
    return [topic for topic in dict.fromkeys([own.strip(), *others]) if topic]


def _texts_behind(query: Query, retriever: Retriever) -> list[str]:
    """Where the diacritics of the matter stand: what was typed, and the official terms for it."""
    texts = [query.question, query.context.subject or ""]
    terms = [term for text in texts for word in retriever.lexicon.find(text) for term in word.means]
    return [*texts, *terms]


def is_row_of(table: CriteriaTable, passage: Passage) -> bool:
    """Whether a passage is a row of a table, not a note to one."""
    of_table = passage.document == table.document and passage.level == table.level.value
    return of_table and passage.row and not passage.note
