"""The answers that buttons refer to.

An answer is kept under a digest of its whole content, so a button under an old
message opens exactly the answer it stands under: after a restart, and however
the knowledge has changed since.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import Any

from sqlalchemy.engine import Connection

from bot.telegram.database import Database, execute

Answer = dict[str, Any]
"""The JSON form of `knowledge.answering.answer.Answer`."""
DIGEST_LENGTH = 12


class Answers:
    """Keeps and finds answers."""

    def __init__(self, database: Database):
        self._database = database

    async def keep(self, answer: Answer) -> str:
        """Keeps an answer.

        Returns:
            Its digest.
        """
        body = json.dumps(answer, sort_keys=True)
        digest = hashlib.sha256(body.encode()).hexdigest()[:DIGEST_LENGTH]
        await self._database.run(
            lambda connection: execute(
                connection,
                "INSERT INTO answers (id, body, used_at) VALUES (:id, :body, :now) "
                "ON CONFLICT (id) DO UPDATE SET used_at = excluded.used_at",
                id=digest,
                body=body,
                now=time.time(),
            )
        )
        return digest

    async def find(self, digest: str) -> Answer | None:
        """The answer with that digest, or None if it is not kept (any longer)."""

        def work(connection: Connection) -> str | None:
            found: str | None = execute(
                connection, "SELECT body FROM answers WHERE id = :id", id=digest
            ).scalar_one_or_none()
            return found

        body = await self._database.run(work)
        return None if body is None else json.loads(body)
