"""The question that is asked of each side alone: its sides, and the one matter of them all.

`Hồi 2016-2020 được bố trí bao nhiêu vốn, còn 2021-2025 thì bao nhiêu?` asks of the second side
only `thì bao nhiêu`: the matter is that of the first. `Vốn của 2016-2020 và 2021-2025` has one
matter around both, `trước kia chỉ cần trung cấp, giờ phải đại học` one for each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.answering.comparing import clauses
from knowledge.answering.comparing.message import (
    ASKS,
    JOINS,
    LOOSE,
    Message,
    bare,
    blank,
    content,
    tidy,
)
from knowledge.references.mention import Mention
from knowledge.references.parser import parse
from knowledge.text import syllables

# A joining word that a cut leaves without its other half.
_BEFORE_CUT = re.compile(rf"(?:\W*\b{LOOSE})+\W*$")
_AFTER_CUT = re.compile(rf"\W*(?:{LOOSE}\b\W*)+")
_SENTENCE = re.compile(r"[.?!]\s+")
_CLAIM = re.compile(r"\b(?:co )?(?:phai|dung)(?: (?:vay|the))? (?:khong|chua)\b")
_BELIEF = re.compile(
    r"^\W*(?:theo )?(?:(?:toi|em|minh|tui|anh|chi|chau) )?"
    r"(?:nho|nghe (?:noi|bao|dau)|tuong|hinh nhu|nghi|biet)\b"
    r"(?: (?:la|rang|thi|khong nham|hinh nhu))*"
)
_SO = "phải không"
_COUNTED = re.compile(
    r"\b\d+ (tieu chi|chi tieu|ct|noi dung(?: tieu chi)?|nguoi|%|phan tram|trieu(?: dong)?)"
)
_UNCOUNTED = re.compile(r"\b\d+\b(?=\W*(?:$|[,;.?!]|(?:co )?(?:phai|dung)\b))")


@dataclass(frozen=True)
class Asked:
    """What is asked of one side.

    Attributes:
        question: of it alone.
        otherwise: the same with the matter of the first side, where its own words are few.
        apart: whether the message asks of each side in words of its own.
    """

    question: str
    otherwise: str | None = None
    apart: bool = False


def questions(
    message: Message, others: Callable[[str], Sequence[tuple[int, int]]]
) -> dict[str, Asked]:
    """By the value of each side what is asked of it.

    Args:
        message: names the sides.
        others: for a value, what else is no part of its question: what goes with other sides.
    """
    of_kind = list(message.sides)
    text = message.plain
    said = clauses.find(message, text)
    claim = None
    if said is not None and (claim := _CLAIM.search(bare(text))):
        text = blank(text, [claim.span()])
        said = clauses.find(message, text)
    if said is None:
        return {m.value: Asked(_around(message, m.value, others(m.value))) for m in of_kind}
    before = text[_opens(text, of_kind[0]) : of_kind[0].start]
    if belief := _BELIEF.search(bare(before)):
        before = before[belief.end() :]
    found: dict[str, Asked] = {}
    first = said[0]
    for mention, clause in zip(of_kind, said, strict=True):
        own = _counted(first.said, clause.said)
        leads = clause.leads if _repeats(clause.leads, before + first.said) else ""
        start = leads or f"{before} {clause.leads}"
        ends = f" {_SO}" if claim else ""
        shared = said[-1].shared if clause is not said[-1] else ""
        name = message.sides[mention]
        alone = tidy(f"{start} {name} {own}{ends} {shared}")
        like_first = tidy(f"{before} {name} {first.said} {said[-1].shared}")
        if clause is first:
            asked = Asked(alone, apart=True)
        elif _leans(clause.said, before + first.said):
            asked = Asked(like_first, apart=True)
        else:
            asked = Asked(alone, like_first, apart=True)
        found.setdefault(mention.value, asked)
    return found


def unclaimed(question: str) -> str:
    """A question without `phải không`: it asks what is so, not whether."""
    return tidy(blank(question, [m.span() for m in _CLAIM.finditer(bare(question))]))


def _opens(text: str, first: Mention) -> int:
    """Where the sentence of the first side begins that says by itself what it is about."""
    ends = [m.end() for m in _SENTENCE.finditer(text, 0, first.start)]
    alone = ends and content(f"{text[ends[-1] : first.start]} {text[first.end :]}")
    return ends[-1] if alone else 0


def _leans(said: str, on: str) -> bool:
    """Whether words bring nothing of their own: `thì bao nhiêu`, `còn mấy phần trăm`."""
    if not ASKS.search(bare(said)) and syllables(said):
        return False  # `phải có bằng`, which asks whether
    own = set(content(said)) - set(bare(on).split())
    return not own and not re.search(r"\d", said) and not parse(said).mentions


def _repeats(leads: str, matter: str) -> bool:
    """Whether what leads to a side names the matter anew: `điện bộ cũ …, điện bộ mới …`."""
    return bool(set(content(leads)) & set(bare(matter).split()))


def _counted(first: str, said: str) -> str:
    """`1980 có 49 chỉ tiêu còn 318 có 57`: counted in what the first is counted in."""
    unit, number = _COUNTED.search(bare(first)), _UNCOUNTED.search(bare(said))
    if not unit or not number:
        return said
    worded = first[unit.start(1) : unit.end(1)]
    return f"{said[: number.end()]} {worded}{said[number.end() :]}"


def _around(message: Message, value: str, others: Sequence[tuple[int, int]]) -> str:
    """The question without the other sides and without the words that compare them."""
    sides = list(message.sides)
    plain = blank(message.plain, others)
    gaps = [plain[one.end : other.start] for one, other in itertools.pairwise(sides)]
    if all(JOINS.fullmatch(bare(gap)) for gap in gaps):
        own = next(m for m in sides if m.value == value)
        name = message.sides[own] if plain[own.start : own.end].strip() else ""
        opens = _opens(plain, sides[0])
        return tidy(f"{plain[opens : sides[0].start]}{name}{plain[sides[-1].end :]}")
    text, folded = message.text, bare(message.text)
    out = [(m.start, m.end) for m in sides if m.value != value]
    out += [*others, *message.compared]
    kept: list[str] = []
    last = 0
    for start, end in [*sorted(out), (len(text), len(text))]:
        part = folded[last:start]
        after = _AFTER_CUT.match(part) if last else None
        before = _BEFORE_CUT.search(part) if end > start else None
        first = last + (after.end() if after else 0)
        stop = last + (before.start() if before else len(part))
        kept.append(_spelt_out(message, value, first, max(first, stop)))
        last = max(last, end)
    return tidy(" ".join(kept))


def _spelt_out(message: Message, value: str, start: int, end: int) -> str:
    """A part of the question, in which a side is named in full."""
    part = message.text[start:end]
    for mention, name in reversed(list(message.sides.items())):
        if mention.value == value and start <= mention.start and mention.end <= end:
            head, tail = part[: mention.start - start], part[mention.end - start :]
            part = f"{head}{name}{tail}"
    return part
