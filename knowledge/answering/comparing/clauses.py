"""What a message says of each of its sides: `A bao nhiêu, còn B thì bao nhiêu`."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from knowledge.answering.comparing.message import ASKS, JOINS, LOOSE, Message, bare
from knowledge.references.aspects import subject
from knowledge.references.mention import Mention
from knowledge.references.parser import parse

_WHETHER = re.compile(r"\b(?:khong|chua)\b\W*$")
_LEADS = re.compile(r"\b(?:den|toi|tu|qua|luc|khi)\b")
# Where what is said of one side ends and the next side begins.
_ENDS = re.compile(
    r"\s*(?:[,;:.?!](?!\d)\s*)+(?:(?:con|roi|sang|ma|va)\b\s*)*|\s+(?:con|ma|roi)\b(?! \d)\s*"
)
_PART = re.compile(r"[,;.?!](?!\d)")
# A joining word whose other half is the next side.
_JOINED = re.compile(rf"(?:\W*\b{LOOSE})+\W*$")


@dataclass(frozen=True)
class Clause:
    """What is said of one side.

    Attributes:
        leads: what stands before its name and belongs to it alone.
        said: what stands behind its name.
        shared: what holds for all sides, at the end of the last.
    """

    leads: str
    said: str
    shared: str = ""


def find(message: Message, text: str) -> list[Clause] | None:
    """What is said of each side; None where one matter stands around them all.

    Args:
        message: names the sides.
        text: of it, as long as it, without what is no part of any clause.
    """
    of_kind = list(message.sides)
    leads, found = "", []
    for mention, following in itertools.pairwise(of_kind):
        if any(_leads_to(text, end, following) for _, end in message.compared):
            return None  # `A thì thu nhập cao hơn B bao nhiêu`
        gap = text[mention.end : following.start]
        said, next_leads = _split(gap)
        if not _says(said):
            return None
        found.append(Clause(leads, said))
        leads = next_leads
    if len({m.value for m in of_kind}) < len(of_kind):
        return None
    said, shared = _without_the_shared(text[of_kind[-1].end :])
    return [*found, Clause(leads, said, shared)]


def _leads_to(text: str, end: int, following: Mention) -> bool:
    """Whether words that end somewhere stand right before a side."""
    between = text[end : following.start]
    return end <= following.start and JOINS.fullmatch(bare(between)) is not None


def _split(gap: str) -> tuple[str, str]:
    """What is said of a side, and what belongs to the name of the next one."""
    folded = bare(gap)
    ends = list(_ENDS.finditer(folded))
    if ends and not ASKS.search(folded[ends[-1].end() :]):
        said, leads = gap[: ends[-1].start()], gap[ends[-1].end() :]
    else:
        joined = _JOINED.search(folded)
        said, leads = (gap[: joined.start()], "") if joined else (gap, "")
    own = _LEADS.sub(" ", bare(leads))
    return said, "" if JOINS.fullmatch(own) else leads


def _without_the_shared(said: str) -> tuple[str, str]:
    """The words on the last side, and a part at the end that names something for all of them."""
    parts = list(_PART.finditer(said))
    for end in parts:
        part = said[end.end() :]
        if parse(part).mentions and not ASKS.search(bare(part)):
            return said[: end.start()], part
        if part.strip() and not ASKS.search(bare(part)):
            return said[: end.start()], ""
    return said, ""


def _says(said: str) -> bool:
    """Whether words say or ask something of a side, and do not only lead on to the next."""
    own = bare(parse(said).remainder)
    asks = ASKS.search(own) or _WHETHER.search(own)
    return bool(asks or subject(own) or re.search(r"\d", own))
