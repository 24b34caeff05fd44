"""The line of documents that one stands in: what it replaced, amended or succeeded, and by what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, RelationType
from knowledge.corpus.timeline import State, status

_LINE = SUCCESSION | {RelationType.AMENDS}
_LONGEST = 10


@dataclass(frozen=True)
class Station:
    """One document of the line.

    Attributes:
        name: type and number.
        since: effective date, else date of signing (ISO); None if neither is known.
        until: last day of effect, where known (ISO); where `over`, of its period.
        over: whether only its period is known to be over, not its effect.
        governs: whether it is in force on the day asked about.
        relation: how it stands to an earlier one of the line (`amends`, …); None for the first.
        target: number of that earlier one.
        verified: whether that relation has been checked against the original.
        asked: whether it is the document the line was made for.
    """

    number: str
    name: str
    period: str | None
    since: str | None
    until: str | None
    over: bool
    governs: bool
    relation: str | None
    target: str | None
    verified: bool
    asked: bool

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def history(catalogue: Catalogue, number: str, day: dt.date) -> list[Station]:
    """The line of a document, earliest first; just the document itself if it stands alone.

    Args:
        catalogue: what is known.
        number: number of a document of the catalogue.
        day: the day for which validity is told.
    """
    members = _members(catalogue, number)
    members.sort(key=lambda regulation: _start(regulation) or dt.date.max)
    return [_station(catalogue, regulation, members, number, day) for regulation in members]


def _members(catalogue: Catalogue, number: str) -> list[Regulation]:
    """What came before the document, what comes after it, and what amends any of them.

    Never back and forth: two sets that one later decision succeeds are no line.
    """

    def before(current: str) -> list[str]:
        relations = catalogue.regulations[current].relations
        return [relation.number for relation in relations if relation.type in _LINE]

    def after(current: str) -> list[str]:
        return [regulation.number for regulation in catalogue.successors(current)]

    def amending(current: str) -> list[str]:
        incoming = catalogue.incoming(current, RelationType.AMENDS)
        return [item.regulation.number for item in incoming]

    line = [*_follow(catalogue, number, before), *_follow(catalogue, number, after)]
    line += [other for current in list(line) for other in amending(current)]
    found = dict.fromkeys(one for one in line if one in catalogue.regulations)
    return [catalogue.regulations[one] for one in found][:_LONGEST]


def _follow(catalogue: Catalogue, number: str, step: Callable[[str], list[str]]) -> Iterator[str]:
    waiting, seen = [number], set()
    while waiting:
        current = waiting.pop(0)
        if current in catalogue.regulations and current not in seen:
            seen.add(current)
            yield current
            waiting += step(current)


def _station(
    catalogue: Catalogue,
    regulation: Regulation,
    members: list[Regulation],
    asked: str,
    day: dt.date,
) -> Station:
    numbers = {member.number for member in members}
    back = next(
        (r for r in regulation.relations if r.type in _LINE and r.number in numbers),
        None,
    )
    stands = status(catalogue, regulation, day)
    start = _start(regulation)
    return Station(
        number=regulation.number,
        name=f"{regulation.type} {regulation.number}",
        period=str(regulation.period) if regulation.period else None,
        since=start.isoformat() if start else None,
        until=stands.until.isoformat() if stands.until else None,
        over=stands.state is State.PERIOD_OVER,
        governs=stands.state in (State.IN_FORCE, State.SIGNED_ONLY),
        relation=back.type.value if back else None,
        target=back.number if back else None,
        verified=back.verified if back else True,
        asked=regulation.number == asked,
    )


def _start(regulation: Regulation) -> dt.date | None:
    return regulation.effective or regulation.signed
