"""What holds on a day: status of documents, and which criteria set governs.

Status is derived from dates and relations, never typed. Replacement follows
Luật Ban hành văn bản quy phạm pháp luật: a text loses effect when another one
says so, from that one's effective date. A set of criteria is also over when the
period it was made for is over; the set of the next period `succeeds` it, which
is not the same thing. Where neither is known, the status says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.fields import Level, Period

_DAY = dt.timedelta(days=1)


class State(Enum):
    """Where a document stands on a day."""

    UNDATED = auto()  # neither signing nor effective date is known
    NOT_SIGNED = auto()
    NOT_EFFECTIVE = auto()
    EXPIRED = auto()
    REPLACED = auto()
    PERIOD_OVER = auto()
    IN_FORCE = auto()  # effective date known, nothing known ends it
    SIGNED_ONLY = auto()  # signed, effective date unknown, nothing known ends it

    @property
    def ended(self) -> bool:
        """Whether it held once and holds no more."""
        return self in (State.EXPIRED, State.REPLACED, State.PERIOD_OVER)


@dataclass(frozen=True)
class Status:
    """The state of a document on a day.

    Attributes:
        state: where it stands.
        since: first day of effect, where known.
        until: last day, where known.
        by: number of the document that replaced it.
        verified: False where the replacement has not been checked in the original.
    """

    state: State
    since: dt.date | None = None
    until: dt.date | None = None
    by: str | None = None
    verified: bool = True


def status(catalogue: Catalogue, regulation: Regulation, day: dt.date) -> Status:
    """The status of a regulation on a day."""
    since = regulation.effective
    last, ended = min(_ends(catalogue, regulation), key=_first, default=(day, None))
    if regulation.signed is None and since is None:
        # What replaced it is known to hold, whatever is not known of the text itself.
        replaced = ended is not None and ended.state is State.REPLACED and day > last
        return ended if ended and replaced else Status(State.UNDATED)
    if regulation.signed and day < regulation.signed:
        return Status(State.NOT_SIGNED, since)
    if since and day < since:
        return Status(State.NOT_EFFECTIVE, since)
    if ended and day > last:
        return ended
    if regulation.period and not regulation.expires and day.year > regulation.period.last:
        return Status(State.PERIOD_OVER, since, dt.date(regulation.period.last, 12, 31))
    return Status(State.IN_FORCE if since else State.SIGNED_ONLY, since)


def _ends(catalogue: Catalogue, regulation: Regulation) -> Iterator[tuple[dt.date, Status]]:
    """The last days that an expiry or a replacement states, and the status after them."""
    since = regulation.effective
    # The day on which a text expires is the first without it.
    expired = regulation.expires - _DAY if regulation.expires else None
    if expired:
        yield expired, Status(State.EXPIRED, since, expired)
    for incoming in catalogue.incoming(regulation.number, RelationType.REPLACES):
        # The day of signing alone does not tell on which day the older text ended.
        start = incoming.regulation.effective
        until = start - _DAY if start else expired
        start = start or (until + _DAY if until else incoming.regulation.signed)
        if start:
            number, verified = incoming.regulation.number, incoming.relation.verified
            yield start - _DAY, Status(State.REPLACED, since, until, number, verified)


def _first(end: tuple[dt.date, Status]) -> tuple[dt.date, bool]:
    """The earliest end comes first; of two on one day, the one that tells what came after."""
    return end[0], end[1].state is not State.REPLACED


@dataclass(frozen=True)
class Interval:
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def meets(self, other: Interval) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def in_years(self, first: int, last: int) -> bool:
        """Whether a day lies in these years or between them: periods are whole years."""
        return self.first.year <= last and first <= self.last.year

    def touches(self, period: Period) -> bool:
        """Whether a day lies in a planning period."""
        return self.in_years(period.first, period.last)


def in_force(catalogue: Catalogue, table: CriteriaTable) -> Interval:
    """The days on which a criteria table is known to govern."""
    regulation = catalogue.regulations[table.document]
    first = regulation.effective or regulation.signed or dt.date(table.period.first, 1, 1)
    last = regulation.expires or dt.date(table.period.last, 12, 31)
    for incoming in catalogue.incoming(table.document, RelationType.REPLACES):
        start = incoming.regulation.effective or incoming.regulation.signed
        if start:
            last = min(last, start - _DAY)
    return Interval(first, last)


@dataclass(frozen=True)
class Governing:
    """The criteria tables for a span of time.

    Attributes:
        tables: latest first; empty where the knowledge has none.
        certain: False where no table is known to be in force on those days and the
            tables are those of the period that the days belong to.
    """

    tables: tuple[CriteriaTable, ...]
    certain: bool


def governing(catalogue: Catalogue, level: Level, asked: Interval) -> Governing:
    """Which criteria tables of a level govern in a span of time."""
    tables = catalogue.tables_at(level)[::-1]
    holding = tuple(table for table in tables if in_force(catalogue, table).meets(asked))
    if holding:
        return Governing(holding, certain=True)
    of_period = tuple(table for table in tables if asked.touches(table.period))
    return Governing(of_period, certain=False)


def decisions_of(catalogue: Catalogue, level: Level, asked: Interval) -> list[Regulation]:
    """The decisions on a level whose planning period has a day of a span, earliest first."""
    decisions = catalogue.decisions_at(level)
    return [one for one in decisions if one.period and asked.touches(one.period)]


def amendments(catalogue: Catalogue, number: str, until: dt.date) -> list[Regulation]:
    """Regulations that amend a document and were signed by that day, earliest first."""
    return [
        incoming.regulation
        for incoming in catalogue.incoming(number, RelationType.AMENDS)
        if incoming.regulation.signed and incoming.regulation.signed <= until
    ]
