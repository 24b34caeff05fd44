"""What was and what is on a matter: what is told of each must be of its time.

Where nothing is known of one of the two, the documents are gone along that replaced one another:
before `Thông tư 13/2019` held what it replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.comparing import asked_apart, then_and_now
from knowledge.answering.comparing.named_sides import NamedSide
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import State, status

_NO_MORE = (State.REPLACED, State.EXPIRED)
_LOOKED_UP = (Kind.PROVISION, Kind.DOCUMENT)


def tells(told: Answer) -> bool:
    """Whether something is said of the side itself, and not of another time only."""
    # `Quy định của giai đoạn 2016-2020, để tham khảo:` is of a time that was not asked about.
    elsewhen = told.abstained and told.direct.endswith(":")
    return bool(told.citations) and not elsewhen


def checked(
    query: Query,
    catalogue: Catalogue,
    sides: Sequence[NamedSide],
    told: Sequence[Answer],
    asked: Callable[[str], Answer],
) -> list[Answer]:
    """What is told of each side, without what is of another time; found by what replaced what.

    Args:
        query: the question.
        catalogue: of the serving index.
        sides: those compared.
        told: what was found of each.
        asked: answers the question of one side.
    """
    values = [side.value for side in sides]
    fitting = [
        one if _is_of_its_time(value, one, query, catalogue) else untold(one)
        for value, one in zip(values, told, strict=True)
    ]
    if not {then_and_now.BEFORE, then_and_now.TODAY} <= set(values):
        return fitting
    then, now = values.index(then_and_now.BEFORE), values.index(then_and_now.TODAY)
    for missing, known in ((then, now), (now, then)):
        if tells(fitting[missing]) or not tells(fitting[known]):
            continue
        of_known = _regulation(fitting[known], catalogue)
        others = _beside(of_known, catalogue, earlier=missing == then) if of_known else []
        matter = asked_apart.unclaimed(sides[missing].question).replace(values[missing], " ")
        for other in others:
            found = asked(f"{matter} theo {other.number}")
            if tells(found) and not found.abstained:
                fitting[missing] = found
                break
    return fitting


def _is_of_its_time(value: str, told: Answer, query: Query, catalogue: Catalogue) -> bool:
    """Whether what is told of `trước kia` held then only, and of `bây giờ` holds still."""
    found = _regulation(told, catalogue)
    if found is None or value not in (then_and_now.BEFORE, then_and_now.TODAY):
        return True
    state = status(catalogue, found, query.today).state
    # What is over by its period may have been kept in use; the question was for today.
    return state.ended if value == then_and_now.BEFORE else state not in _NO_MORE


def _regulation(told: Answer, catalogue: Catalogue) -> Regulation | None:
    """The regulation that a text told is of; rows of sets are chosen by their time already."""
    if told.kind not in _LOOKED_UP or not told.citations:
        return None
    return catalogue.regulations.get(told.citations[0].document)


def _beside(known: Regulation, catalogue: Catalogue, *, earlier: bool) -> list[Regulation]:
    """The documents right before or right after one."""
    return catalogue.predecessors(known) if earlier else catalogue.successors(known.number)


def untold(told: Answer) -> Answer:
    """The same as nothing found."""
    return replace(told, outcome=Outcome.UNKNOWN, citations=())
