"""How things are said: dates, documents, thresholds, lists. Vietnamese an official would write."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

from knowledge.corpus.criteria import Comparison, CriteriaTable, Indicator, Requirement
from knowledge.corpus.document import Article, Regulation
from knowledge.corpus.fields import Level
from knowledge.references.places import GROUPS, REGIONS

LEVEL_NAMES: dict[Level, str] = {
    Level.COMMUNE: "xã nông thôn mới",
    Level.COMMUNE_ADVANCED: "xã nông thôn mới nâng cao",
    Level.COMMUNE_MODEL: "xã nông thôn mới kiểu mẫu",
    Level.COMMUNE_MODERN: "xã nông thôn mới hiện đại",
    Level.DISTRICT: "huyện nông thôn mới",
    Level.PROVINCE: "tỉnh, thành phố hoàn thành nhiệm vụ xây dựng nông thôn mới",
}

UNNAMED = "tên chưa có nguồn xác nhận"
_COUNTS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def date(day: dt.date) -> str:
    """`17/10/2016`, `08/3/2022`: as in official texts, months from March on without a zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def listed(items: Sequence[str], last: str = "và") -> str:
    """`a, b và c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


OWN_THRESHOLD = "mức riêng của"
"""How it is said that a place has a threshold of its own, which is not known."""


def bullets(lines: Iterable[str]) -> str:
    """One line each, with a dash."""
    return "\n".join(f"- {line}" for line in lines)


def paragraphs(*parts: str | None) -> str:
    """The parts that are there, a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def upper_first(text: str) -> str:
    """The text with a capital at the start."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small letter at the start."""
    return text[:1].lower() + text[1:]


def named(regulation: Regulation) -> str:
    """`Quyết định 1980/QĐ-TTg ngày 17/10/2016`; the date is left out where it is unknown."""
    signed = f" ngày {date(regulation.signed)}" if regulation.signed else ""
    return f"{regulation.type} {regulation.number}{signed}"


def named_in_full(regulation: Regulation) -> str:
    """With the issuer and, where confirmed, the title."""
    title = f" ({regulation.title})" if regulation.title else ""
    return f"{named(regulation)} của {regulation.issuer}{title}"


def named_article(article: Article) -> str:
    """`bài "…" ngày 02/12/2019`, with the newspaper where it is known."""
    paper = f" của {article.publisher}" if article.publisher else ""
    return f"bài báo{paper} ngày {date(article.published)}"


def since(regulation: Regulation) -> str:
    """`hiệu lực từ 01/12/2016`, or nothing where it is unknown."""
    return f"hiệu lực từ {date(regulation.effective)}" if regulation.effective else ""


def place(key: str) -> str:
    """`vùng Tây Nguyên`, `xã nhóm 1`."""
    return f"vùng {REGIONS[key]}" if key in REGIONS else GROUPS[key]


def number(value: float) -> str:
    """`95`, `9,5`."""
    return f"{value:g}".replace(".", ",")


def in_words(count: int) -> str:
    """`chín`; in digits from eleven on."""
    return _COUNTS[count - 1] if 0 < count <= len(_COUNTS) else str(count)


def quantity(value: float, unit: str, comparison: Comparison | None) -> str:
    """`từ 95% trở lên`."""
    amount = f"{number(value)}{'' if unit.startswith('%') else ' '}{unit}"
    if comparison is Comparison.AT_LEAST:
        return amount if unit == "%" and value == 100 else f"từ {amount} trở lên"
    if comparison is Comparison.AT_MOST:
        return f"từ {amount} trở xuống"
    return amount


def requirement(cell: Requirement, indicator: Indicator) -> str:
    """What a cell demands, in words."""
    if cell.value is not None and indicator.unit:
        said = quantity(cell.value, indicator.unit, indicator.comparison)
        if cell.of_which is not None:
            part = quantity(cell.of_which, indicator.unit, indicator.comparison)
            said += f", trong đó {indicator.of_which_name} {part}"
        return f"{said} ({cell.text})" if cell.text else said
    if cell.text:
        return cell.text
    return f"{cell.set_by} quy định cụ thể"


def of_title(table: CriteriaTable) -> str:
    """` của bộ xã nông thôn mới nâng cao`; nothing of the set for communes."""
    return "" if table.level is Level.COMMUNE else f" của bộ {LEVEL_NAMES[table.level]}"


def set_named(regulation: Regulation, table: CriteriaTable, tables: Sequence[CriteriaTable]) -> str:
    """The decision, and which of its sets it is where it has several or one for a title.

    Args:
        regulation: the decision.
        table: the set that is meant.
        tables: all sets of the decision.
    """
    of_several = len(tables) > 1 or table.level is not Level.COMMUNE
    return (
        f"{named(regulation)}, bộ {LEVEL_NAMES[table.level]}" if of_several else named(regulation)
    )


def numbered(table: CriteriaTable, address: str) -> str:
    """`tiêu chí 18`, `chỉ tiêu 17.1`, from 2026 `nội dung tiêu chí 3.1`."""
    return f"{table.indicator_word if '.' in address else 'tiêu chí'} {address}"


def row_names(indicators: Iterable[Indicator], word: str) -> list[str]:
    """`17.1: Tỷ lệ hộ …`, one for each row; neighbours without a known name are one line.

    Args:
        indicators: rows of one criterion in their order.
        word: what a row without a number is called, `chỉ tiêu`.
    """
    lines = []
    for known, run in itertools.groupby(indicators, key=lambda row: row.name is not None):
        rows = list(run)
        if known or len(rows) == 1:
            lines += [f"{row.number or word}: {row.name or UNNAMED}" for row in rows]
        else:
            lines.append(f"{rows[0].number or word} đến {rows[-1].number or word}: {UNNAMED}")
    return lines
