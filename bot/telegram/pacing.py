"""How fast messages may go out: per chat, per group, overall, and after a 429."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from aiolimiter import AsyncLimiter

from bot.telegram import limits

_FORGET_AFTER = 300.0
_MINUTE = 60.0


class Pacing:
    """Waits until a message to a chat may be sent.

    Limits of chats that have been silent for a while are forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._overall = AsyncLimiter(limits.PER_SECOND, 1)
        self._chats: dict[int, AsyncLimiter] = {}
        self._groups: dict[int, AsyncLimiter] = {}
        self._used: dict[int, float] = {}
        self._held_until: dict[int, float] = {}

    async def turn(self, chat_id: int) -> None:
        """Returns when the next message to the chat may be sent."""
        self._tidy()
        self._used[chat_id] = self._clock()
        held = self._held_until.get(chat_id, 0.0) - self._clock()
        if held > 0:
            await asyncio.sleep(held)
        if chat_id < 0:  # Telegram numbers groups below zero
            group = self._groups.setdefault(chat_id, AsyncLimiter(limits.PER_GROUP_MINUTE, _MINUTE))
            await group.acquire()
        chat = self._chats.setdefault(chat_id, AsyncLimiter(limits.PER_CHAT_SECOND, 1))
        await chat.acquire()
        await self._overall.acquire()

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram has said to wait (429): nothing goes to the chat meanwhile."""
        self._held_until[chat_id] = self._clock() + seconds

    def _tidy(self) -> None:
        old = self._clock() - _FORGET_AFTER
        for chat_id in [chat_id for chat_id, used in self._used.items() if used < old]:
            del self._used[chat_id]
            self._chats.pop(chat_id, None)
            self._groups.pop(chat_id, None)
            self._held_until.pop(chat_id, None)


class Flood:
    """Notices who sends faster than a person asks, and says how long to let them wait."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic):
        self._per_minute = per_minute
        self._clock = clock
        self._taken: dict[str, list[float]] = {}
        self._told: dict[str, float] = {}

    def delay(self, lane: str) -> float:
        """Seconds to wait before the next message of the lane is taken up; counts it."""
        now = self._clock()
        recent = [at for at in self._taken.get(lane, []) if at > now - _MINUTE]
        wait = 0.0
        if len(recent) >= self._per_minute:
            wait = recent[-self._per_minute] + _MINUTE - now
        recent.append(now + wait)
        self._taken[lane] = recent
        if len(self._taken) > 10_000:
            self._taken = {key: kept for key, kept in self._taken.items() if kept[-1] > now - 60}
        return wait

    def tell(self, lane: str) -> bool:
        """Whether the person is to be told; once a minute at most."""
        now = self._clock()
        if now - self._told.get(lane, -_MINUTE) < _MINUTE:
            return False
        self._told[lane] = now
        return True
