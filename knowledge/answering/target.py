"""The rows of criteria tables that a question is about, by number or by name."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import criterion_of, indicator_of
from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.references.aspects import subject
from knowledge.references.parser import parse
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever
from knowledge.text import syllables

# Share of the named matter that a row's name must cover to be the row meant.
NAMED = 0.62
_AROUND = 0.9
_BREVITY = 0.15
_MUCH = 0.3
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


def by_number(tables: Sequence[CriteriaTable], address: str) -> list[Target]:
    """The same number in every table."""
    return [Target(table, address) for table in tables]


def by_name(
    query: Query,
    retriever: Retriever,
    tables: Sequence[CriteriaTable],
    least: float = NAMED,
) -> list[Target]:
    """The row of each table whose name covers the matter asked about; none if no name does."""
    topics = [(set(t.split()), retriever.scores(t)) for t in wordings(query, retriever)]
    found = []
    for table in tables:
        rows = [
            (words, hit.passage)
            for words, scores in topics
            for hit in retriever.best(scores, _ROWS, partial(is_row_of, table))
        ]
        # The name of a criterion inside a longer question names it where no row says more of it.
        for likeness in (_covered, _contained):
            judged = [(likeness(words, row, retriever.lexical), row) for words, row in rows]
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


def _covered(topic: set[str], row: Passage, lexical: LexicalIndex) -> float:
    """The share of the words asked about that a row has, 0 to 1.

    A little less where only its example questions have them, and a little less the more
    else its name says.
    """
    name = _name(row.text)
    around = name | _around(row.heading, row.questions)
    total = _weight(topic, lexical)
    if not total:
        return 0.0
    in_name = _weight(topic & name, lexical) / total
    anywhere = _weight(topic & around, lexical) / total
    precision = len(topic & name) / len(name)
    return max(in_name, _AROUND * anywhere) * (1 - _BREVITY + _BREVITY * precision)


def _contained(topic: set[str], row: Passage, lexical: LexicalIndex) -> float:
    """Whether the words asked about contain the whole name, of several words, of a row."""
    name = _name(row.text)
    much = _weight(topic & name, lexical) > _MUCH * _weight(topic, lexical)
    whole = len(name) > 1 and much and name <= topic
    return _AROUND if whole else 0.0


@lru_cache(maxsize=4096)
def _name(text: str) -> frozenset[str]:
    """The words of a row's name; every question is held against every row."""
    return frozenset(subject(text).split()) or frozenset(syllables(text))


@lru_cache(maxsize=4096)
def _around(heading: str, questions: tuple[str, ...]) -> frozenset[str]:
    return frozenset(syllables(f"{heading} {' '.join(questions)}"))


def _weight(words: Set[str], lexical: LexicalIndex) -> float:
    return sum(lexical.rarity(word) for word in words)


def is_row_of(table: CriteriaTable, passage: Passage) -> bool:
    """Whether a passage is a row of a table, not a note to one."""
    of_table = passage.document == table.document and passage.level == table.level.value
    return of_table and passage.row and not passage.note
