"""The parser of references: one question in, all its mentions out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.references import criteria, levels, numbers, places, times
from knowledge.references.mention import (
    CRITERION,
    DOCUMENT,
    GROUP,
    INDICATOR,
    LEVEL,
    PERIOD,
    PROVINCE,
    REGION,
    TIME,
    Mention,
    drop_overlaps,
)
from knowledge.text import normalise, strip_diacritics

# `1980/QĐ-TTg ngày 17/10/2016`: the date belongs to the number, it is not the date asked about.
_DATE_OF_DOCUMENT = re.compile(r"^[\s,(]*(?:ngay|ky ngay|ban hanh ngay)?[\s,(]*$")


@dataclass(frozen=True)
class References:
    """The mentions of one question.

    Attributes:
        text: the normalised text that offsets refer to.
        mentions: in order of appearance, without overlaps.
    """

    text: str
    mentions: tuple[Mention, ...]

    def values(self, kind: str) -> list[str]:
        """The distinct values of a kind, in order of appearance."""
        return list(dict.fromkeys(m.value for m in self.mentions if m.kind == kind))

    def first(self, kind: str) -> str | None:
        """The first value of a kind."""
        return next(iter(self.values(kind)), None)

    @property
    def remainder(self) -> str:
        """The text with the mentions cut out."""
        return self.without()

    def without(self, *kinds: str) -> str:
        """The text with the mentions of some kinds cut out; of all kinds where none is named."""
        rest, last = [], 0
        for mention in self.mentions:
            if kinds and mention.kind not in kinds:
                continue
            rest.append(self.text[last : mention.start])
            last = mention.end
        return " ".join(" ".join([*rest, self.text[last:]]).split())


def parse(question: str) -> References:
    """Finds every reference in a question.

    Args:
        question: as typed; normalised here, typing errors are repaired by the caller.
    """
    text = normalise(question)
    folded = strip_diacritics(text.lower())
    if len(folded) != len(text):  # lower() lengthens a few letters of other scripts
        text = folded
    documents = list(numbers.find(folded))
    found = drop_overlaps(
        [
            *_complete_first(documents),
            *criteria.find(folded),
            *times.find(folded),
            *documents,
            *places.find(folded, text),
            *levels.find(folded),
        ]
    )
    # `lúc nãy`, a while ago, is `lúc này` without its diacritics, and no time asked about.
    found = [m for m in found if not text[m.start : m.end].lower().endswith("nãy")]
    return References(text, tuple(_without_document_dates(found, folded)))


def _complete_first(documents: list[Mention]) -> list[Mention]:
    """Complete numbers and numbers after a type word come before everything else."""
    return [m for m in documents if re.search(r"[A-ZĐ]|^[a-zđ]", m.value)]


def _without_document_dates(mentions: list[Mention], folded: str) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        of_document = (
            last is not None
            and last.kind == DOCUMENT
            and mention.kind == TIME
            and re.fullmatch(r"\d{4}-\d{2}-\d{2}", mention.value)
            and _DATE_OF_DOCUMENT.match(folded[last.end : mention.start])
        )
        if not of_document:
            kept.append(mention)
    return kept


__all__ = [
    "CRITERION",
    "DOCUMENT",
    "GROUP",
    "INDICATOR",
    "LEVEL",
    "PERIOD",
    "PROVINCE",
    "REGION",
    "TIME",
    "References",
    "parse",
]
