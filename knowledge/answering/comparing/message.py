"""A message that names several sides, and the words by which it asks of them and joins them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.references.aspects import subject
from knowledge.references.mention import Mention
from knowledge.references.parser import parse
from knowledge.text import strip_diacritics

# `số mấy ở xã, số mấy ở xã nâng cao`
ASKS = re.compile(r"\b(?:bao nhieu|may|gi|nao|ai|ra sao|khi nao|the nao|thi sao|quy dinh sao)\b")
LOOSE = r"(?:va|voi|vs|hay|con|roi|so|sang)"
_JOIN = (
    r"(?:va|voi|vs|roi|sang|con|so|thi|o|cua|theo|la|bo|xa|vung|tinh|giai doan|hoi|nam|dot|"
    r"nghi dinh|quyet dinh|thong tu|qd|nd|tt|thoi|mot)"
)
JOINS = re.compile(rf"\W*(?:{_JOIN}\b\W*)*")


@dataclass(frozen=True)
class Message:
    """A question that names several sides.

    Attributes:
        text: as long as when folded.
        sides: the mentions of the sides, in order, each with how its question names it.
        compared: where the words stand that only compare them.
    """

    text: str
    sides: Mapping[Mention, str]
    compared: Sequence[tuple[int, int]]

    @property
    def plain(self) -> str:
        """The text with the words that compare left blank."""
        return blank(self.text, self.compared)


def content(said: str) -> list[str]:
    """The (folded) words of a matter, without mentions and ways of asking."""
    return subject(parse(said).remainder).split()


def bare(text: str) -> str:
    """Without marks and capitals, and of the same length."""
    return strip_diacritics(text).lower()


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with what stands at some places left blank."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def tidy(question: str) -> str:
    """The text with single spaces."""
    return " ".join(question.split())
