"""Which column of a criteria table holds what, told from its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.readers.tables import Row
from knowledge.text import fold

_PLACES = {
    "TDMNPB": r"(?:trung du|tdmn|mien nui).*(?:phia bac|\bpb\b|bac bo)|^tdmnpb$|^mnpb$",
    "DBSH": r"(?:dong bang|\bdb)\.?\s*song hong|^dbsh$",
    "BTB": r"^(?:vung )?bac trung bo|^bac tb\b|^btb$",
    "DHNTB": r"(?:duyen hai|\bdh)\.?\s*(?:nam trung bo|nam tb|ntb)|^(?:vung )?nam trung bo|^dhntb$",
    "TN": r"^(?:vung )?tay nguyen|^tn$",
    "DNB": r"^(?:vung )?dong nam bo|^dnb$",
    "DBSCL": r"(?:dong bang|\bdb)\.?\s*song cuu long|^dbscl$",
    "nhom_1": r"\bnhom\s*(?:1|i)$",
    "nhom_2": r"\bnhom\s*(?:2|ii)$",
    "nhom_3": r"\bnhom\s*(?:3|iii)$",
}
_NUMBER = re.compile(r"^(?:tt|stt|so tt|so thu tu)$")
_NAME = re.compile(r"^(?:ten )?(?:nhom )?tieu chi$|^ten tieu chi")
_CONTENT = re.compile(r"noi dung|^ten chi tieu|^chi tieu$|^dieu kien$|^yeu cau")
_COMMON = re.compile(
    r"chi tieu chung|muc chung|quy dinh chung|^chung$|muc dat|chuan chung|^chi tieu$|muc yeu cau"
    r"|^yeu cau|^quy dinh$"
)
_UNIT = re.compile(r"^don vi")
_MAX_HEAD = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns, counted from 0.

    Attributes:
        head: how many rows the heading takes.
        content: one or more: the indicator may be divided over several columns.
        places: by key of `knowledge.references.places`.
        titles: all headings over every column, folded.
    """

    head: int
    number: int | None
    name: int | None
    content: tuple[int, ...]
    common: int | None
    unit: int | None
    places: dict[str, int] = field(default_factory=dict)
    titles: tuple[tuple[str, ...], ...] = ()

    def cell(self, row: Row, place: int | None) -> str:
        """A cell of a row; "" for no column, and for a heading that reaches down into it."""
        if place is None or place >= len(row) or fold(row[place]) in self.titles[place]:
            return ""
        return row[place]


def find(rows: tuple[Row, ...]) -> Columns | None:
    """The columns, or None where the table is not one of criteria."""
    best: Columns | None = None
    for head in range(1, min(_MAX_HEAD, len(rows)) + 1):
        columns = _read(rows[:head])
        if columns and (best is None or _worth(columns) > _worth(best)):
            best = columns
    return best


def _worth(columns: Columns) -> int:
    return len(columns.places) * 2 + (columns.common is not None)


def is_heading(row: Row, columns: Columns) -> bool:
    """Whether a row below repeats (a part of) the heading."""
    folded = [fold(cell) for cell in row]
    places = sum(
        place_of(folded[place]) == key
        for key, place in columns.places.items()
        if place < len(folded)
    )
    same = sum(
        bool(cell) and cell in title for cell, title in zip(folded, columns.titles, strict=False)
    )
    counted = all(re.fullmatch(r"\(?\d{1,2}\)?", cell) for cell in folded if cell)
    filled = sum(map(bool, folded))
    return places > 1 or same > max(2, filled // 2) or (counted and filled > 3)


def place_of(folded: str) -> str | None:
    """The region or commune group a folded heading names."""
    text = re.sub(r"^(?:cac )?(?:xa|vung) (?=nhom|\w)", "", folded).strip(" .:")
    for key, pattern in _PLACES.items():
        if re.search(pattern, text) or re.search(pattern, folded):
            return key
    return None


def _read(head: tuple[Row, ...]) -> Columns | None:
    width = len(head[0])
    paths = [
        list(dict.fromkeys(fold(row[place]) for row in head if row[place]))
        for place in range(width)
    ]
    places: dict[str, int] = {}
    number = name = common = unit = None
    content: list[int] = []
    for place, path in enumerate(paths):
        last = path[-1] if path else ""
        key = place_of(last)
        if key and key not in places:
            places[key] = place
        elif number is None and any(_NUMBER.match(text) for text in path):
            number = place
        elif any(_UNIT.match(text) for text in path):
            unit = place
        elif name is None and _NAME.match(last):
            name = place
        elif not content and _CONTENT.search(last):
            content.append(place)
        elif content and path and path == paths[content[-1]]:
            content.append(place)  # one heading over two columns
        elif common is None and _COMMON.search(last):
            common = place
    about_criteria = any(
        "tieu chi" in text or "chi tieu" in text for path in paths for text in path
    )
    measured = common is not None or len(places) > 1
    if not (about_criteria and measured and (name is not None or content)):
        return None
    titles = tuple(tuple(path) for path in paths)
    return Columns(len(head), number, name, tuple(content), common, unit, places, titles)
