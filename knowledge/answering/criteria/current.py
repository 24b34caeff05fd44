"""What became of a criterion of older sets in the set that is in force."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Citation
from knowledge.answering.rows.sets import Choice
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable


def heirs(table: CriteriaTable, address: str) -> list[str]:
    """The criteria of a set that take up a criterion of the sets before it."""
    old = address.split(".")[0]
    return [
        f"tiêu chí {criterion.number} ({criterion.name})"
        for criterion in table.criteria
        if any(earlier.number == old for earlier in criterion.continues)
    ]


def cited(targets: Sequence[Target], choice: Choice) -> list[Citation]:
    """The set in force, where `ended` names it."""
    told = any(choice.is_current(target.table) for target in targets)
    return [] if told or not choice.open else [citing.of_table(t) for t in choice.current[:1]]


def ended(catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> str | None:
    """That what is told has ended, where the set in force says nothing of that name.

    Args:
        catalogue: of the serving index.
        targets: what is told, latest first.
        choice: the sets they were chosen from.
    """
    told = any(choice.is_current(target.table) for target in targets)
    if told or not (choice.open and choice.current):
        return None
    latest, table = targets[0], choice.current[0]
    regulation = catalogue.regulations[table.document]
    now = Target(table, latest.address)
    # A set for another title has other criteria under the same numbers.
    after = heirs(table, latest.address) if latest.table.level == table.level else []
    where = (
        f"nội dung của tiêu chí {latest.address.split('.')[0]} nay thuộc {wording.listed(after)}"
        if after
        else f"kho chưa có quy định của bộ này về nội dung trên, {now.annex}"
    )
    since = wording.since(regulation)
    return (
        f"Lưu ý: giai đoạn {latest.table.period} đã hết. Bộ đang áp dụng là "
        f"{wording.named(regulation)}{f', {since}' if since else ''}; {where}."
    )
