"""What an answer may rest on: its documents and tables, with their texts, days and numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from knowledge.answering import spans
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Criterion, Indicator
from knowledge.corpus.document import Article, Regulation, RelationType
from knowledge.text import compose, fold

_SUCCESSION = (RelationType.REPLACES, RelationType.SUCCEEDS)
_DOCUMENTS = ("document", "told")
_OF_TABLES = (Kind.BASIS, Kind.REQUIREMENT, Kind.COMPARISON, Kind.STRUCTURE)


class Sources:
    """The part of the knowledge folder that one answer is held against.

    Attributes:
        question: folded, with what the conversation carried: a follow-up is about that as well.
        said: the same without the documents told of, whose numbers are no amounts.
        documents: those that are cited or named.
        tables: of these documents.
    """

    def __init__(self, catalogue: Catalogue, question: str, answer: Answer):
        self._catalogue, self._answer = catalogue, answer
        carried = {name: value for name, value in answer.context.as_slots().items() if value}
        self.question = fold(" ; ".join((compose(question), *carried.values())))
        kept = [value for name, value in carried.items() if name not in _DOCUMENTS]
        self.said = fold(" ; ".join((compose(question), *kept)))
        self._cited = {citation.document for citation in answer.citations}
        known: dict[str, Regulation | Article] = {**catalogue.regulations, **catalogue.articles}
        named = {number for number in catalogue.regulations if number in answer.text}
        basis = sorted(self._cited | named)
        self.documents = [known[name] for name in basis if name in known]
        self.tables = [table for table in catalogue.tables if table.document in basis]
        # Known only because others mention them, with a source of their own.
        self.mentioned = [m for m in catalogue.mentioned.values() if m.number in answer.text]

    @cached_property
    def fields(self) -> list[str]:
        """Every text of the documents and tables."""
        sources = (*self.documents, *self.tables, *self.mentioned)
        records = [record.model_dump() for record in sources]
        return [*dict.fromkeys(text for record in records for text in _texts(record))]

    @cached_property
    def folded(self) -> str:
        """All of that, folded."""
        return fold(" | ".join(self.fields))

    @cached_property
    def numbers(self) -> set[str]:
        """The documents that the answer may name.

        An answer from the tables: those it cites and those that amend them. Any other: also
        those linked to them by a relation or a line of succession. A greeting, a refusal and
        a question back: any. What the answer names as only mentioned elsewhere, too.
        """
        return self._related | {mentioned.number for mentioned in self.mentioned}

    @property
    def _related(self) -> set[str]:
        answer = self._answer
        if answer.kind in (Kind.REFUSAL, Kind.COURTESY) or answer.outcome is Outcome.ASKED:
            return set(self._catalogue.regulations)
        if answer.kind in _OF_TABLES:
            return self._cited | self._linked(self._cited, [RelationType.AMENDS])
        line, further = set(), set(self._cited)
        while further:
            line |= further
            further = self._linked(line, _SUCCESSION) - line
        return line | self._linked(self._cited, [*RelationType])

    def _linked(self, numbers: set[str], kinds: Collection[RelationType]) -> set[str]:
        found = set()
        for regulation in self._catalogue.regulations.values():
            ends = {relation.number for relation in regulation.relations if relation.type in kinds}
            if regulation.number in numbers:
                found |= ends
            elif ends & numbers:
                found.add(regulation.number)
        return found

    @cached_property
    def days(self) -> set[dt.date]:
        """The days of the documents, with the last days before they took effect."""
        found = {self._answer.as_of}
        if asked := spans.meant(self._answer.context.period, self._answer.as_of):
            found |= {asked.first, asked.last}  # a month that is asked about, as days
        for document in (*self.documents, *self.mentioned):
            names = ("signed", "effective", "expires", "published")
            found |= {day for name in names if (day := getattr(document, name, None))}
            # The day before is the last of an older text, or of the text itself.
            for first in (getattr(document, name, None) for name in ("effective", "expires")):
                if first:
                    found.add(first - dt.timedelta(days=1))
        for first, last in self._periods():
            found |= {dt.date(first, 1, 1), dt.date(last, 12, 31)}
        return found

    @property
    def spans(self) -> set[str]:
        """The periods of documents and tables."""
        return {f"{first}-{last}" for first, last in self._periods()}

    def _periods(self) -> Iterator[tuple[int, int]]:
        for record in (*self.documents, *self.tables):
            if record.period:
                yield record.period.first, record.period.last

    @property
    def rows(self) -> Iterator[Criterion | Indicator]:
        """The criteria and indicators of the tables."""
        for table in self.tables:
            for criterion in table.criteria:
                yield criterion
                yield from criterion.indicators

    @cached_property
    def addresses(self) -> set[str]:
        """The numbers of criteria and indicators."""
        return {row.number for row in self.rows if row.number}

    def counts(self, counted: str) -> Iterator[int | None]:
        """How many of what the (folded) words begin with the tables have."""
        for table in self.tables:
            if counted.startswith("tieu chi"):
                yield table.counts.criteria
                yield from Counter(c.group for c in table.criteria if c.group).values()
            if counted.startswith(("chi tieu", "noi dung tieu chi")):
                yield table.counts.indicators
                yield from (len(criterion.indicators) for criterion in table.criteria)
                yield sum(len(criterion.indicators) for criterion in table.criteria)
            if counted.startswith("nhom"):
                yield len(table.groups) or len({c.group for c in table.criteria})


def _texts(value: object) -> Iterator[str]:
    """The texts of a record, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
