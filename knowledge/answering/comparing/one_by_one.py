"""Comparisons that no table tells: each side is asked as a question of its own.

`Số cán bộ xã loại 1 theo Nghị định 92 và Nghị định 34 lệch nhau mấy người?` names two things of
one kind. Where the answer found tells of one of them alone, or of none, the question is asked
of each, and what is said of them stands side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.comparing import named_sides
from knowledge.answering.comparing.named_sides import NamedSide
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.references.mention import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.text import fold

_TWO = 2
_BASES = ("Căn cứ:", "Tóm lược", "Trích nguyên văn", "Nay:")
_NOT_KNOWN = "tôi chưa tìm thấy nội dung này trong kho."
_WHOLE = (Kind.COURTESY, Kind.PROFILE)
# A comparison told of sides that have numbers names them all, or not the ones that are meant.
_NUMBERED = (DOCUMENT, CRITERION, INDICATOR)
# What is not what the answer itself says.
_BESIDES = ("Nay:", "Lưu ý:", "Căn cứ:", "Văn bản hướng dẫn:")


def instead(
    query: Query, catalogue: Catalogue, found: Answer, again: Callable[[Query], Answer]
) -> Answer | None:
    """The sides one after the other; None where the answer found tells of each already.

    Args:
        query: the question.
        catalogue: of the serving index.
        found: what it was met with.
        again: answers the question of one side.
    """
    if found.kind in _WHOLE:
        return None
    sides = named_sides.find(query, catalogue)
    told_apart = found.kind is Kind.COMPARISON and not found.abstained
    if len(sides) < _TWO or (told_apart and sides[0].kind not in _NUMBERED):
        return None
    if _covers(found, sides):
        return None
    before = query.before if query.follows else query.before.without_subject()

    def asked(question: str) -> Answer:
        return again(resolve(question, query.today, before))

    period = None if query.time_values else _period_of_titles(sides, catalogue)
    of_period = f" giai đoạn {period}" if period else ""
    told = [asked(f"{side.question}{of_period}") for side in sides]
    if any(one.outcome is Outcome.ASKED for one in told) or not _says_more(sides, told, found):
        return None
    return _together(query, catalogue, sides, told)


def _says_more(sides: Sequence[NamedSide], told: Sequence[Answer], found: Answer) -> bool:
    """Whether the sides are told of apart: each, or one where nothing is known of the others."""
    of_sides = [one for one in told if one.citations]
    if len({one.direct for one in told}) < len(told):
        return False
    some = bool(of_sides) and (found.abstained or sides[0].kind == PROVINCE)
    return some or len(of_sides) == len(told)


def _period_of_titles(sides: Sequence[NamedSide], catalogue: Catalogue) -> str | None:
    """The last period in which a title was awarded: the commune beside it is judged as then."""
    for level in (side.level for side in sides):
        if level not in (None, Level.COMMUNE):
            decisions = [one for one in catalogue.decisions_at(level) if one.period]
            return str(decisions[-1].period) if decisions else None
    return None


def _covers(found: Answer, sides: Sequence[NamedSide]) -> bool:
    """Whether an answer names every side, and not only in the questions that it offers."""
    parts = [part for part in found.stated.split("\n\n") if not part.startswith(_BESIDES)]
    numbers = [citation.document for citation in found.citations]
    said = fold(" ".join([*parts, *(numbers if found.kind is Kind.COMPARISON else ())]))
    return not found.abstained and all(side.is_named_in(said) for side in sides)


def _together(
    query: Query, catalogue: Catalogue, sides: Sequence[NamedSide], told: Sequence[Answer]
) -> Answer:
    lines = [_line(side, one) for side, one in zip(sides, told, strict=True)]
    bases = [part for one in told for part in one.text.split("\n\n")[1:] if part.startswith(_BASES)]
    return Answer(
        Outcome.UNKNOWN if all(one.abstained for one in told) else Outcome.ANSWERED,
        Kind.COMPARISON,
        wording.paragraphs("\n".join(lines), *dict.fromkeys(bases)),
        query.today,
        citations=citing.unique(
            [
                *(citation for one in told for citation in one.citations),
                *citing.named_in(" ".join([*lines, *bases]), catalogue),
            ]
        ),
        suggestions=tuple(side.question for side in sides),
        confidence=min(one.confidence for one in told),
    )


def _line(side: NamedSide, told: Answer) -> str:
    said = told.direct if told.citations else _NOT_KNOWN
    if "\n" in said:
        return f"- {wording.upper_first(side.label)}:\n{said}"
    named = side.is_named_in(fold(said))
    return f"- {said}" if named else f"- {wording.upper_first(side.label)}: {said}"
