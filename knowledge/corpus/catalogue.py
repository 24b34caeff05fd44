"""Exact look-ups over a corpus: numbers, reverse relations, criteria tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.corpus.document import (
    SUCCESSION,
    Article,
    MentionedDocument,
    Regulation,
    Relation,
    RelationType,
)
from knowledge.corpus.fields import Level
from knowledge.references import numbers
from knowledge.text import fold, normalise

_SET = "bộ tiêu chí"
_PRIME_MINISTER = "Thủ tướng Chính phủ"
_PROVINCIAL = re.compile(r"-(?:UBND|HĐND)$")


@dataclass(frozen=True)
class Incoming:
    """A relation seen from its target: who acts, and how."""

    regulation: Regulation
    relation: Relation


class Catalogue:
    """What is in a corpus, by everything it can be asked by."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self.regulations = {doc.number: doc for doc in corpus.regulations}
        self.articles = {doc.id: doc for doc in corpus.articles}
        self.mentioned = corpus.mentioned
        self.tables = sorted(corpus.tables, key=lambda table: (table.period.first, table.level))
        self._incoming: dict[str, list[Incoming]] = defaultdict(list)
        for regulation in self.regulations.values():
            for relation in regulation.relations:
                self._incoming[relation.number].append(Incoming(regulation, relation))
        self._aliases = {
            fold(alias): regulation
            for regulation in self.regulations.values()
            for alias in regulation.aliases
        }

    def find(self, reference: str) -> list[Regulation]:
        """The regulations that a number, complete or shortened, can mean."""
        parts = numbers.take_apart(reference)
        if fold(reference) in self._aliases:
            return [self._aliases[fold(reference)]]
        if normalise(reference) in self.regulations:
            return [self.regulations[normalise(reference)]]
        if parts is None:
            return []
        return [doc for doc in self.regulations.values() if parts.matches(doc.number, doc.type)]

    def find_all(self, references: Iterable[str]) -> list[Regulation]:
        """The regulations that several references can mean, in their order."""
        return [regulation for reference in references for regulation in self.find(reference)]

    def find_mentioned(self, reference: str) -> list[MentionedDocument]:
        """Documents known by their number only."""
        parts = numbers.take_apart(reference)
        if parts is None:
            return []
        return [doc for doc in self.mentioned.values() if parts.matches(doc.number, "")]

    def same_serial(self, reference: str) -> list[Regulation]:
        """Regulations that share the serial (and year) with a number that is not there."""
        parts = numbers.take_apart(reference)
        if parts is None:
            return []
        loose = numbers.NumberParts(parts.serial, parts.year)
        return [doc for doc in self.regulations.values() if loose.matches(doc.number, doc.type)]

    def incoming(self, number: str, *types: RelationType) -> list[Incoming]:
        """Relations that point at a document, earliest acting document first."""
        found = [
            item for item in self._incoming[number] if not types or item.relation.type in types
        ]
        return sorted(found, key=lambda item: str(item.regulation.signed or "9999"))

    def only(self, reference: str) -> Regulation | None:
        """The document that a reference means; None where it may mean several, or means none."""
        found = self.find(reference)
        return found[0] if len(found) == 1 else None

    def predecessors(self, regulation: Regulation) -> list[Regulation]:
        """What a document replaced or succeeded, as far as the knowledge has it."""
        numbers = [r.number for r in regulation.relations if r.type in SUCCESSION]
        return [self.regulations[number] for number in numbers if number in self.regulations]

    def successors(self, number: str) -> list[Regulation]:
        """What replaced or succeeded a document, the earliest first."""
        return [item.regulation for item in self.incoming(number, *SUCCESSION)]

    def tables_of(self, number: str) -> list[CriteriaTable]:
        """The criteria tables that a document lays down, or amends."""
        own = [table for table in self.tables if table.document == number]
        return own or [table for table in self.tables if _amends(number, table)]

    def amends_only(self, regulation: Regulation) -> bool:
        """Whether a regulation lays down no set of its own but changes that of another."""
        return any(relation.type is RelationType.AMENDS for relation in regulation.relations)

    def tables_at(self, level: Level) -> list[CriteriaTable]:
        """The criteria tables of a level, earliest period first.

        Not those of a province, which hold there only.
        """
        return [
            table
            for table in self.tables
            if table.level == level and not _PROVINCIAL.search(table.document)
        ]

    def decisions_at(self, level: Level) -> list[Regulation]:
        """The Prime Minister's decisions that lay down criteria for a level, earliest first."""
        found = [
            regulation
            for regulation in self.regulations.values()
            if level in regulation.levels
            and _SET in regulation.topics
            and regulation.issuer == _PRIME_MINISTER
            and not self.amends_only(regulation)
        ]
        return sorted(found, key=lambda r: (r.period.first if r.period else 0, str(r.signed)))

    def tables_of_province(self, level: Level, province: str) -> list[CriteriaTable]:
        """The criteria tables of a level that a province lays down, earliest period first."""
        return [
            table
            for table in self.tables
            if table.level == level
            and _PROVINCIAL.search(table.document)
            and province in self.regulations[table.document].provinces
        ]

    def decisions_of_province(self, level: Level, province: str) -> list[Regulation]:
        """The decisions of a province that lay down criteria for a level, by number."""
        found = [
            regulation
            for regulation in self.regulations.values()
            if level in regulation.levels
            and _SET in regulation.topics
            and _PROVINCIAL.search(regulation.number)
            and province in regulation.provinces
        ]
        return sorted(found, key=lambda regulation: regulation.number)

    def articles_about(self, provinces: Iterable[str]) -> list[Article]:
        """Articles about any of the provinces."""
        wanted = set(provinces)
        return [doc for doc in self.articles.values() if wanted & set(doc.provinces)]


def _amends(number: str, table: CriteriaTable) -> bool:
    return any(
        indicator.amended_by == number
        for criterion in table.criteria
        for indicator in criterion.indicators
    )


def criterion_of(table: CriteriaTable, number: str) -> Criterion | None:
    """The criterion with that number, or the one that holds that indicator."""
    wanted = number.split(".")[0]
    return next((c for c in table.criteria if c.number == wanted), None)


def indicator_of(table: CriteriaTable, number: str) -> Indicator | None:
    """The indicator with exactly that number."""
    criterion = criterion_of(table, number)
    indicators = criterion.indicators if criterion else ()
    return next((i for i in indicators if i.number == number), None)
