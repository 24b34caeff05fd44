"""The updates that are to be dealt with, and the replies to them; nothing in here can be lost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.engine import Connection, Row

from bot.telegram.database import Database, execute
from bot.telegram.items import Item, State, row_of
from bot.telegram.replies import Reply


class Inbox:
    """Updates and the replies to them, in the database."""

    def __init__(self, database: Database):
        self._database = database

    async def add(self, updates: Iterable[dict[str, Any]]) -> list[str]:
        """Keeps updates as they came; those known already are left alone.

        Returns:
            The lanes that have something new.
        """
        rows = [row_of(update) for update in updates]

        def work(connection: Connection) -> list[str]:
            added = [
                row["lane"]
                for row in rows
                if execute(
                    connection,
                    "INSERT INTO updates (update_id, lane, said_at, received_at, body, state) "
                    "VALUES (:update_id, :lane, :said_at, :received_at, :body, 'new') "
                    "ON CONFLICT (update_id) DO NOTHING",
                    **row,
                ).rowcount
            ]
            return list(dict.fromkeys(added))

        return await self._database.run(work)

    async def open_lanes(self) -> list[str]:
        """The lanes that have something to do."""
        return await self._database.run(
            lambda connection: list(
                execute(
                    connection, "SELECT DISTINCT lane FROM updates WHERE state <> 'done'"
                ).scalars()
            )
        )

    async def next(self, lane: str, after: int) -> Item | None:
        """The oldest update of a lane that is not done, of those behind number `after`."""

        def work(connection: Connection) -> Item | None:
            row = execute(
                connection,
                f"SELECT {_COLUMNS} FROM updates WHERE lane = :lane AND state <> 'done' "
                "AND update_id > :after ORDER BY update_id LIMIT 1",
                lane=lane,
                after=after,
            ).first()
            return None if row is None else _item(row)

        return await self._database.run(work)

    async def older(self, lane: str, moment: float) -> list[Item]:
        """What was said in a lane before a moment and has no answer yet, oldest first."""

        def work(connection: Connection) -> list[Item]:
            rows = execute(
                connection,
                f"SELECT {_COLUMNS} FROM updates WHERE lane = :lane "
                "AND state IN ('new', 'late') AND said_at < :moment ORDER BY update_id",
                lane=lane,
                moment=moment,
            )
            return [_item(row) for row in rows]

        return await self._database.run(work)

    async def next_try(self, lane: str) -> float | None:
        """When the lane is to be worked on again; None if all of it is done."""

        def work(connection: Connection) -> float | None:
            moment: float | None = execute(
                connection,
                "SELECT MIN(next_try) FROM updates WHERE lane = :lane AND state <> 'done'",
                lane=lane,
            ).scalar_one()
            return moment

        return await self._database.run(work)

    async def answer(self, item: Item, replies: Sequence[Reply]) -> None:
        """Records the replies; from here on the update is not handled again."""

        def work(connection: Connection) -> None:
            _append(connection, item.update_id, replies)
            execute(
                connection,
                "UPDATE updates SET state = 'answered' WHERE update_id = :id",
                id=item.update_id,
            )

        await self._database.run(work)

    async def postpone(
        self, item: Item, until: float, notice: str | None, replies: Sequence[Reply]
    ) -> None:
        """Records that it is tried again later, and what the person is told meanwhile."""

        def work(connection: Connection) -> None:
            _append(connection, item.update_id, replies)
            execute(
                connection,
                "UPDATE updates SET state = 'late', attempts = attempts + 1, next_try = :until, "
                "notice = :notice WHERE update_id = :id",
                id=item.update_id,
                until=until,
                notice=notice,
            )

        await self._database.run(work)

    async def unsent(self, item: Item) -> list[tuple[int, Reply]]:
        """The replies that are not known to have been sent, with their numbers."""

        def work(connection: Connection) -> list[tuple[int, Reply]]:
            rows = execute(
                connection,
                "SELECT part, body FROM replies WHERE update_id = :id AND sent_at IS NULL "
                "ORDER BY part",
                id=item.update_id,
            )
            return [(row._mapping["part"], Reply.from_json(row._mapping["body"])) for row in rows]

        return await self._database.run(work)

    async def sent(self, item: Item, part: int) -> None:
        """Records that a reply was sent."""
        await self._database.run(
            lambda connection: execute(
                connection,
                "UPDATE replies SET sent_at = :now WHERE update_id = :id AND part = :part",
                now=time.time(),
                id=item.update_id,
                part=part,
            )
        )

    async def done(self, *items: Item) -> None:
        """Closes updates: what was said and what was replied is not kept."""

        def work(connection: Connection) -> None:
            for item in items:
                _close(connection, item)

        await self._database.run(work)

    async def give_up(self, items: Sequence[Item], reply: Reply) -> None:
        """Closes all but the last of some updates; one reply, to the last, is for all of them."""

        def work(connection: Connection) -> None:
            last = items[-1]
            for item in items[:-1]:
                _close(connection, item)
            _append(connection, last.update_id, [reply])
            execute(
                connection,
                "UPDATE updates SET state = 'answered' WHERE update_id = :id",
                id=last.update_id,
            )

        await self._database.run(work)


_COLUMNS = "update_id, lane, said_at, body, state, attempts, next_try, notice"


def _item(row: Row[Any]) -> Item:
    values = dict(row._mapping)
    return Item(**values | {"state": State(values["state"])})


def _close(connection: Connection, item: Item) -> None:
    execute(connection, "DELETE FROM replies WHERE update_id = :id", id=item.update_id)
    execute(
        connection,
        "UPDATE updates SET state = 'done', body = NULL, lane = '' WHERE update_id = :id",
        id=item.update_id,
    )


def _append(connection: Connection, update_id: int, replies: Sequence[Reply]) -> None:
    first = execute(
        connection,
        "SELECT COALESCE(MAX(part) + 1, 0) FROM replies WHERE update_id = :id",
        id=update_id,
    ).scalar_one()
    for part, reply in enumerate(replies, start=first):
        execute(
            connection,
            "INSERT INTO replies (update_id, part, body) VALUES (:id, :part, :body)",
            id=update_id,
            part=part,
            body=reply.as_json(),
        )
