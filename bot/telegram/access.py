"""Who may ask: everybody, a list, or those whom an administrator has invited."""

from __future__ import annotations

import secrets
import time

from sqlalchemy.engine import Connection

from bot.telegram.database import Database, execute
from bot.telegram.options import Access, Options
from bot.telegram.people import People

CODE_LASTS = 24 * 3600.0
TRIES = 5
_TRIES_WITHIN = 3600.0
# No letters or digits that look alike; 8 of 30 give 39 bits, and there are five tries an hour.
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_CODE_LENGTH = 8


class AccessControl:
    """Decides who may ask, and keeps invitations and members."""

    def __init__(self, options: Options, database: Database, people: People):
        self._options = options
        self._database = database
        self._people = people
        self._tries: dict[int, list[float]] = {}

    def is_admin(self, user_id: int) -> bool:
        """Whether a person may use the administrative commands."""
        return user_id in self._options.admins

    def is_maintainer(self, user_id: int) -> bool:
        """Whether a person may send documents for the knowledge folder."""
        return user_id in self._options.maintainers

    async def may_ask(self, user_id: int) -> bool:
        """Whether a person may use the bot."""
        if self._options.access is Access.OPEN:
            return True
        if user_id in self._options.allowed | self._options.admins | self._options.maintainers:
            return True
        return self._options.access is Access.APPROVAL and await self._is_member(user_id)

    async def invite(self) -> str:
        """Makes a code that lets one person in."""
        code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
        await self._database.run(
            lambda connection: execute(
                connection,
                "INSERT INTO invitations (code, expires_at) VALUES (:code, :expires)",
                code=self._people.code(code),
                expires=time.time() + CODE_LASTS,
            )
        )
        return code

    async def redeem(self, user_id: int, code: str) -> bool:
        """Lets a person in for a code; a code works once, and wrong ones are counted."""
        now = time.time()
        recent = [at for at in self._tries.get(user_id, []) if at > now - _TRIES_WITHIN]
        self._tries[user_id] = [*recent, now]
        if len(recent) >= TRIES:
            return False
        person = self._people.person(user_id)
        hashed = self._people.code(code.strip().upper())

        def work(connection: Connection) -> bool:
            # A second try by the same person is the same update handled again after a kill.
            used = execute(
                connection,
                "UPDATE invitations SET used_by = :person WHERE code = :code "
                "AND expires_at > :now AND (used_by IS NULL OR used_by = :person)",
                person=person,
                code=hashed,
                now=now,
            ).rowcount
            if used:
                execute(
                    connection,
                    "INSERT INTO members (person, joined_at) VALUES (:person, :now) "
                    "ON CONFLICT (person) DO NOTHING",
                    person=person,
                    now=now,
                )
            return bool(used)

        return await self._database.run(work)

    async def expel(self, user_id: int) -> bool:
        """Takes the permission back; returns whether there was one."""
        person = self._people.person(user_id)

        def work(connection: Connection) -> bool:
            # The codes a person came in with must not let them in again.
            execute(connection, "DELETE FROM invitations WHERE used_by = :person", person=person)
            gone = execute(connection, "DELETE FROM members WHERE person = :person", person=person)
            return bool(gone.rowcount)

        return await self._database.run(work)

    async def _is_member(self, user_id: int) -> bool:
        def work(connection: Connection) -> bool:
            found = execute(
                connection,
                "SELECT 1 FROM members WHERE person = :person",
                person=self._people.person(user_id),
            )
            return found.first() is not None

        return await self._database.run(work)
