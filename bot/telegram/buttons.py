"""The buttons under an answer, and what their data means.

Data is `verb:digest[:argument]` with the digest of the answer the button stands
under, or `verb:argument` where it belongs to no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.telegram import rendering
from bot.telegram.answers import DIGEST_LENGTH, Answer
from bot.telegram.limits import CALLBACK_BYTES
from bot.telegram.replies import Button, Keyboard
from knowledge.references.places import REGIONS
from knowledge.text import fold, strip_diacritics

# Verbs; short, because data is short.
MORE = "m"  # the rest of a long answer, from message n
SOURCES = "s"  # the basis
PERIOD = "p"  # the same question for another period
LEVEL = "l"  # … for another title
REGION = "r"  # … for a region; without one: which?
NEXT = "n"  # the suggested question n
GOOD = "u"
BAD = "d"
WHY = "w"  # the reason after BAD
EXAMPLE = "e"  # example question n of /start
PLACE = "a"  # /xa
WIPE = "x"  # /xoa
FILE = "f"  # a document offered by a maintainer

_OF_AN_ANSWER = frozenset({MORE, SOURCES, PERIOD, LEVEL, REGION, NEXT, GOOD, BAD, WHY})
_OTHERS = frozenset({EXAMPLE, PLACE, WIPE, FILE})
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")
_YEARS = re.compile(r"\b(20\d\d)\s?[-–]\s?(20\d\d)\b")
_COMPARABLE = frozenset({"basis", "requirement", "structure"})

LEVELS = {"nc": "xã nâng cao", "xa": "xã"}
LEVEL_NAMES = {"nc": "Xã NTM nâng cao", "xa": "Xã NTM"}
REASONS = {
    "sai": "Sai nội dung",
    "cu": "Văn bản đã cũ",
    "lech": "Không đúng câu hỏi",
    "kho": "Khó hiểu",
}
_SUGGESTION_LENGTH = 60
_PERIODS_SHOWN = 4
_SUGGESTIONS_SHOWN = 3


@dataclass(frozen=True)
class Press:
    """What a pressed button means."""

    verb: str
    digest: str = ""
    argument: str = ""


def data(verb: str, digest: str = "", argument: str = "") -> str:
    """The data of a button.

    Raises:
        ValueError: it is longer than Telegram allows.
    """
    text = ":".join(part for part in (verb, digest, argument) if part)
    if len(text.encode()) > CALLBACK_BYTES:
        raise ValueError(f"dữ liệu nút dài quá {CALLBACK_BYTES} byte: {text}")
    return text


def read(text: str) -> Press | None:
    """What data means; None for anything that is not ours."""
    verb, _, rest = text.partition(":")
    if verb in _OF_AN_ANSWER:
        digest, _, argument = rest.partition(":")
        return Press(verb, digest, argument) if _DIGEST.fullmatch(digest) else None
    return Press(verb, argument=rest) if verb in _OTHERS else None


def under(answer: Answer, digest: str, *, shown: int = 1, judged: str = "") -> Keyboard:
    """The buttons under an answer.

    Args:
        answer: the answer.
        digest: the one it is kept under.
        shown: how many of its messages have been sent.
        judged: words that take the place of 👍 and 👎 once they were used.
    """
    rows: list[tuple[Button, ...]] = []
    if len(rendering.parts(answer)) > shown:
        rows.append((Button("⬇️ Xem thêm", data(MORE, digest, str(shown))),))
    rows += _narrower(answer, digest)
    for number, suggestion in _suggestions(answer):
        rows.append((Button(f"❓ {_short(suggestion)}", data(NEXT, digest, str(number))),))
    last = [Button("📄 Xem căn cứ", data(SOURCES, digest))] if answer["citations"] else []
    if answer["kind"] == "courtesy":
        return tuple(rows)
    if judged:
        last.append(Button(judged, data(GOOD, digest)))
    else:
        last += [Button("👍", data(GOOD, digest)), Button("👎", data(BAD, digest))]
    rows.append(tuple(last))
    return tuple(rows)


def _narrower(answer: Answer, digest: str) -> list[tuple[Button, ...]]:
    """Buttons that ask the same for another period, title or region."""
    if answer["kind"] not in _COMPARABLE or answer["outcome"] != "answered":
        return []
    rows = []
    if periods := _periods(answer):
        rows.append(tuple(Button(period, data(PERIOD, digest, period)) for period in periods))
    row = []
    level = "xa" if answer["context"].get("level") == LEVELS["nc"] else "nc"
    row.append(Button(LEVEL_NAMES[level], data(LEVEL, digest, level)))
    if answer["kind"] == "requirement":
        row.append(Button("📍 Chọn vùng", data(REGION, digest)))
    return [*rows, tuple(row)]


def _suggestions(answer: Answer) -> list[tuple[int, str]]:
    """Questions worth a button, with their numbers: not the one just asked, and well written."""
    asked = fold(answer["context"].get("subject") or "").rstrip("?")
    return [
        (number, text)
        for number, text in enumerate(answer["suggestions"])
        if fold(text).rstrip("?") != asked and strip_diacritics(text) != text
    ][:_SUGGESTIONS_SHOWN]


def _periods(answer: Answer) -> list[str]:
    """The other periods that the answer mentions, in its order."""
    found = dict.fromkeys(f"{first}-{last}" for first, last in _YEARS.findall(answer["text"]))
    found.pop(answer["period"] or "", None)
    return list(found)[:_PERIODS_SHOWN]


def regions(digest: str) -> Keyboard:
    """The choice of a region for an answer."""
    return tuple((Button(name, data(REGION, digest, code)),) for code, name in REGIONS.items())


def reasons(digest: str) -> Keyboard:
    """The choice of what was wrong with an answer."""
    return tuple((Button(text, data(WHY, digest, code)),) for code, text in REASONS.items())


def _short(text: str) -> str:
    return text if len(text) <= _SUGGESTION_LENGTH else text[: _SUGGESTION_LENGTH - 1] + "…"
