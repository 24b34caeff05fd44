"""What a criterion or indicator demands, at the place asked about or over all places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome, Table
from knowledge.answering.claims import year_told
from knowledge.answering.criteria import basis, current
from knowledge.answering.documents import quoting
from knowledge.answering.documents.related import line, related
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.target import Target, suggestions
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable, Indicator
from knowledge.references.parser import GROUP, PROVINCE, REGION
from knowledge.text import fold

# So many indicators of which nothing is known are told one by one.
_FEW = 2
# The name of a row is asked for, not its threshold.
_WHAT_IT_IS = re.compile(
    r"^(?!.*\b(?:bao nhieu|muc|yeu cau|phai dat)\b).*\b(?:la|ve|noi ve|noi den|goi la|ten) "
    r"(?:(?:noi dung|chi tieu|tieu chi|cai|viec) )*gi\b|"
    r"\bten (?:cua )?(?:tieu chi|chi tieu|noi dung) (?:so )?\d"
)
# A figure is asked for: a row that is no figure says by its name what it demands.
_A_FIGURE = re.compile(r"\b(?:bao nhieu|may|muc|ty le|phan tram|nguong|toi thieu|it nhat)\b|%")


def answer(query: Query, catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> Answer:
    """What the targets demand: the set in force first."""
    lines: list[str] = []
    citations: list[Citation] = []
    shown: Table | None = None
    heading = ""
    known = False
    of_name = _WHAT_IT_IS.search(fold(query.question)) is not None
    of_figure = _A_FIGURE.search(fold(query.question)) is not None
    # `còn Tây Nguyên?` is not answered by what holds where no place has a level of its own.
    of_place = any(map(query.references.values, (REGION, GROUP, PROVINCE)))
    for target in targets:
        if not target.row:
            absent = basis.absent(catalogue, target)
            lines.append(f"{choice.when(target.table)} {absent}.")
            continue
        told: list[str] = []
        nameless: list[Indicator] = []
        for row in target.indicators:
            for place in query.places:
                said, sure = demanded(place, target, row)
                if year := year_told.missing_of_row(query, said):
                    said, sure = f"{said} Mức năm {year} chưa có trong kho.", False
                sure = sure and not (of_place and _is_of_all(place, row))
                says_it = not (of_figure or row.unit or query.place) and _is_demand(target, row)
                known = known or sure or says_it or (of_name and bool(row.name))
                if row.number and len(target.indicators) > _FEW and not (sure or row.name):
                    nameless.append(row)
                    continue
                told += _together(query, target, nameless)
                told.append(said)
                citations.append(citing.of_row(target.table, row.number or target.address, said))
        told += _together(query, target, nameless)
        known = known or (of_name and not told and bool(target.row.name))
        lines.append(_of_one_set(catalogue, target, choice, told))
        # Set by set: what comes next is about the first one told of.
        citations.append(citing.of_table(target.table))
        if len(target.indicators) == 1 and not query.place and shown is None:
            shown = over_places(target, target.indicators[0])
            heading = f"Theo {target.table.scale}, {choice.when(target.table).lower()}:\n"
    citations += [citing.of_table(target.table) for target in targets if not target.row]
    citations += [*_amending(catalogue, targets), *current.cited(catalogue, targets, choice)]
    guidance = _guidance(catalogue, targets[0])
    if guidance:
        citations += guidance[1]
    several = len(targets) > 1
    return Answer(
        Outcome.ANSWERED if known else Outcome.UNKNOWN,
        Kind.REQUIREMENT,
        wording.paragraphs(
            f"{_heading(query, targets)}:\n{wording.bullets(lines)}" if several else lines[0],
            _places(shown, heading if several else ""),
            current.ended(catalogue, targets, choice),
            _notes(targets[0]) if not several else None,
            guidance[0] if guidance else None,
            _sources(catalogue, targets),
            quoting.of_rows(row for target in targets for row in target.indicators),
            choice.note,
        ),
        query.today,
        period=None if choice.open else str(targets[0].table.period),
        table=shown,
        citations=citing.unique(citations),
        suggestions=suggestions(targets),
    )


def _is_of_all(place: str | None, row: Indicator) -> bool:
    """Whether a place has a level of its own that is not known, so that the common one is told."""
    return place is not None and place in row.places and row.places[place] is None


def _is_demand(target: Target, row: Indicator) -> bool:
    """Whether the name of a criterion's row is a demand in itself: `Không để xảy ra trọng án`."""
    return (
        bool(row.name) and not target.is_indicator and not fold(row.name or "").startswith("ty le")
    )


def _places(shown: Table | None, heading: str) -> str | None:
    """The thresholds over all places; of which set they are, where several are told."""
    return heading + wording.bullets(f"{a}: {b}" for a, b in shown.rows) if shown else None


def _together(query: Query, target: Target, nameless: list[Indicator]) -> list[str]:
    """The indicators in a row of which neither name nor threshold is known, in one line.

    The list is emptied.
    """
    numbers = list(dict.fromkeys(row.number for row in nameless if row.number))
    nameless.clear()
    if not numbers:
        return []
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} đến {numbers[-1]}"
    where = f" cho {wording.place(query.place)}" if query.place else ""
    noun = target.table.indicator_word
    return [f"{noun} {span}: tên và mức{where} chưa có trong kho; {target.annex}."]


def _amending(catalogue: Catalogue, targets: Sequence[Target]) -> list[Citation]:
    """The documents whose wording the rows give."""
    numbers = [row.amended_by for target in targets for row in target.indicators if row.amended_by]
    return [citing.of_regulation(catalogue.regulations[number]) for number in numbers]


def demanded(place: str | None, target: Target, row: Indicator) -> tuple[str, bool]:
    """What a row demands at a place, and whether that is known.

    Args:
        place: region key or commune group; None for all.
        target: the criterion or indicator the row belongs to.
        row: the indicator.
    """
    table = target.table
    name = wording.numbered(table, row.number) if row.number else table.indicator_word
    called = row.name or _name_of_criterion(target, row)
    title = f"{name} ({called or wording.UNNAMED})"
    if row.amended_by:
        title += f", theo {row.amended_by}"
    cell = row.places.get(place) if place else None
    if place and cell:
        return f"{title}, {wording.place(place)}: {wording.requirement(cell, row)}.", True
    if row.requirement:
        said = f"{title}: {wording.requirement(row.requirement, row)}"
        if place and place in row.places:
            own = (
                f"{wording.OWN_THRESHOLD} {wording.place(place)} chưa có trong kho, {target.annex}"
            )
            said += f" (mức chung; {own})"
        return f"{said}.", True
    if any(row.places.values()) and not place:
        common = f"mức chung chưa có trong kho, {target.annex}"
        return f"{title}: mức khác nhau theo {table.scale}; {common}.", True
    where = f" cho {wording.place(place)}" if place else ""
    return f"{title}: mức{where} chưa có trong kho; {target.annex}.", False


def _name_of_criterion(target: Target, row: Indicator) -> str | None:
    """The name of the criterion whose only indicator has its number; None for any other."""
    parent = criterion_of(target.table, target.address)
    return parent.name if parent and row.number == parent.number else None


def over_places(target: Target, row: Indicator) -> Table | None:
    """The thresholds of a row over all places; None where they do not differ."""
    known = {key: value for key, value in row.places.items() if value}
    if len({wording.requirement(cell, row) for cell in known.values()}) < 2:
        return None
    common = row.requirement
    rows = [("Mức chung", wording.requirement(common, row))] if common else []
    for key, cell in row.places.items():
        said = wording.requirement(cell, row) if cell else f"chưa có trong kho, {target.annex}"
        rows.append((wording.upper_first(wording.place(key)), said))
    return Table((_column(target.table), "Yêu cầu"), tuple(rows))


def _column(table: CriteriaTable) -> str:
    return "Vùng" if table.scale == "vùng" else "Nhóm xã"


def _of_one_set(catalogue: Catalogue, target: Target, choice: Choice, told: Sequence[str]) -> str:
    """What one set demands: in one line, or a line for each of several indicators."""
    regulation = catalogue.regulations[target.table.document]
    tables = catalogue.tables_of(regulation.number)
    decision = wording.set_named(regulation, target.table, tables)
    opening = f"{choice.when(target.table)} ({decision})"
    if not told:
        return (
            f"{opening}: {target.named}; các {target.table.indicator_word} và mức chưa có trong "
            f"kho, {target.annex}."
        )
    if len(told) == 1 and len(target.indicators) == 1:
        return f"{opening}: {told[0]}"
    if len(target.indicators) == 1:  # at several places
        return f"{opening}:\n" + "\n".join(f"  + {said}" for said in told)
    return f"{opening}: {target.named} gồm:\n" + "\n".join(f"  + {said}" for said in told)


def _heading(query: Query, targets: Sequence[Target]) -> str:
    target = next((target for target in targets if target.row), targets[0])
    where = f", {wording.place(query.place)}" if query.place else ""
    row = target.row
    return f"Yêu cầu của {row.name if row and row.name else target.numbered}{where}"


def _notes(target: Target) -> str | None:
    notes = [note for row in target.indicators for note in row.notes]
    return "Lưu ý: " + " ".join(notes) if notes else None


def _guidance(catalogue: Catalogue, target: Target) -> tuple[str, list[Citation]] | None:
    if not target.row:
        return None
    items = related(catalogue, target.table, target.address).guidance
    if not items:
        return None
    lines = wording.bullets(line(item, target.table) for item in items)
    return f"Văn bản hướng dẫn:\n{lines}", [citing.of_regulation(i.regulation) for i in items]


def _sources(catalogue: Catalogue, targets: Sequence[Target]) -> str:
    names = [wording.named(catalogue.regulations[t.table.document]) for t in targets]
    return f"Căn cứ: {'; '.join(dict.fromkeys(names))}."
