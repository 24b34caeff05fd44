"""Numbers that Word puts before paragraphs by itself: they are not in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from knowledge.readers.ooxml import part, value, w

_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int


@dataclass
class Numbering:
    """Counts the numbered paragraphs of one document, in order.

    Attributes:
        levels: by list id and level.
        styles: list id and level that a paragraph style brings along.
        abstract: the definition each list is an instance of; instances of one
            definition count on together.
    """

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, properties: etree._Element | None) -> str:
        """The number printed before a paragraph, or "" where it has none."""
        if properties is None:
            return ""
        own = value(properties, "numPr/numId")
        level = int(value(properties, "numPr/ilvl") or 0)
        if own is None:
            style = value(properties, "pStyle")
            own, level = self.styles.get(style or "", (None, 0))
        if own is None or (own, level) not in self.levels:
            return ""
        counts = self._counts.setdefault(self.abstract.get(own, own), [None] * 10)
        before = counts[level]
        counts[level] = self.levels[own, level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (9 - level)
        return self._print(own, level, counts)

    def _print(self, list_id: str, level: int, counts: list[int | None]) -> str:
        definition = self.levels[list_id, level]
        if definition.format in {"bullet", "none"}:
            return "-" if definition.format == "bullet" else ""
        text = definition.pattern
        for upper in range(level + 1):
            other = self.levels.get((list_id, upper), definition)
            count = counts[upper]
            number = other.start if count is None else count
            text = text.replace(f"%{upper + 1}", _written(number, other.format))
        return text.strip()


def read(file: Path) -> Numbering:
    """The numbering of a .docx; empty where it has none."""
    numbering = Numbering()
    root = part(file, "word/numbering.xml")
    if root is None:
        return numbering
    abstracts = {
        item.get(w("abstractNumId")): {
            int(level.get(w("ilvl")) or 0): _Level(
                value(level, "numFmt") or "decimal",
                value(level, "lvlText") or "",
                int(value(level, "start") or 1),
            )
            for level in item.findall(w("lvl"))
        }
        for item in root.findall(w("abstractNum"))
    }
    for item in root.findall(w("num")):
        list_id, abstract = item.get(w("numId")) or "", value(item, "abstractNumId") or ""
        restarts = item.find(w("lvlOverride")) is not None
        numbering.abstract[list_id] = list_id if restarts else f"abstract {abstract}"
        for level, definition in abstracts.get(abstract, {}).items():
            numbering.levels[list_id, level] = definition
    styles = part(file, "word/styles.xml")
    for style in styles.findall(w("style")) if styles is not None else ():
        list_id = value(style, "pPr/numPr/numId") or ""
        if list_id:
            level = int(value(style, "pPr/numPr/ilvl") or 0)
            numbering.styles[style.get(w("styleId")) or ""] = (list_id, level)
    return numbering


def _written(number: int, format: str) -> str:
    if format in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if format == "upperRoman" else roman.lower()
    if format in {"lowerLetter", "upperLetter"}:
        # Word's alphabet has f, j, w, z and no đ, so this is what is printed; documents
        # that follow the Vietnamese alphabet are numbered by hand.
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if format == "lowerLetter" else letter.upper()
    if format == "decimalZero":
        return f"{number:02}"
    return str(number)


def _roman(number: int) -> str:
    values = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")
    values += (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")  # type: ignore[assignment]
    text = ""
    for value_, letters in values:
        while number >= value_:
            text, number = text + letters, number - value_
    return text
