"""Takes updates by polling, and acknowledges them only when they are in the database."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.inbox import Inbox

_log = logging.getLogger(__name__)

KINDS = ["message", "edited_message", "callback_query"]
_LONG_POLL = 25
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 10.0


async def poll(bot: Bot, inbox: Inbox, arrived: Callable[[Iterable[str]], None]) -> None:
    """Polls until cancelled.

    Telegram takes the offset of a poll as the acknowledgement of everything
    before it and never sends that again. So the offset moves on only after the
    inbox has the updates: what a kill leaves unacknowledged comes again, and the
    inbox knows it by its number.

    Args:
        bot: where from.
        inbox: where to.
        arrived: told the lanes that have something new.
    """
    offset: int | None = None
    wait = _FIRST_WAIT
    while True:
        try:
            updates = await bot.get_updates(
                offset=offset, timeout=_LONG_POLL, allowed_updates=KINDS
            )
        except TelegramError as error:
            _log.log(_level(error), "không lấy được tin từ Telegram: %s", error)
            await asyncio.sleep(max(wait, _asked_to_wait(error)))
            wait = min(2 * wait, _LONGEST_WAIT)
            continue
        wait = _FIRST_WAIT
        if updates:
            arrived(await inbox.add(update.to_dict() for update in updates))
            offset = max(update.update_id for update in updates) + 1
        else:
            # Everything is acknowledged. Telegram may start again at a lower number after
            # a quiet week, so an old offset must not be held against it.
            offset = None


def _level(error: TelegramError) -> int:
    """Another poller or a wrong token needs a person; the rest passes."""
    return logging.ERROR if isinstance(error, (Conflict, InvalidToken)) else logging.WARNING


def _asked_to_wait(error: TelegramError) -> float:
    if not isinstance(error, RetryAfter):
        return 0.0
    value = error.retry_after
    return value if isinstance(value, int) else value.total_seconds()
