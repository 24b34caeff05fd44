"""What became of a criterion of older sets in the set that is in force."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Citation
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable


def heirs(table: CriteriaTable, address: str) -> list[str]:
    """The criteria of a set that take up a criterion of the sets before it."""
    old = address.split(".")[0]
    return [
        f"tiêu chí {criterion.number} ({criterion.name})"
        for criterion in table.criteria
        if any(earlier.number == old for earlier in criterion.continues)
    ]


def handed_on(table: CriteriaTable, address: str, of: str = " giai đoạn trước") -> str:
    """Says which criteria of a set take up one of the sets before it; empty where none does."""
    after = heirs(table, address)
    old = address.split(".")[0]
    return f"nội dung của tiêu chí {old}{of} nay thuộc {wording.listed(after)}" if after else ""


def taken_up(table: CriteriaTable, earlier: Target) -> str:
    """What is known of the criterion that took the matter up."""
    if after := handed_on(table, earlier.address):
        return after
    annex = Target(table, "").annex
    criterion = criterion_of(earlier.table, earlier.address)
    group = earlier.table.groups.get(criterion.group or "") if criterion else None
    heir = next((one for one in table.criteria if one.name == group), None)
    if heir is None:
        return f"kho chưa rõ nội dung ấy nay thuộc tiêu chí nào, {annex}"
    return (
        f"{earlier.numbered} của bộ trước thuộc nhóm {heir.name}, tên ấy nay là tên của tiêu chí "
        f"{heir.number}; nội dung cụ thể {annex}"
    )


def ended(catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> str | None:
    """That what is told has ended, where the set in force says nothing of that name.

    Args:
        catalogue: of the serving index.
        targets: what is told, latest first.
        choice: the sets they were chosen from.
    """
    table = _instead(targets, choice)
    if table is None:
        return None
    latest, regulation = targets[0], catalogue.regulations[table.document]
    since = wording.since(regulation)
    return (
        f"Lưu ý: giai đoạn {latest.table.period} đã hết. Bộ đang áp dụng là "
        f"{wording.named(regulation)}{f', {since}' if since else ''}; {_where(table, latest)}."
    )


def cited(catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> list[Citation]:
    """The set in force, where `ended` names it, and what the note on the choice names."""
    table = _instead(targets, choice)
    noted = citing.named_in(choice.note or "", catalogue)
    return [*([citing.of_table(table)] if table else []), *noted]


def _instead(targets: Sequence[Target], choice: Choice) -> CriteriaTable | None:
    """The set in force, where none of its rows is told and no time was asked about."""
    told = any(choice.is_current(target.table) for target in targets)
    return choice.current[0] if choice.open and choice.current and not told else None


def _where(table: CriteriaTable, latest: Target) -> str:
    if latest.table.level is not table.level:
        level = wording.LEVEL_NAMES[latest.table.level]
        ends = latest.table.level in table.ends_levels
        return f"bộ này không còn {level}" if ends else f"kho chưa rõ bộ này có {level} không"
    return handed_on(table, latest.address, of="") or (
        f"kho chưa có quy định của bộ này về nội dung trên, {Target(table, '').annex}"
    )
