"""Which `Điều …` lines open an article of the document itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers import markers
from knowledge.readers.blocks import Block, Paragraph
from knowledge.text import syllables

_MAX_GAPS = 50
_QUOTE = "“\"'"


@dataclass(frozen=True, slots=True)
class Opening:
    """One `Điều …` line.

    Attributes:
        place: index of its block.
        number, letter: 4 and `a` of `Điều 4a`.
        rest: what follows on the line: a heading, or the text itself.
    """

    place: int
    number: int
    letter: str
    rest: str

    @property
    def id(self) -> str:
        """`Điều 4a`."""
        return f"Điều {self.number}{self.letter}"


def own(blocks: Sequence[Block], quoted: Sequence[bool]) -> list[Opening]:
    """The document's own articles in order.

    Articles are counted from 1 without a gap, so the count decides where quotation
    marks do not: in an amending text the quoted articles have numbers of the other
    document, and a quotation is sometimes not closed.
    """
    candidates = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (match := markers.ARTICLE.match(block.text)):
            opening = Opening(place, int(match[1]), match[2], (match[3] or "").strip())
            candidates.append((opening, quoted[place], block.text[0] in _QUOTE))
    free = [opening for opening, inside, _ in candidates if not inside]
    chosen = _in_sequence(_after_contents(free))
    doubtful = [opening for opening, inside, marked in candidates if inside and not marked]
    return _filled(chosen, doubtful)


def gaps(openings: Sequence[Opening]) -> list[int]:
    """Numbers missing in the sequence."""
    present = {opening.number for opening in openings}
    return [number for number in range(1, max(present, default=0)) if number not in present]


def _after_contents(openings: list[Opening]) -> list[Opening]:
    """Without the list of articles in a table of contents: lines that follow one another."""
    starts = [place for place, opening in enumerate(openings) if opening.number == 1]
    if len(starts) < 2:
        return openings
    first, second = starts[:2]
    listed = openings[first:second]
    dense = listed[-1].place - listed[0].place < 2 * len(listed)
    # Short articles of a decision follow one another as closely; but what is attached to
    # it has other articles, while a table of contents names those that follow.
    same = _same_heading(listed[0].rest, openings[second].rest)
    return openings[second:] if dense and same and len(listed) > 2 else openings


def _same_heading(listed: str, heading: str) -> bool:
    """Whether an entry of a table of contents, with its page number, names a heading."""
    entry, found = syllables(re.sub(r"[\s.…]*\d*$", "", listed)), syllables(heading)
    length = min(len(entry), len(found))
    return length > 0 and entry[:length] == found[:length]


def _in_sequence(openings: list[Opening]) -> list[Opening]:
    chosen: list[Opening] = []
    last_place = {opening.number: place for place, opening in enumerate(openings)}
    for place, opening in enumerate(openings):
        last = chosen[-1] if chosen else None
        if last is None:
            accepted = opening.number == 1 or last_place.get(1, -1) < place
        elif opening.letter:
            accepted = opening.number == last.number and opening.letter > last.letter
        elif opening.number == last.number + 1:
            accepted = True
        else:
            expected = last_place.get(last.number + 1, -1) > place
            # `… tại` / `Điều 12. của Luật này`: a reference that a line break has cut.
            referred = opening.rest[:1].islower()
            accepted = opening.number > last.number and not expected and not referred
        if accepted:
            chosen.append(opening)
    return chosen


def _filled(chosen: list[Opening], doubtful: list[Opening]) -> list[Opening]:
    """Gaps filled with articles that only seemed to be quoted."""
    if not chosen:
        return _in_sequence(doubtful)
    for number in gaps(chosen)[:_MAX_GAPS]:
        before = max((item.place for item in chosen if item.number < number), default=-1)
        after = min(item.place for item in chosen if item.number > number)
        found = [item for item in doubtful if item.number == number and before < item.place < after]
        if found:
            chosen = sorted([*chosen, found[-1]], key=lambda item: item.place)
    last = chosen[-1]
    for item in doubtful:
        if item.place > last.place and item.number == last.number + 1 and not item.letter:
            last = item
            chosen = [*chosen, last]
    return chosen
