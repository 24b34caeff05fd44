"""The database of the Telegram process: one thread, whole transactions, patience.

All statements are plain SQL that SQLite (WAL) and PostgreSQL both understand.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

MIGRATIONS = Path(__file__).parent / "migrations"
# Seconds SQLite itself waits for another process; afterwards we wait, without a limit.
_BUSY = 2.0
_FIRST_WAIT = 0.1
_LONGEST_WAIT = 2.0


class Database:
    """Runs pieces of work, each in one transaction and in the order they were given.

    One thread does all of it: SQLite has one writer anyway, and the event loop
    never waits for a disk.
    """

    def __init__(self, url: str):
        parsed = make_url(url)
        self._sqlite = parsed.get_backend_name() == "sqlite"
        options: dict[str, Any] = {}
        if self._sqlite:
            options["connect_args"] = {"timeout": _BUSY, "check_same_thread": False}
            if parsed.database:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        self._engine = sa.create_engine(url, pool_pre_ping=True, **options)
        if self._sqlite:
            sa.event.listen(self._engine, "connect", _prepare)
            sa.event.listen(self._engine, "begin", _begin)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")

    async def run(self, work: Callable[[Connection], _Result]) -> _Result:
        """Runs `work` in a transaction; repeats it for as long as the database is away.

        A locked, full or restarting database is a matter of time, and the only
        other choice would be to lose what was to be written.
        """
        wait = _FIRST_WAIT
        loop = asyncio.get_running_loop()
        while True:
            try:
                return await loop.run_in_executor(self._thread, self._transaction, work)
            except (OperationalError, InterfaceError) as error:
                _log.warning("cơ sở dữ liệu chưa dùng được, thử lại: %s", _cause(error))
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)

    def _transaction(self, work: Callable[[Connection], _Result]) -> _Result:
        with self._engine.begin() as connection:
            return work(connection)

    async def migrate(self) -> None:
        """Brings the schema up to date."""
        await self.run(migrate)

    async def close(self) -> None:
        """Finishes what was begun and lets go of the database."""
        await asyncio.to_thread(self._thread.shutdown, wait=True)
        self._engine.dispose()


def migrate(connection: Connection) -> list[str]:
    """Applies the migrations that are missing, in order.

    Returns:
        The names of those applied.
    """
    connection.execute(
        sa.text(
            "CREATE TABLE IF NOT EXISTS migrations "
            "(name TEXT PRIMARY KEY, applied_at DOUBLE PRECISION NOT NULL)"
        )
    )
    known = set(connection.execute(sa.text("SELECT name FROM migrations")).scalars())
    applied = []
    for file in sorted(MIGRATIONS.glob("*.sql")):
        if file.stem in known:
            continue
        for statement in _statements(file.read_text(encoding="utf-8")):
            connection.execute(sa.text(statement))
        execute(
            connection,
            "INSERT INTO migrations (name, applied_at) VALUES (:name, :now)",
            name=file.stem,
            now=time.time(),
        )
        applied.append(file.stem)
    return applied


def execute(connection: Connection, sql: str, **values: Any) -> sa.CursorResult[Any]:
    """Executes one statement with named values."""
    return connection.execute(sa.text(sql), values)


def _statements(script: str) -> list[str]:
    """The statements of a migration; comments stand on lines of their own."""
    lines = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";") if part.strip()]


def _prepare(connection: Any, _record: Any) -> None:
    # The driver must not open transactions by itself: `_begin` does, and takes the write
    # lock at once, because a read that turns into a write cannot wait for another writer.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: what was promised to Telegram survives a power cut too.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _cause(error: DBAPIError) -> str:
    """What the driver said, without the statement and its values: they are people's words."""
    return str(error.orig).splitlines()[0] if error.orig else type(error).__name__
