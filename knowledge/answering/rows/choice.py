"""The criteria sets that a question is answered from."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.corpus.criteria import CriteriaTable


@dataclass(frozen=True)
class Choice:
    """The sets to answer from.

    Attributes:
        tables: those of the time asked about, latest first.
        others: sets of other periods, told in one line each where the period was left open.
        open: whether the question left the period open.
        note: what must be said about the choice.
        doubtful: whether it is not known that any of them governs at the time asked about.
        current: the tables in force today.
    """

    tables: tuple[CriteriaTable, ...]
    others: tuple[CriteriaTable, ...] = ()
    open: bool = False
    note: str | None = None
    doubtful: bool = False
    current: tuple[CriteriaTable, ...] = ()

    @property
    def all(self) -> tuple[CriteriaTable, ...]:
        """Those asked about, then the others."""
        return (*self.tables, *self.others)

    def when(self, table: CriteriaTable) -> str:
        """`Hiện nay` for a table in force today, else its period."""
        return "Hiện nay" if self.is_current(table) else f"Giai đoạn {table.period}"

    def is_current(self, table: CriteriaTable) -> bool:
        """Whether a table is in force today."""
        return table in self.current
