"""People as the database knows them: salted hashes, never names or numbers.

Telegram ids are short numbers, so a plain hash could be undone by trying all of
them; the salt is a key of its own (`NTM_SECRETS`) and is not in the database.
"""

from __future__ import annotations

import hashlib
import hmac
import time

from sqlalchemy.engine import Connection

from bot.telegram.database import Database, execute
from bot.telegram.incoming import Incoming

_LENGTH = 24


class People:
    """Names people and conversations, and remembers which conversations are whose."""

    def __init__(self, database: Database, salt: str):
        self._database = database
        self._salt = salt.encode()

    def person(self, user_id: int) -> str:
        """The name of a person in the database."""
        return self._hash(f"person {user_id}")

    def conversation(self, incoming: Incoming) -> str:
        """The name of a conversation, in the database and in Rasa: one per chat and person."""
        return self._hash(f"conversation {incoming.chat_id} {incoming.user_id}")

    def code(self, text: str) -> str:
        """How an invitation code is kept."""
        return self._hash(f"code {text}")

    async def seen(self, incoming: Incoming) -> None:
        """Remembers that a conversation was used, so that it can be found and removed."""
        await self._database.run(
            lambda connection: execute(
                connection,
                "INSERT INTO conversations (conversation, person, used_at) "
                "VALUES (:conversation, :person, :now) "
                "ON CONFLICT (conversation) DO UPDATE SET used_at = excluded.used_at",
                conversation=self.conversation(incoming),
                person=self.person(incoming.user_id),
                now=time.time(),
            )
        )

    async def conversations(self, user_id: int) -> list[str]:
        """The conversations of a person."""

        def work(connection: Connection) -> list[str]:
            return list(
                execute(
                    connection,
                    "SELECT conversation FROM conversations WHERE person = :person",
                    person=self.person(user_id),
                ).scalars()
            )

        return await self._database.run(work)

    def _hash(self, text: str) -> str:
        return hmac.new(self._salt, text.encode(), hashlib.sha256).hexdigest()[:_LENGTH]
