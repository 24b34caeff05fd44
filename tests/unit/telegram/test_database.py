import asyncio
import os
import shutil
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import pytest

from bot.telegram.answers import Answers
from bot.telegram.database import Database, execute, migrate
from bot.telegram.inbox import Inbox
from bot.telegram.replies import Reply
from tests.unit.telegram.updates import message


def test_migrations_are_applied_once(database):
    assert asyncio.run(database.run(migrate)) == []


def test_work_is_all_or_nothing(database):
    def broken(connection):
        execute(connection, "INSERT INTO members (person, joined_at) VALUES ('a', 1)")
        raise ValueError("giữa chừng")

    with pytest.raises(ValueError, match="giữa chừng"):
        asyncio.run(database.run(broken))
    rows = asyncio.run(database.run(lambda c: execute(c, "SELECT * FROM members").fetchall()))
    assert rows == []


def test_a_locked_database_is_waited_for(database, tmp_path, monkeypatch):
    monkeypatch.setattr("bot.telegram.database._BUSY", 0.1)
    other = sqlite3.connect(tmp_path / "test.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.5, lambda: other.execute("ROLLBACK")).start()
    started = time.monotonic()
    asyncio.run(Inbox(database).add([message("a")]))
    assert time.monotonic() - started >= 0.4
    other.close()


def _postgres():
    found = shutil.which("initdb") or next(
        iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None
    )
    return Path(found).parent if found else None


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    binaries = _postgres()
    if binaries is None:
        pytest.skip("máy này không có PostgreSQL")
    folder = Path("/tmp") / f"ntm-pg-{os.getpid()}"
    folder.mkdir()
    # PostgreSQL refuses to run as root; in a container that is all there is.
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    user = user if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    start = [*user, str(binaries / "pg_ctl"), "-D", str(data), "-w"]
    try:
        subprocess.run(
            [*user, str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", "ntm"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        subprocess.run(
            [*start, "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses=", "start"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        yield f"postgresql+psycopg://ntm@/postgres?host={folder}"
    finally:
        subprocess.run([*start, "-m", "immediate", "stop"], capture_output=True, cwd=folder)
        shutil.rmtree(folder)


def test_postgresql_serves_as_well(postgresql):
    async def scenario():
        database = Database(postgresql)
        await database.migrate()
        inbox = Inbox(database)
        await inbox.add([message("a"), message("b")])
        item = await inbox.next("7:7", -1)
        await inbox.answer(item, [Reply("x")])
        await inbox.sent(item, 0)
        await inbox.done(item)
        answers = Answers(database)
        digest = await answers.keep({"text": "ă"})
        assert await answers.keep({"text": "ă"}) == digest
        assert await answers.find(digest) == {"text": "ă"}
        assert await inbox.open_lanes() == ["7:7"]
        await database.close()

    asyncio.run(scenario())
