"""Provisions: the addressable parts of a document, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.readers import markers, quotes

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters in the order in which điểm are counted."""

_MAX_GAP = 2  # one number may be missing: a khoản struck out


class Kind(StrEnum):
    """What a provision is."""

    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    ARTICLE = "điều"
    CLAUSE = "khoản"
    POINT = "điểm"
    ANNEX = "phụ lục"
    REGULATION = "văn bản kèm theo"


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision.

    Attributes:
        id: its address in the document: `Điều 3`, `Điều 3 khoản 2 điểm a`, `Phụ lục I`,
            `Quy định kèm theo / Điều 3`; unique in the document.
        heading: "" where it has none.
        text: its words as printed, one paragraph a line, those of its parts included.
        within: ids of the chapter and the like it stands in, the outermost first.
        parts: khoản of a Điều, điểm of a khoản.
        page: where it begins, 1-based.
    """

    id: str
    kind: Kind
    heading: str
    text: str = ""
    within: tuple[str, ...] = ()
    parts: tuple[Provision, ...] = ()
    page: int | None = None

    def walk(self) -> Iterator[Provision]:
        """Itself and all its parts, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def with_parts(provision: Provision, paragraphs: Sequence[str]) -> Provision:
    """A Điều with its khoản and điểm.

    Args:
        provision: the Điều, without text.
        paragraphs: its paragraphs, the heading not among them.
    """
    text = "\n".join(paragraphs)
    clauses = _split(paragraphs, _clause_label)
    if not clauses:
        return _with_points(replace(provision, text=text), paragraphs)
    parts = tuple(
        _with_points(_part(provision, Kind.CLAUSE, f"{number}{letter}", lines), lines)
        for (number, letter), lines in clauses
    )
    return replace(provision, text=text, parts=parts)


def _with_points(provision: Provision, paragraphs: Sequence[str]) -> Provision:
    points = _split(paragraphs, _point_label)
    parts = tuple(
        _part(provision, Kind.POINT, f"{ALPHABET[number - 1]}{digit}", lines)
        for (number, digit), lines in points
    )
    return replace(provision, parts=parts)


def _part(parent: Provision, kind: Kind, label: str, paragraphs: Sequence[str]) -> Provision:
    return Provision(
        id=f"{parent.id} {kind} {label}",
        kind=kind,
        heading="",
        text="\n".join(paragraphs),
        within=parent.within if parent.kind is not Kind.ARTICLE else (*parent.within, parent.id),
        page=parent.page,
    )


Label = tuple[int, str]
"""Sorts the labels of one list: 1, 1a, 2; a, b, c, d, đ."""


def _clause_label(line: str) -> Label | None:
    match = markers.CLAUSE.match(line)
    return (int(match[1]), match[2]) if match else None


def _point_label(line: str) -> Label | None:
    match = markers.POINT.match(line)
    if not match or match[1][0] not in ALPHABET:
        return None
    return ALPHABET.index(match[1][0]) + 1, match[1][1:]


def _split(
    paragraphs: Sequence[str], label_of: Callable[[str], Label | None]
) -> list[tuple[Label, list[str]]]:
    """The items of a numbered list, each with the paragraphs that belong to it.

    A paragraph begins an item when its label is the next one; `5.` in the middle of a
    text, and what an amending provision quotes, begin none.
    """
    items: list[tuple[Label, list[str]]] = []
    quoted = quotes.quoted(paragraphs)
    for line, inside in zip(paragraphs, quoted, strict=True):
        label = None if inside else label_of(line)
        if label is not None and _follows(items[-1][0] if items else None, label):
            items.append((label, [line]))
        elif items:
            items[-1][1].append(line)
    return items


def _follows(last: Label | None, label: Label) -> bool:
    if last is None:
        return label == (1, "")
    number, letter = label
    if letter:
        return number == last[0] and letter > last[1]
    return last[0] < number <= last[0] + _MAX_GAP
