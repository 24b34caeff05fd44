"""Where a person works: set once by /xa, used wherever a question names no place."""

from __future__ import annotations

import time

from sqlalchemy.engine import Connection

from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming

FIELDS = ("region", "province", "group")


async def place_of(desk: Desk, incoming: Incoming) -> dict[str, str]:
    """The place that was set, as a field of the conversation's context; empty if none."""

    def work(connection: Connection) -> dict[str, str]:
        row = execute(
            connection,
            "SELECT field, value FROM places WHERE person = :person",
            person=desk.people.person(incoming.user_id),
        ).first()
        return {} if row is None else {row._mapping["field"]: row._mapping["value"]}

    return await desk.database.run(work)


async def set_place(desk: Desk, incoming: Incoming, field: str, value: str) -> None:
    """Remembers the place, instead of the one before."""
    await desk.database.run(
        lambda connection: execute(
            connection,
            "INSERT INTO places (person, field, value, set_at) VALUES (:person, :field, :value, "
            ":now) ON CONFLICT (person) DO UPDATE SET field = excluded.field, "
            "value = excluded.value, set_at = excluded.set_at",
            person=desk.people.person(incoming.user_id),
            field=field,
            value=value,
            now=time.time(),
        )
    )


async def drop_place(desk: Desk, incoming: Incoming) -> None:
    """Forgets the place."""
    await desk.database.run(
        lambda connection: execute(
            connection,
            "DELETE FROM places WHERE person = :person",
            person=desk.people.person(incoming.user_id),
        )
    )
