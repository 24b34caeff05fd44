"""Sends replies through the Bot API, within its limits, until they have arrived."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.telegram import rendering
from bot.telegram.pacing import Pacing
from bot.telegram.replies import Keyboard, Reply

_log = logging.getLogger(__name__)

_FIRST_WAIT = 0.5
_LONGEST_WAIT = 20.0
_GIVE_UP_AFTER = 24 * 3600.0

Painter = Callable[[str], Awaitable[bytes | None]]
"""Draws the picture of the answer with that digest; None if there is none."""


class UndeliverableError(Exception):
    """The reply cannot be sent, now or later: the chat is gone or Telegram refuses it."""


class Sender:
    """Sends one reply at a time to a chat."""

    def __init__(self, bot: Bot, pacing: Pacing, painter: Painter):
        self._bot = bot
        self._pacing = pacing
        self._painter = painter

    async def send(self, chat_id: int, reply: Reply) -> None:
        """Returns once Telegram has taken the reply.

        Raises:
            UndeliverableError: it never will.
        """
        wait = _FIRST_WAIT
        give_up = time.monotonic() + _GIVE_UP_AFTER
        degraded = False
        while time.monotonic() < give_up:
            await self._pacing.turn(chat_id)
            try:
                await self._once(chat_id, reply, degraded)
                return
            except RetryAfter as error:
                self._pacing.hold(chat_id, _seconds(error.retry_after))
                continue
            except (Forbidden, ChatMigrated) as error:
                raise UndeliverableError(str(error)) from error
            except BadRequest as error:
                if _harmless(error):
                    return
                if degraded:
                    raise UndeliverableError(str(error)) from error
                _log.warning("Telegram từ chối tin nhắn, gửi lại dạng chữ thường: %s", error)
                degraded = True
                continue
            except TelegramError as error:
                _log.warning("chưa gửi được, thử lại sau %.1f giây: %s", wait, error)
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
        raise UndeliverableError("đã thử gửi suốt một ngày")

    async def _once(self, chat_id: int, reply: Reply, degraded: bool) -> None:
        """One try; degraded: without markup, picture or anything else that can be refused."""
        keyboard = _markup(reply.buttons)
        if reply.edits is not None:
            await self._bot.edit_message_reply_markup(chat_id, reply.edits, reply_markup=keyboard)
            return
        answers = (
            ReplyParameters(reply.reply_to, allow_sending_without_reply=True)
            if reply.reply_to and not degraded
            else None
        )
        mode = None if degraded else ParseMode.HTML
        text = rendering.plain(reply.html) if degraded else reply.html
        picture = None
        if reply.picture is not None and not degraded:
            picture = await self._painter(reply.picture)
        if picture is not None:
            await self._bot.send_photo(
                chat_id,
                InputFile(picture, filename="bang.png"),
                caption=text,
                parse_mode=mode,
                reply_parameters=answers,
                reply_markup=keyboard,
            )
        elif reply.file_name is not None:
            await self._bot.send_document(
                chat_id,
                InputFile(reply.file_text.encode(), filename=reply.file_name),
                caption=text,
                parse_mode=mode,
                reply_markup=keyboard,
            )
        else:
            await self._bot.send_message(
                chat_id,
                text,
                parse_mode=mode,
                reply_parameters=answers,
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.text, callback_data=button.data) for button in row]
            for row in keyboard
        ]
    )


def _harmless(error: BadRequest) -> bool:
    """Whether the buttons already are what they should be, or their message is gone."""
    return any(
        words in str(error).lower()
        for words in ("not modified", "message to edit not found", "message can't be edited")
    )


def _seconds(value: int | dt.timedelta) -> float:
    return value.total_seconds() if isinstance(value, dt.timedelta) else float(value)
