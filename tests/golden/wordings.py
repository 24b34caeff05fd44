"""Questions as officials type them, generated for every field and every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.references.places import REGIONS, provinces
from knowledge.text import fold, strip_diacritics

_LEVELS = {
    Level.COMMUNE: ("xã nông thôn mới", "xa ntm"),
    Level.COMMUNE_ADVANCED: ("xã nông thôn mới nâng cao", "ntm nang cao"),
}
_ABBREVIATED = {
    "TDMNPB": "tdmnpb",
    "DBSH": "dbsh",
    "BTB": "bac trung bo",
    "DHNTB": "dh nam trung bo",
    "TN": "tay nguyen",
    "DNB": "dong nam bo",
    "DBSCL": "dbscl",
}

# By field: full wording, and wordings without diacritics. {0} is `Quyết định 318/QĐ-TTg`,
# {1} its number.
FIELDS: dict[str, tuple[str, str, str]] = {
    "issuer": (
        "{0} do cơ quan nào ban hành?",
        "ai ban hanh {1}",
        "Cơ quan ban hành {1} là cơ quan nào?",
    ),
    "signer": ("Ai ký {0}?", "nguoi ky {1} la ai", "{0} do ai ký?"),
    "signed": ("{0} ký ngày nào?", "{1} ban hanh ngay nao", "{0} được ban hành khi nào?"),
    "effective": (
        "{0} có hiệu lực từ ngày nào?",
        "{1} co hieu luc khi nao",
        "Ngày có hiệu lực của {0} là ngày nào?",
    ),
    "title": (
        "Tên đầy đủ của {0} là gì?",
        "trich yeu cua {1} la gi",
        "{0} có tên gọi đầy đủ là gì?",
    ),
    "replaces": (
        "{0} thay thế văn bản nào?",
        "{1} thay the cho van ban nao",
        "{0} thay thế cho những văn bản nào?",
    ),
    "replaced_by": (
        "{0} bị thay thế bởi văn bản nào?",
        "van ban nao thay the {1}",
        "{0} được thay thế bằng văn bản nào?",
    ),
    "amends": (
        "{0} sửa đổi văn bản nào?",
        "{1} sua doi bo sung van ban nao",
        "{0} sửa đổi, bổ sung những văn bản nào?",
    ),
    "amended_by": (
        "{0} được sửa đổi bởi văn bản nào?",
        "van ban nao sua doi {1}",
        "{0} đã bị sửa đổi, bổ sung bởi văn bản nào?",
    ),
}


def of_field(regulation: Regulation, field: str) -> Iterator[str]:
    """The questions for one field of a regulation."""
    full, folded, other = FIELDS[field]
    named = f"{regulation.type} {regulation.number}"
    plain = f"{fold(regulation.type)} {strip_diacritics(regulation.number)}"
    yield full.format(named)
    yield folded.format(named, plain)
    yield other.format(named, regulation.number)


def of_cell(
    table: CriteriaTable, indicator: Indicator, place: str | None, turn: int
) -> Iterator[str]:
    """The questions for one cell of a criteria table.

    Args:
        table: the table.
        indicator: the row.
        place: the column; None for the common one.
        turn: picks the province that stands for its region.
    """
    number, type_word = table.document, "Quyết định"
    level, short_level = _LEVELS[table.level]
    word = table.indicator_word if "." in str(indicator.number) else "tiêu chí"
    row = f"{word} {indicator.number}"
    plain = f"{'ct' if word == 'chỉ tiêu' else fold(word)} {indicator.number}"
    serial = _serial(table)
    if place is None:
        yield f"Mức chung của {row} {level} theo {type_word} {number} là bao nhiêu?"
        yield f"muc chung {plain} {short_level} qd {serial} yeu cau the nao"
        return
    where = (
        f"vùng {REGIONS[place]}" if place in REGIONS else f"xã {place.replace('nhom_', 'nhóm ')}"
    )
    plain_where = _ABBREVIATED.get(place) or place.replace("_", " ")
    yield f"Theo {type_word} {number}, {row} của {level} ở {where} yêu cầu bao nhiêu?"
    yield f"{plain} {short_level} qd {serial} {plain_where} la bao nhieu"
    if row_name := _short_name(indicator):
        period = f"giai doan {table.period}"
        yield f"{fold(row_name)} {short_level} {fold(where)} {period} phai dat muc nao"
    if place in REGIONS:
        names = [p.name for p in provinces().values() if p.region == place and p.name]
        name = names[turn % len(names)]
        yield f"Xã ở {name} giai đoạn {table.period} muốn đạt {level} thì {row} phải đạt mức nào?"


def of_name(table: CriteriaTable, criterion: Criterion) -> Iterator[str]:
    """The questions for the name of a criterion."""
    full, short = _LEVELS[table.level]
    number = criterion.number
    yield f"Tiêu chí {number} của bộ tiêu chí {full} theo Quyết định {table.document} là gì?"
    yield f"tc {number} {short} qd {_serial(table)} ten la gi"
    yield f"Giai đoạn {table.period}, tiêu chí {number} của {full} có tên là gì?"


def of_content(table: CriteriaTable, criterion: Criterion) -> Iterator[str]:
    """The questions for what a criterion demands."""
    full, short = _LEVELS[table.level]
    number = criterion.number
    yield f"Tiêu chí {number} {full} theo Quyết định {table.document} yêu cầu những gì?"
    yield f"tc {number} {short} qd {_serial(table)} phai dat muc nao"
    yield f"Tiêu chí {criterion.name} của {full} giai đoạn {table.period} yêu cầu bao nhiêu?"


def _serial(table: CriteriaTable) -> str:
    """`1980`, `51/2025`: the number as people shorten it."""
    return table.document.partition("-")[0].removesuffix("/QĐ")


def _short_name(indicator: Indicator) -> str | None:
    """The name up to the first colon or semicolon: nobody types more."""
    return re.split(r"[:;]", indicator.name)[0] if indicator.name else None
