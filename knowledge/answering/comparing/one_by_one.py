"""Comparisons that no table tells: each side is asked as a question of its own.

`Số cán bộ xã loại 1 theo Nghị định 92 và Nghị định 34 lệch nhau mấy người?` names two things of
one kind. Where the answer found tells of one of them alone, or of none, the question is asked
of each, and what is said of them stands side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation
from knowledge.answering.comparing import asked_apart, by_period, in_turn, named_sides
from knowledge.answering.comparing.in_turn import tells
from knowledge.answering.comparing.message import content
from knowledge.answering.comparing.named_sides import NamedSide
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.indexing.index import Index
from knowledge.references.mention import CRITERION, DOCUMENT, INDICATOR, PERIOD, PROVINCE, TIME
from knowledge.text import fold, syllables

_TWO = 2
_BASES = ("Giai đoạn này có:", "Căn cứ:", "Tóm lược", "Trích nguyên văn", "Nay:")
_SUMMED_UP = "Tóm lược theo"
_FIGURE = re.compile(r"\b(?:bao nhieu|may)\b")
_NOT_KNOWN = "tôi chưa tìm thấy nội dung này trong kho."
_SEARCHED = (Kind.PROVISION, Kind.ARTICLE)
_SURE = 0.7
# Of the words of the matter a doubtful text must have more than this share.
_COVERED = 0.5
_WHOLE = (Kind.COURTESY, Kind.PROFILE)
# A comparison told of sides that have numbers names them all, or not the ones that are meant.
_NUMBERED = (DOCUMENT, CRITERION, INDICATOR)
# What is not what the answer itself says.
_BESIDES = ("Nay:", "Lưu ý:", "Căn cứ:", "Văn bản hướng dẫn:")


def instead(
    query: Query, index: Index, found: Answer, again: Callable[[Query], Answer]
) -> Answer | None:
    """The sides one after the other; None where the answer found tells of each already.

    Args:
        query: the question.
        index: the serving index.
        found: what it was met with.
        again: answers the question of one side.
    """
    if found.kind in _WHOLE:
        return None
    catalogue = index.catalogue
    sides = named_sides.find(query, catalogue)
    told_apart = found.kind is Kind.COMPARISON and not found.abstained
    if len(sides) < _TWO or (told_apart and sides[0].kind not in _NUMBERED):
        return None
    covered = _covers(found, sides)
    # The best text of each document may not be that on the figure that is asked for.
    of_figures = told_apart and _SUMMED_UP in found.text and _FIGURE.search(fold(query.question))
    if covered and not (of_figures and sides[0].kind == DOCUMENT):
        return None
    before = query.before if query.follows else query.before.without_subject()
    period = None if query.time_values else _period_of_titles(sides, catalogue)
    of_period = f" giai đoạn {period}" if period else ""

    def asked(question: str) -> Answer:
        return again(resolved(question))

    def resolved(question: str) -> Query:
        return resolve(f"{question}{of_period}", query.today, before)

    def within(question: str) -> Answer | None:
        return by_period.within(resolved(question), index)

    told = [_of_side(side, asked, within) for side in sides]
    told = in_turn.checked(query, catalogue, sides, told, asked)
    if covered and not all(_is_of_content(one) for one in told):
        return None
    if any(one.outcome is Outcome.ASKED for one in told) or not _says_more(sides, told, found):
        return None
    return _together(query, catalogue, sides, told)


def _is_of_content(told: Answer) -> bool:
    return tells(told) and not told.abstained and told.kind is not Kind.DOCUMENT


def _of_side(
    side: NamedSide,
    asked: Callable[[str], Answer],
    within: Callable[[str], Answer | None],
) -> Answer:
    """What is said of a side, asked in other words where its own find nothing.

    Args:
        side: of the comparison.
        asked: answers a question.
        within: answers a question from what is of the time that it names.
    """
    words = [side.question, side.asked.otherwise, asked_apart.unclaimed(side.question)]
    if side.kind in (PERIOD, TIME):
        words.append(f"tiêu chí {side.question}")  # `thu nhập đợt trước`
    ways = list(dict.fromkeys(question for question in words if question))
    told = asked(ways[0])
    for question in ways[1:]:
        if _is_on_the_matter(side, told):
            return told
        told = asked(question)
    if side.kind in (PERIOD, TIME) and not _is_on_the_matter(side, told):
        told = within(side.question) or told
    return told if _is_on_the_matter(side, told) else in_turn.untold(told)


def _is_on_the_matter(side: NamedSide, told: Answer) -> bool:
    """Whether something is told of a side, and if it is doubtful with the words of its matter."""
    sure = told.confidence >= _SURE or told.kind not in _SEARCHED
    if not tells(told) or sure or side.kind in (DOCUMENT, PROVINCE):  # they narrow the choice
        return tells(told)
    words = set(content(side.question))
    return len(words) < _TWO or len(words & set(syllables(told.stated))) > _COVERED * len(words)


def _says_more(sides: Sequence[NamedSide], told: Sequence[Answer], found: Answer) -> bool:
    """Whether the sides are told of apart: each, or one where nothing is known of the others."""
    of_sides = [one for one in told if tells(one)]
    if len({one.direct for one in told}) < len(told):
        return False
    apart = sides[0].kind == PROVINCE or all(side.asked.apart for side in sides)
    some = bool(of_sides) and (found.abstained or apart)
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
    if not all(_is_cited(side, numbers) for side in sides if side.kind == DOCUMENT):
        return False
    said = fold(" ".join([*parts, *(numbers if found.kind is Kind.COMPARISON else ())]))
    return not found.abstained and all(side.is_named_in(said) for side in sides)


def _is_cited(side: NamedSide, numbers: Sequence[str]) -> bool:
    """Whether a document is among those cited; `25/2021` may be of several issuers."""
    return any(number == side.value or number.startswith(f"{side.value}/") for number in numbers)


def _together(
    query: Query, catalogue: Catalogue, sides: Sequence[NamedSide], told: Sequence[Answer]
) -> Answer:
    lines = [_line(side, one) for side, one in zip(sides, told, strict=True)]
    told = [one for one in told if tells(one)]
    bases = [part for one in told for part in one.text.split("\n\n")[1:] if part.startswith(_BASES)]
    return Answer(
        _outcome(query, told),
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


def _outcome(query: Query, told: Sequence[Answer]) -> Outcome:
    """What is put right of one side makes the whole a correction, where something is claimed."""
    if all(one.abstained for one in told):
        return Outcome.UNKNOWN
    wrong = confirmation.asks(query) and any(one.outcome is Outcome.CORRECTED for one in told)
    return Outcome.CORRECTED if wrong else Outcome.ANSWERED


def _line(side: NamedSide, told: Answer) -> str:
    said = told.direct if tells(told) else _NOT_KNOWN
    named = side.is_named_in(fold(said.split("\n")[0]))
    indented = re.sub(r"\n- ", "\n  + ", said)
    return f"- {indented}" if named else f"- {wording.upper_first(side.label)}: {indented}"
