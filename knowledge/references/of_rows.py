"""Messages that go on with a criterion talked about, by what they name and what they leave out.

What names another set, level or place, and no matter of its own, stays with the criterion.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.references import parser, times
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.follow_up import own_words
from knowledge.references.parser import References
from knowledge.text import fold

if TYPE_CHECKING:
    from knowledge.references.context import Context

_HOUSEHOLDS = re.compile(r"\b(?:bao nhieu|may) (?:(?:%|phan tram) )?(?:so )?(?:ho|thon)\b")
_LIKENED = re.compile(r"\b(?:hon|nhu (?:the|vay)|giong|bang|cung (?:the|vay|nhu)|y chang)\b")
_LISTED = (Aspect.COUNT.value, Aspect.LIST.value)
_OF_A_ROW = frozenset({Aspect.REQUIREMENT, Aspect.ABOUT, Aspect.TITLE, Aspect.COUNT, Aspect.LIST})
_FIGURE = re.compile(r"\d ?(?:%|phan tram|trieu)")


def go_on(before: Context, references: References) -> bool:
    """Whether a message goes on with the criterion talked about, or with sets compared."""
    return (
        _of_another_set(before, references)
        or _of_the_compared(before, references)
        or _of_the_row(before, references)
        or _elsewhere(before, references)
        or _of_the_listed(before, references)
        or _of_the_time(before, references)
    )


def likens(text: str) -> bool:
    """Whether a figure is claimed, or what was told is likened to something."""
    folded = fold(text)
    return bool(_FIGURE.search(folded) or _LIKENED.search(folded))


def _of_another_set(before: Context, references: References) -> bool:
    """`1980 đổi tên thành gì?`, `hồi 491 cũng thế à?` after a criterion of another set."""
    kinds = {mention.kind for mention in references.mentions}
    asked = set(aspects(references.text)) <= {Aspect.DIFFERENCE, Aspect.REQUIREMENT}
    of_row = before.address
    bare = asked and not own_words(references)
    one = len(references.values(parser.DOCUMENT)) == 1
    return bool(of_row) and bare and one and kinds == {parser.DOCUMENT}


def _of_the_compared(before: Context, references: References) -> bool:
    """`tiêu chí 3 thêm gì?` after a comparison of two sets."""
    kinds = {mention.kind for mention in references.mentions}
    compared = before.aspect == Aspect.DIFFERENCE.value
    of_rows = bool(kinds) and kinds <= {parser.CRITERION, parser.INDICATOR}
    return compared and of_rows and not own_words(references)


def _of_the_row(before: Context, references: References) -> bool:
    """`ĐBSCL hạ xuống còn 50% à?`, `Tây Nguyên có dễ hơn không?`: of the row, elsewhere."""
    kinds = {mention.kind for mention in references.mentions}
    talked_about = before.address
    place = bool(kinds) and kinds <= {parser.REGION, parser.GROUP}
    return bool(talked_about) and place and likens(references.text)


def _elsewhere(before: Context, references: References) -> bool:
    """`xã thường thì tiêu chí 16 là gì?` after that criterion at another level."""
    kinds = {mention.kind for mention in references.mentions}
    same = before.criterion in references.values(parser.CRITERION)
    return same and kinds == {parser.CRITERION, parser.LEVEL} and not own_words(references)


def _of_the_listed(before: Context, references: References) -> bool:
    """`tiêu chí 13 tên gì?` after the criteria of a set that was named were counted or listed."""
    kinds = {mention.kind for mention in references.mentions}
    listed = before.document is not None and before.aspect in _LISTED
    of_one = parser.CRITERION in kinds and kinds <= {parser.CRITERION, parser.LEVEL}
    return listed and of_one and not own_words(references)


def _of_the_time(before: Context, references: References) -> bool:
    """`18.5 là gì?` after another row of a period or set that was named: of that same set."""
    kinds = {mention.kind for mention in references.mentions}
    of_one = bool(kinds) and kinds <= {parser.CRITERION, parser.INDICATOR}
    if not (of_one and before.address):
        return False
    asked = set(aspects(references.text)) <= _OF_A_ROW and not own_words(references)
    timed = times.is_period(before.period) or before.period == "now"
    return asked and (
        timed or parser.parse(before.subject or "").first(parser.DOCUMENT) is not None
    )


def counts_households(text: str) -> bool:
    """`bao nhiêu hộ đạt`: after a threshold another one; how many communes did is a result."""
    return bool(_HOUSEHOLDS.search(fold(text)))
