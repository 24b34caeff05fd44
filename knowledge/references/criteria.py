"""Criteria and indicators by number: `tiêu chí 18`, `tc18`, `chỉ tiêu 17.1`, in words too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.references import number_words
from knowledge.references.mention import CRITERION, INDICATOR, Mention

_KEYWORD = (
    r"(?:noi dung tieu chi|tieu chi|tieuchi|chi tieu|chitieu|noi dung|tchi|tc|t/c|ct)"
    r"\s*(?:thanh phan)?\s*(?:so|thu)?\s*[:.]?\s*"
)
_DIGITS = r"\d{1,2}(?:[.,]\d{1,2})?"
_IN_DIGITS = re.compile(
    rf"(?<![a-z]){_KEYWORD}({_DIGITS}(?:\s*(?:,|;|va|hoac|den|-)\s*{_DIGITS})*)"
    r"(?![\d/]|\s*%|[.,]?\d|\s*(?:tieu chi|chi tieu|trieu|ty))"
)
# `tiêu chí năm 2009` names a year, `tiêu chí bây giờ` a time.
_IN_WORDS = re.compile(rf"(?<![a-z]){_KEYWORD}({number_words.SPELT})\b(?!\s+(?:\d{{4}}|gio)\b)")
_COUNTED = re.compile(r"\b(?:bao nhieu|may) $")
_BARE_INDICATOR = re.compile(
    r"(?<![\d.,/])(\d{1,2}\.\d{1,2})"
    r"(?![\d/]|[.,]\d|\s*(?:%|trieu|ty|nghin|ha|km|m2|nguoi|tieu chi))"
)
_ONE_NUMBER = re.compile(_DIGITS)


def find(folded: str) -> Iterator[Mention]:
    """Criterion and indicator mentions in folded text."""
    for match in _IN_DIGITS.finditer(folded):
        for number in _ONE_NUMBER.finditer(match[1]):
            start = match.start() if number.start() == 0 else match.start(1) + number.start()
            yield _mention(number[0].replace(",", "."), start, match.start(1) + number.end())
    for match in _IN_WORDS.finditer(folded):
        if _COUNTED.search(folded[: match.start()]):
            continue  # `mấy tiêu chí một xã`
        yield _mention(str(number_words.value(match[1])), *match.span())
    for match in _BARE_INDICATOR.finditer(folded):
        yield _mention(match[1], *match.span())


def _mention(number: str, start: int, end: int) -> Mention:
    whole, _, part = number.partition(".")
    value = f"{int(whole)}.{int(part)}" if part else str(int(whole))
    return Mention(INDICATOR if part else CRITERION, value, start, end)
