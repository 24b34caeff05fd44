"""Whether a figure is that of the year asked about: one of 2022 is none of 2023."""

from __future__ import annotations

import re

from knowledge.answering.query import Query
from knowledge.references.parser import TIME
from knowledge.text import fold

_YEAR = re.compile(r"20[0-4]\d")
_LISTED = re.compile(r"\bnăm (20[0-4]\d):")
_SPAN = re.compile(
    r"(20[0-4]\d) ?[-–] ?(20[0-4]\d)|từ (?:năm )?(20[0-4]\d)|đến (?:năm )?(20[0-4]\d)"
)
_HOW_MUCH = re.compile(r"\b(?:bao nhieu|bn|may (?:trieu|dong|%|phan tram|ty)|muc)\b")


def missing_of_row(query: Query, said: str) -> str | None:
    """The year asked about, where a threshold is told for each of other years."""
    listed = set(_LISTED.findall(said))
    years = _asked(query)
    return years[0] if listed and years and not listed & set(years) else None


def missing_of_text(query: Query, text: str) -> str | None:
    """The year that a message names and asks a figure of, where a text has those of others."""
    asked = _asked(query)
    if len(asked) != 1 or not _HOW_MUCH.search(fold(query.question)):
        return None
    told = set(_YEAR.findall(text))
    apart = told and asked[0] not in told and not _SPAN.search(text)
    return asked[0] if apart else None


def _asked(query: Query) -> list[str]:
    """The single years that the message itself names."""
    return [value for value in query.references.values(TIME) if _YEAR.fullmatch(value)]
