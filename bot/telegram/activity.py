"""Shows a person that their message is being worked on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram import limits
from bot.telegram.incoming import Incoming

# Most answers are there before anybody could read "typing".
_TYPING_AFTER = 0.4


@contextlib.asynccontextmanager
async def shown_at_work(
    bot: Bot, said: Incoming, spawn: Callable[[Coroutine[None, None, None]], None]
) -> AsyncIterator[None]:
    """Shows "typing" while the block takes long; tells Telegram that a press was seen.

    Args:
        bot: the Bot API.
        said: what is being worked on.
        spawn: starts something that may outlast the block.
    """
    if said.query_id is not None:
        spawn(_acknowledge(bot, said.query_id))
    task = asyncio.create_task(_show_typing(bot, said.chat_id))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _acknowledge(bot: Bot, query_id: str) -> None:
    # Only ends the little clock on the button: not worth a second try.
    with contextlib.suppress(TelegramError):
        await bot.answer_callback_query(query_id)


async def _show_typing(bot: Bot, chat_id: int) -> None:
    await asyncio.sleep(_TYPING_AFTER)
    while True:
        with contextlib.suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        await asyncio.sleep(limits.TYPING_LASTS)
