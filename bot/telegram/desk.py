"""What handlers work with, in one place."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection
from telegram import Bot

from bot.telegram.access import AccessControl
from bot.telegram.answers import Answers
from bot.telegram.database import Database, execute
from bot.telegram.incoming import Incoming
from bot.telegram.options import Options
from bot.telegram.people import People
from bot.telegram.rasa import Rasa

AWAITED_FOR = 600.0


@dataclass(frozen=True)
class Desk:
    """The services of the process."""

    options: Options
    database: Database
    bot: Bot
    rasa: Rasa
    people: People
    answers: Answers = field(init=False)
    access: AccessControl = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", Answers(self.database))
        object.__setattr__(self, "access", AccessControl(self.options, self.database, self.people))

    async def expect(self, incoming: Incoming, what: str) -> None:
        """Takes the next plain message of the conversation for something else than a question."""
        await self.database.run(
            lambda connection: execute(
                connection,
                "INSERT INTO awaited (conversation, what, until) VALUES (:conversation, :what, "
                ":until) ON CONFLICT (conversation) DO UPDATE SET what = excluded.what, "
                "until = excluded.until",
                conversation=self.people.conversation(incoming),
                what=what,
                until=time.time() + AWAITED_FOR,
            )
        )

    async def expected(self, incoming: Incoming) -> str | None:
        """What the message is to be taken for; said once."""
        conversation = self.people.conversation(incoming)

        def work(connection: Connection) -> str | None:
            what: str | None = execute(
                connection,
                "SELECT what FROM awaited WHERE conversation = :conversation AND until > :now",
                conversation=conversation,
                now=time.time(),
            ).scalar_one_or_none()
            execute(
                connection,
                "DELETE FROM awaited WHERE conversation = :conversation",
                conversation=conversation,
            )
            return what

        return await self.database.run(work)
