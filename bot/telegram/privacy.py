"""Personal data over all tables and Rasa: export, removal, and removal by age.

Luật 91/2025/QH15 and Nghị định 356/2025/NĐ-CP: a person may see and have removed
what is kept about them; nothing is kept longer than it is needed.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from sqlalchemy.engine import Connection

from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.rasa import RasaError

_log = logging.getLogger(__name__)

# Tables with a `person`, and when their rows were made.
_PERSONAL = {
    "conversations": "used_at",
    "places": "set_at",
    "feedback": "given_at",
    "asked": "asked_at",
    "offers": "offered_at",
}
_DAY = 24 * 3600.0
_RETRY = 300.0


async def export(desk: Desk, incoming: Incoming) -> dict[str, Any]:
    """Everything that is kept about a person; raises RasaError if Rasa is away."""
    person = desk.people.person(incoming.user_id)

    def work(connection: Connection) -> dict[str, Any]:
        found = {}
        for table in (*_PERSONAL, "members"):
            rows = execute(connection, f"SELECT * FROM {table} WHERE person = :p", p=person)
            found[table] = [dict(row._mapping) for row in rows]
        return found

    data = await desk.database.run(work)
    data["messages"] = [
        event
        for conversation in await desk.people.conversations(incoming.user_id)
        for event in await desk.rasa.export(conversation)
    ]
    return data


async def wipe(desk: Desk, incoming: Incoming) -> tuple[int, int]:
    """Removes what is kept about a person, in Rasa first: only then is it all gone.

    Returns:
        The number of conversations and of other records removed.

    Raises:
        RasaError: Rasa is away; nothing has been removed from our tables.
    """
    conversations = await desk.people.conversations(incoming.user_id)
    for conversation in conversations:
        await desk.rasa.forget(conversation)
    person = desk.people.person(incoming.user_id)

    def work(connection: Connection) -> int:
        rows = 0
        for table in _PERSONAL:
            gone = execute(connection, f"DELETE FROM {table} WHERE person = :p", p=person)
            rows += gone.rowcount if table != "conversations" else 0
        for conversation in conversations:
            execute(connection, "DELETE FROM awaited WHERE conversation = :c", c=conversation)
        waiting = (
            "SELECT update_id FROM updates WHERE lane LIKE :lane AND state <> 'done' "
            "AND update_id <> :this"
        )
        values = {"lane": f"%:{incoming.user_id}", "this": incoming.update_id}
        execute(connection, f"DELETE FROM replies WHERE update_id IN ({waiting})", **values)
        rows += execute(
            connection,
            "UPDATE updates SET state = 'done', body = NULL, lane = '' "
            f"WHERE update_id IN ({waiting})",
            **values,
        ).rowcount
        return rows

    return len(conversations), await desk.database.run(work)


async def purge(desk: Desk, now: float | None = None) -> int:
    """Removes what is older than the retention period, here and in Rasa.

    Returns:
        The number of records removed here.

    Raises:
        RasaError: Rasa is away.
    """
    before = (time.time() if now is None else now) - desk.options.retention_days * _DAY
    await desk.rasa.forget_before(before)

    def work(connection: Connection) -> int:
        conditions = {
            **{table: f"{column} < :before" for table, column in _PERSONAL.items()},
            "answers": "used_at < :before",
            "awaited": "until < :before",
            "invitations": "expires_at < :before",
            "updates": "state = 'done' AND received_at < :before",
        }
        return sum(
            execute(connection, f"DELETE FROM {table} WHERE {condition}", before=before).rowcount
            for table, condition in conditions.items()
        )

    return await desk.database.run(work)


async def purge_daily(desk: Desk) -> None:
    """Purges at start and once a day, for as long as the process runs."""
    while True:
        try:
            removed = await purge(desk)
        except RasaError as error:
            _log.warning("chưa dọn được dữ liệu quá hạn, thử lại sau: %s", error)
            await asyncio.sleep(_RETRY)
            continue
        if removed:
            _log.info("đã xóa %d bản ghi quá thời hạn lưu giữ", removed)
        await asyncio.sleep(_DAY)
