"""Document numbers: complete (`318/QĐ-TTg`), or as people shorten them (`qd 1980`, `25/2021`).

The form follows Nghị định 30/2020/NĐ-CP, Phụ lục I: số thứ tự, năm (for
normative texts), chữ viết tắt of type and issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.references.mention import DOCUMENT, Mention
from knowledge.text import fold

TYPES: dict[str, str] = {
    "quyet dinh": "quyết định",
    "qd": "quyết định",
    "nghi dinh": "nghị định",
    "nd": "nghị định",
    "thong tu lien tich": "thông tư liên tịch",
    "ttlt": "thông tư liên tịch",
    "thong tu": "thông tư",
    "tt": "thông tư",
    "nghi quyet": "nghị quyết",
    "nq": "nghị quyết",
    "cong van": "công văn",
    "cv": "công văn",
    "chi thi": "chỉ thị",
    "huong dan": "hướng dẫn",
    "hd": "hướng dẫn",
    "so tay": "quyết định",
    "luat": "luật",
    "ke hoach": "kế hoạch",
    "van ban": "văn bản",
    "vb": "văn bản",
    "de an": "đề án",
    "bo tieu chi": "bộ tiêu chí",
    "bo tieu chi xa": "bộ tiêu chí",
    "bo": "bộ tiêu chí",
}
# `bộ tiêu chí 2016` names a year; the sets are known by the serials of their decisions.
_YEARS = range(2000, 2060)
_OF_YEARS = ("van ban", "vb", "luat", "bo tieu chi", "bo tieu chi xa", "bo")
_LOOSE = (None, "văn bản", "đề án", "bộ tiêu chí")
_ABBREVIATED = {"qd", "nd", "tt", "ttlt", "nq", "cv", "ct", "hd", "kh", "vbhn", "l", "tb", "ctr"}
_SPELLING = {
    "qd": "QĐ",
    "nd": "NĐ",
    "vpdp": "VPĐP",
    "ttg": "TTg",
    "bgddt": "BGDĐT",
    "bkhdt": "BKHĐT",
    "bldtbxh": "BLĐTBXH",
    "ldtbxh": "LĐTBXH",
    "hdnd": "HĐND",
    "bgtvt": "BGTVT",
}

_PIECE = r"[a-z][a-z0-9&]*"
_SUFFIX = rf"{_PIECE}(?:\s?-\s?{_PIECE})*(?:/{_PIECE})?"
_COMPLETE = re.compile(
    r"(?<![\d./])(\d{1,5}(?:\.\d{1,2})?)(?:\s?/\s?(\d{4}))?\s?([/-])\s?"
    rf"({_SUFFIX})(?![a-z0-9])"
)
_WITH_TYPE = re.compile(
    # `chuẩn tiếp cận pháp luật 619` names no law, `vùng Đông Nam Bộ 45` no set
    # `thông tư hướng dẫn 51/2025`: what it guides is a decision
    r"(?<![a-z0-9/-])(?!(?:(?<=thong tu )|(?<=cong van )|(?<=van ban )|(?<=quyet dinh )|"
    r"(?<=nao )|(?<=gi ))huong dan )"
    r"(?!(?<=phap )luat)(?!(?<=nam )bo |(?<=trung )bo |(?<=bac )bo )"
    rf"({'|'.join(sorted(TYPES, key=len, reverse=True))})"
    r"(?:[\s-]*(?:ttg|cp))?\s*(?:so)?\s*[:.]?\s*(\d{1,5})(?:\s?/\s?(\d{4}))?"
    # `bỏ 19 tiêu chí` counts them
    r"(?![\d/]|\.\d|,\d|\s*%|-\d|(?<=bo \d\d) (?:tieu chi|chi tieu)\b(?! (?:so )?\d))"
)
_SERIAL_AND_YEAR = re.compile(r"(?<![\d/.-])(\d{1,4})/((?:19|20)\d{2})(?![\d/-])")
# National decisions that officials know by their serial alone: `theo 1980`, `thời 372 và 558`.
_FAMILIAR = re.compile(
    r"(?<![\d/.,-])(?:(?<=theo )|(?<=trong )|(?<=thoi )|(?<=cua )|(?<=bo )|(?<=voi )|(?<=va )|"
    r"(?<=tu )|(?<=sang )|(?<=giua )|(?<=so )|(?<=trinh )|(?<=moi )|(?<=ntm )|(?<=ky )|(?<=, )|"
    r"^(?=\d+ \w)|(?<=qua )|(?<=truoc )|(?<=den )|(?<=con )|(?<=the )|(?<=ben )|(?<=len )|"
    r"(?<=hoi )|(?<=\()|"
    # No rule of the field is of the year 1980.
    r"(?<!nam )(?=1980\b))"
    r"(491|342|1980|318|319|320|321|372|558|691|676|1600|800|263|2540)"
    r"(?![\d/]|[.,-]\d|\s*(?:%|ty(?! le)|trieu|dong(?! (?:bang|nam)\b)|nguoi|ho|xa|thon|huyen|ha|"
    r"km|m2)\b)"
)
# `211/qđttg`
_RUN_TOGETHER = re.compile(r"^(qd|cv|tt|nq)(ttg|bnn|ubnd|bxd|byt|btc|bct|btp)$")
_BEFORE_A_MONTH = re.compile(r"\b(?:thang|quy|ngay|den|tu|(?<!ai )(?<!nguoi )ky)\s*$")
_MONTHS = 12


@dataclass(frozen=True)
class NumberParts:
    """A document number taken apart; absent parts were not written.

    Attributes:
        serial: `318`.
        year: `2009` in `92/2009/NĐ-CP`.
        suffix: folded (`qd-ttg`).
        type: the type as a word (`quyết định`).
    """

    serial: str
    year: str | None = None
    suffix: str | None = None
    type: str | None = None

    def matches(self, number: str, type_word: str) -> bool:
        """Whether a document of that number and type can be meant; the serial is a whole one."""
        other = take_apart(number)
        if other is None or other.serial != self.serial:
            return False
        if self.suffix is not None:
            return (self.year, self.suffix) == (other.year, other.suffix)
        if self.year is not None and self.year != other.year:
            return False
        return self.type in _LOOSE or fold(self.type or "") == fold(type_word)


# A reference is held against the number of every document.
@lru_cache(maxsize=4096)
def take_apart(text: str) -> NumberParts | None:
    """The parts of a document number, complete or shortened; None if it is none."""
    folded = fold(text)
    for pattern, read in ((_COMPLETE, _from_complete), (_WITH_TYPE, _from_type)):
        match = pattern.search(folded)
        parts = read(match) if match else None
        if parts:
            return parts
    match = _SERIAL_AND_YEAR.search(folded)
    return NumberParts(match[1], year=match[2]) if match else None


def is_complete(text: str) -> bool:
    """Whether a number says which document is meant, so that no other one can be.

    `25/2021/QĐ-TTg` and `quyết định 25/2021` do; `quyết định 25` and `25/2021` do not.
    """
    parts = take_apart(text)
    if parts is None:
        return False
    of_type = parts.year is not None and parts.type not in _LOOSE
    return parts.suffix is not None or of_type


def _from_complete(match: re.Match[str]) -> NumberParts | None:
    suffix = _RUN_TOGETHER.sub(r"\1-\2", match[4].replace(" ", ""))
    pieces = re.split(r"[-/]", suffix)
    known_type = pieces[0] in _ABBREVIATED or re.fullmatch(r"qh\d+", pieces[0])
    by_office = len(pieces) > 1 and (pieces[0].startswith("b") or pieces[0] in _SPELLING)
    if not (known_type or by_office):
        return None
    return NumberParts(match[1], match[2], suffix)


def _from_type(match: re.Match[str]) -> NumberParts | None:
    return NumberParts(match[2], match[3], type=TYPES[match[1]])


def canonical(parts: NumberParts, separator: str = "/") -> str:
    """The number as it is printed; a shortened one keeps its type word."""
    if parts.suffix is None:
        tail = f"{parts.serial}/{parts.year}" if parts.year else parts.serial
        return f"{parts.type} {tail}" if parts.type else tail
    pieces = re.split(r"([-/])", parts.suffix)
    spelled = "".join(_SPELLING.get(piece, piece.upper()) for piece in pieces)
    year = f"/{parts.year}" if parts.year else ""
    return f"{parts.serial}{year}{separator}{spelled}"


def find(folded: str) -> Iterator[Mention]:
    """Document mentions in folded text, complete ones first."""
    for match in _COMPLETE.finditer(folded):
        parts = _from_complete(match)
        if parts:
            yield Mention(DOCUMENT, canonical(parts, match[3]), *match.span())
    for match in _WITH_TYPE.finditer(folded):
        a_year = int(match[2]) in _YEARS and match[1] in _OF_YEARS
        if not a_year:
            parts = _from_type(match)
            if parts:
                yield Mention(DOCUMENT, canonical(parts), *match.span())
    for match in _FAMILIAR.finditer(folded):
        yield Mention(DOCUMENT, canonical(NumberParts(match[1], type="quyết định")), *match.span())
    for match in _SERIAL_AND_YEAR.finditer(folded):
        of_a_year = int(match[1]) <= _MONTHS and _BEFORE_A_MONTH.search(folded[: match.start()])
        if not of_a_year:
            yield Mention(DOCUMENT, canonical(NumberParts(match[1], year=match[2])), *match.span())
