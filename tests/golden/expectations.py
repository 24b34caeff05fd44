"""What an answer must say for one field or one cell; compared as normalised text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from knowledge.answering.answer import Answer
from knowledge.corpus.criteria import (
    Comparison,
    CriteriaTable,
    Criterion,
    Indicator,
    Requirement,
)
from knowledge.corpus.document import Regulation
from knowledge.references.places import GROUPS, REGIONS
from knowledge.text import normalise

NOT_KNOWN = re.compile(
    r"chưa có|chưa biết|chưa rõ|không rõ|không ghi nhận|chưa ghi nhận|không có thông tin|"
    r"chưa xác nhận|chưa được xác nhận"
)
_DATE = re.compile(r"(?<!\d)(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})(?!\d)")
_NUMBER = re.compile(r"(?<![\w/.-])\d{1,5}(?:\.\d{1,2})?(?:/\d{4})?[/-][a-zđ][\wđ&/-]*", re.I)
_AT_LEAST = re.compile(r"trở lên|tối thiểu|ít nhất|không dưới|không thấp hơn|≥|>=")
_AT_MOST = re.compile(r"trở xuống|tối đa|không quá|không vượt|≤|<=")


def plain(text: str) -> str:
    """Text as it is compared."""
    return normalise(text).lower()


def lead(answer: Answer) -> str:
    """The direct answer: the first paragraph."""
    return plain(answer.text.split("\n\n")[0])


def dates(text: str) -> set[dt.date]:
    """The days in a text."""
    return {dt.date(int(m[3]), int(m[2]), int(m[1])) for m in _DATE.finditer(text)}


def documents(text: str) -> set[str]:
    """The document numbers in a (plain) text."""
    return {match[0].rstrip(".-/") for match in _NUMBER.finditer(text)}


def cites(answer: Answer, number: str) -> Iterator[str]:
    """Whether the document is cited."""
    if all(citation.document != number for citation in answer.citations):
        yield f"không dẫn {number}"


def says(text: str, value: str) -> Iterator[str]:
    """Whether a value stands in a text."""
    if plain(value) not in text:
        yield f"không nói '{value}'"


def does_not_know(text: str) -> Iterator[str]:
    """Whether a text says that something is not known."""
    if not NOT_KNOWN.search(text):
        yield "không nói là chưa biết"


def names_only(text: str, wanted: Iterable[str], allowed: Iterable[str]) -> Iterator[str]:
    """Whether just the wanted documents are named, beside those that may be."""
    found, needed = documents(text), {plain(number) for number in wanted}
    yield from (f"thiếu {number}" for number in sorted(needed - found))
    extra = found - needed - {plain(number) for number in allowed}
    yield from (f"thừa {number}" for number in sorted(extra))


def gives_day(text: str, wanted: dt.date | None, regulation: Regulation) -> Iterator[str]:
    """Whether a text gives the day, or says that it is not known and gives no other."""
    own = {day for day in (regulation.signed, regulation.effective, regulation.expires) if day}
    if wanted is None:
        yield from does_not_know(text)
    elif wanted not in dates(text):
        yield f"không nêu ngày {wanted:%d/%m/%Y}"
    for day in sorted(dates(text) - own):
        yield f"nêu ngày lạ {day:%d/%m/%Y}"


def place_name(place: str) -> str:
    """`Tây Nguyên`, `nhóm 1`."""
    return REGIONS.get(place) or GROUPS[place].removeprefix("xã ")


def of_cell(
    answer: Answer, table: CriteriaTable, row: Indicator, place: str | None
) -> Iterator[str]:
    """What is wrong with the answer for one cell.

    Args:
        answer: the answer.
        table: the table asked about.
        row: the row asked about.
        place: the column; None for the common one.
    """
    cell = row.places.get(place) if place else row.requirement
    said = _without_names(lead(answer), row)
    yield from cites_row(answer, table, row)
    if cell is not None:
        yield from _demands(said, cell, row)
        return
    yield from does_not_know(said)
    yield from says(plain(answer.text), table.annex)
    if place is None:
        return
    yield from says(said, place_name(place))
    if row.requirement is None:
        if _quantities(said, row):
            yield "nêu số cho ô chưa biết"
        if not answer.abstained:
            yield f"outcome là {answer.outcome} cho ô chưa biết"
    else:
        yield from _demands(said, row.requirement, row)
        if "chung" not in said:
            yield "không nói đó là mức chung"


def cites_row(answer: Answer, table: CriteriaTable, row: Indicator | Criterion) -> Iterator[str]:
    """Whether the row is cited, as a provision of its document."""
    wanted = re.compile(rf"(?<![\d.]){re.escape(str(row.number))}(?![\d.])")
    if not any(
        citation.document == table.document
        and wanted.search(citation.provision or "")
        and plain(table.annex) in plain(citation.provision or "")
        for citation in answer.citations
    ):
        yield f"không dẫn {table.document}, {row.number}"


def _without_names(said: str, row: Indicator) -> str:
    """The lead without the name of the row, which may itself hold figures."""
    return said.replace(plain(row.name), "…") if row.name else said


def _demands(said: str, cell: Requirement, row: Indicator) -> Iterator[str]:
    if cell.value is None:
        if cell.text:
            pattern = rf"(?::|là|mức|yêu cầu|đạt|phải) ?{re.escape(plain(cell.text))}(?!\w)"
            if not re.search(pattern, said):
                yield f"không nói '{cell.text}'"
        else:
            yield from says(said, f"{cell.set_by} quy định")
        return
    wanted = {value for value in (cell.value, cell.of_which) if value is not None}
    found = _quantities(said, row)
    if found != wanted:
        yield f"nêu {sorted(found)} thay vì {sorted(wanted)} {row.unit}"
    if row.comparison is Comparison.AT_MOST and not _AT_MOST.search(said):
        yield "không nói là không quá"
    if row.comparison is Comparison.AT_LEAST and cell.value != 100 and not _AT_LEAST.search(said):
        yield "không nói là từ mức này trở lên"
    if row.comparison is not Comparison.AT_LEAST and _AT_LEAST.search(said):
        yield "nói là từ mức này trở lên"


def _quantities(said: str, row: Indicator) -> set[float]:
    """The figures in the unit of the row."""
    unit = re.escape(plain(row.unit or "%"))
    found = re.findall(rf"(?<![\d.,])(\d+(?:[.,]\d+)?) ?{unit}", said)
    return {float(figure.replace(",", ".")) for figure in found}
