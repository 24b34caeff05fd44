"""The file of kept questions: SQLite, for several processes at once.

Every call opens the file, does one transaction and closes it: what is kept is
little, and nothing has to be shared between threads or processes but the file.
What is older than the retention period is removed with every call that writes
or lists.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from knowledge import settings
from knowledge.errors import StorageError
from knowledge.questions.entry import Entry, Note, Reason
from knowledge.text import fold

# Seconds to wait for another process.
_PATIENCE = 5.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT NOT NULL,
    confidence REAL,
    context TEXT NOT NULL,
    times INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT '',
    done INTEGER NOT NULL DEFAULT 0
)
"""
_COLUMNS = "id, question, reason, kind, confidence, context, times, first, last, remark, done"


class Record:
    """Keeps, lists and removes questions; raises StorageError where the file cannot be used."""

    def __init__(self, file: Path, retention_days: int):
        self.file = file
        self._retention = dt.timedelta(days=retention_days)

    @classmethod
    def from_settings(cls) -> Record:
        """The record that the environment variables describe.

        Raises:
            SettingError: the retention period is not a number of days.
        """
        return cls(settings.questions_file(), settings.number("NTM_RETENTION_DAYS"))

    def add(self, note: Note, day: dt.date) -> None:
        """Keeps a question, or counts it once more; one that was done is open again."""
        with self._transaction(day) as connection:
            connection.execute(
                "INSERT INTO questions (key, question, reason, kind, confidence, context, times, "
                "first, last) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (key) DO UPDATE SET "
                "times = times + 1, last = excluded.last, confidence = excluded.confidence, "
                "done = 0",
                (
                    _key(note),
                    note.question,
                    note.reason,
                    note.kind,
                    note.confidence,
                    note.context,
                    day.isoformat(),
                    day.isoformat(),
                ),
            )

    def explain(self, note: Note, remark: str, day: dt.date) -> None:
        """Says of a kept question why its answer was disliked."""
        with self._transaction(day) as connection:
            connection.execute(
                "UPDATE questions SET remark = ? WHERE key = ?", (remark, _key(note))
            )

    def entries(
        self,
        day: dt.date,
        *,
        since: dt.date | None = None,
        reasons: Collection[Reason] = (),
        done: bool = False,
    ) -> list[Entry]:
        """The kept questions, newest first; none where nothing was ever kept.

        Args:
            day: today.
            since: only those asked on this day or later.
            reasons: only those kept for one of these; for any if empty.
            done: also those that a maintainer has dealt with.
        """
        if not self.file.exists():
            return []
        with self._transaction(day) as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM questions WHERE last >= ? AND done <= ? "
                "ORDER BY last DESC, id DESC",
                (since.isoformat() if since else "", int(done)),
            ).fetchall()
        found = [_entry(row) for row in rows]
        return [entry for entry in found if not reasons or entry.reason in reasons]

    def mark_done(self, ids: Sequence[int], day: dt.date) -> list[int]:
        """Marks questions as dealt with.

        Returns:
            The numbers that no question has.
        """
        if not self.file.exists():
            return list(ids)
        with self._transaction(day) as connection:
            return [
                number
                for number in ids
                if not connection.execute(
                    "UPDATE questions SET done = 1 WHERE id = ?", (number,)
                ).rowcount
            ]

    def clear(self, day: dt.date) -> int:
        """Removes what was dealt with; returns how many that were."""
        if not self.file.exists():
            return 0
        with self._transaction(day) as connection:
            return connection.execute("DELETE FROM questions WHERE done = 1").rowcount

    @contextmanager
    def _transaction(self, day: dt.date) -> Iterator[sqlite3.Connection]:
        """One transaction, in which what is too old has been removed."""
        oldest = (day - self._retention).isoformat()
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.touch(mode=0o600)
            connection = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
            with closing(connection):
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_SCHEMA)
                connection.execute("DELETE FROM questions WHERE last < ?", (oldest,))
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                f"không dùng được tệp ghi câu hỏi {self.file}: {error}; "
                "xem lại NTM_QUESTIONS, quyền ghi và chỗ trống trên đĩa"
            ) from error


def _key(note: Note) -> str:
    """Equal for questions that differ in nothing but case, marks and spaces."""
    return "\n".join((note.reason, fold(note.question), fold(note.context)))


def _entry(row: sqlite3.Row) -> Entry:
    values = dict(row)
    values["reason"] = Reason(values["reason"])
    values |= {name: dt.date.fromisoformat(values[name]) for name in ("first", "last")}
    return Entry(**values | {"done": bool(values["done"])})
