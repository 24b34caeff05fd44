"""The questions of which a message is made: `số mấy, ai ký, còn hiệu lực không`.

A message is cut at its marks and where `và`, `còn`, `rồi` join. What asks nothing goes with the
question that it introduces, or with the one that it only completes: `vùng Tây Nguyên`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.references.aspect import OF_FIELDS
from knowledge.references.aspects import aspects, subject
from knowledge.references.parser import parse
from knowledge.text import strip_diacritics

# A mark within a number, date or abbreviation has no space behind it.
_CUT = re.compile(
    r"\s*(?P<end>[.?!;:]+)(?=\s|$)\s*|\s*,\s+|"
    # `tỉnh ấy nay còn không`, `còn hiệu lực không` stay whole
    r"\s+(?:và|va|(?:còn|con)(?! (?:không|khong|ko|k|chưa|chua|hiệu lực|hieu luc|áp dụng|ap dung|"
    r"dùng|dung|nữa|nua|được|duoc|hay|lại|lai|thiếu|thieu|giữ|giu|gì|gi)\b)|rồi|roi|với lại|"
    r"voi lai|đồng thời|dong thoi|ngoài ra|ngoai ra)\s+"
)
_ASKS = re.compile(
    r"\b(?:bao nhieu|may|gi|nao|ai|the nao|ra sao|lam sao|khi nao|bao gio|bao lau|o dau|bn|"
    r"bnhieu|nhieu|j)\b|"
    r"\b(?:khong|chua|ko|k|hong)(?: (?:a|vay|nhi|ha|em|anh|chi|ban|ad))*\W*$"
)
_TWO = 2


@dataclass(frozen=True)
class Part:
    """One of several questions.

    Attributes:
        text: with what introduces it.
        asked: the sentence that asks, without those before it.
        apart: whether it is a sentence of its own that names what it is about.
    """

    text: str
    asked: str
    apart: bool

    @property
    def has_a_matter(self) -> bool:
        """Whether it names something that it asks about: `ai ký` does not."""
        return _names_something(self.text)


@dataclass(frozen=True)
class _Piece:
    """What stands between two cuts; `opens` where a sentence begins with it."""

    start: int
    end: int
    opens: bool


def of(message: str) -> list[Part]:
    """The questions that a message asks, in its order."""
    found: list[tuple[int, int, _Piece]] = []  # from, to, what asks
    waiting: _Piece | None = None  # the first of what introduces the next question
    for piece in _pieces(message):
        said = message[piece.start : piece.end]
        if _asks(said):
            found.append(((waiting or piece).start, piece.end, piece))
            waiting = None
        elif found and waiting is None and not subject(parse(said).remainder):
            found[-1] = (found[-1][0], piece.end, found[-1][2])
        else:
            waiting = waiting or piece
    if found and waiting:
        found[-1] = (found[-1][0], len(message), found[-1][2])
    return [
        Part(
            message[start:end].strip(),
            message[piece.start if piece.opens else start : end].strip(),
            piece.opens and _is_full(message[start:end]),
        )
        for start, end, piece in found
    ]


def _names_something(question: str) -> bool:
    references = parse(question)
    return bool(references.mentions or subject(references.remainder))


def _is_full(sentence: str) -> bool:
    """Whether a sentence can be asked by itself: `giai đoạn 2021-2025 thì sao?` cannot."""
    references = parse(sentence)
    return bool(subject(references.remainder)) or len(references.mentions) >= _TWO


def _pieces(message: str) -> list[_Piece]:
    """What stands between the cuts; a mark that ends a sentence stays with it."""
    found, start, opens = [], 0, True
    for cut in _CUT.finditer(message):
        found.append(_Piece(start, cut.end("end") if cut["end"] else cut.start(), opens))
        start, opens = cut.end(), bool(cut["end"])
    found.append(_Piece(start, len(message), opens))
    return [piece for piece in found if re.search(r"\w", message[piece.start : piece.end])]


def _asks(piece: str) -> bool:
    """Whether words ask something: by a question word, or by naming a field of documents alone."""
    if _ASKS.search(strip_diacritics(piece).lower()):
        return True
    return bool(OF_FIELDS & set(aspects(piece))) and not _names_something(piece)
