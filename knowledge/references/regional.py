"""Words of the South, and years told by their distance: `hông`, `xài`, `nói sao`, `sang năm`.

Written as the texts and the other classes have them, so that each of these is known in one way.
What may be another word without its diacritics is only known with them, or by where it stands.
"""

from __future__ import annotations

import datetime as dt
import re

from knowledge.text import fold, normalise

_TELLING = (
    r"(?:noi|ghi|viet|neu|quy dinh|huong dan|cham|cham diem|xet|sua|danh gia|yeu cau|doi hoi|"
    r"cong nhan|phan chia|tinh|lam)"
)
_WAYS: tuple[tuple[re.Pattern[str], str], ...] = (
    # With its diacritics wherever it stands; `hong` where no river is named.
    (re.compile(r"\b(?:hông|hổng)\b"), "không"),
    (
        re.compile(
            r"(?<!song )(?<!sông )\bhong\b(?=\W*$| (?:co|phai|biet|duoc|dat|can|thay|ro)\b)"
        ),
        "không",
    ),
    (re.compile(r"\b(?:xài|xai)\b"), "dùng"),
    (re.compile(r"\bchớ\b"), "chứ"),
    (re.compile(r"\bđòi(?= (?:xã|huyện|tỉnh|thôn|phải|bằng|gì)\b)"), "yêu cầu"),
    (re.compile(r"\b(?:tụi tui|tui)\b"), "tôi"),
    (re.compile(r"\b(?:dzậy|dzay|zậy|dị)\b"), "vậy"),
    (re.compile(r"\b(?:bao nhiu|nhiêu lận|nhieu lan)\b"), "bao nhiêu"),
)
_WHICH_SET = re.compile(r"\b(?:theo|ap dung|dung|lay|cham|xet) bo nao\b(?! (?:huong|quan|ban|ra))")
_HOW = re.compile(
    rf"\b({_TELLING}(?: (?:ve|cho|diem))?) sao\b(?! (?:cho|lai|ma|y|luc|duoc|noi|khong))"
)
_YEARS = ((re.compile(r"\b(?:sang nam|nam toi)\b(?! (?:\d|sau))"), 1),)


def spelled(text: str, today: dt.date) -> str:
    """The message with such words as they are written elsewhere.

    Args:
        text: as typed.
        today: the day on which it is asked.
    """
    said = normalise(text)
    for pattern, word in _WAYS:
        said = pattern.sub(word, said) if pattern.search(said) else said
    for pattern, distance in _YEARS:
        said = _replaced(said, pattern, f"năm {today.year + distance}")
    folded = fold(said)
    if which := _WHICH_SET.search(folded):  # a set, and no ministry
        said = f"{said[: which.end() - len('nao')]}tiêu chí nào{said[which.end() :]}"
        folded = fold(said)
    match = _HOW.search(folded) if len(folded) == len(said) else None
    return f"{said[: match.end(1)]} thế nào{said[match.end() :]}" if match else said


def _replaced(text: str, pattern: re.Pattern[str], word: str) -> str:
    folded = fold(text)
    match = pattern.search(folded) if len(folded) == len(text) else None
    return f"{text[: match.start()]}{word}{text[match.end() :]}" if match else text
