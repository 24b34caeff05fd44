"""What Telegram allows, and how fast.

Source: https://core.telegram.org/bots/api and https://core.telegram.org/bots/faq
"""

from __future__ import annotations

from telegram.constants import FloodLimit, InlineKeyboardButtonLimit, MessageLimit

MESSAGE_LENGTH = int(MessageLimit.MAX_TEXT_LENGTH)
"""Longest text, in UTF-16 code units after parsing of entities."""
CAPTION_LENGTH = int(MessageLimit.CAPTION_LENGTH)
"""Longest caption of a picture, counted the same way."""
CALLBACK_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
"""Longest data of a button, in bytes of UTF-8."""
PER_SECOND = int(FloodLimit.MESSAGES_PER_SECOND)
"""Messages a second over all chats."""
PER_CHAT_SECOND = int(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
"""Messages a second to one chat."""
PER_GROUP_MINUTE = int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP)
"""Messages a minute to one group."""
TYPING_LASTS = 4.0
"""Seconds after which "typing" is sent again; Telegram shows it for 5."""
QUESTION_LENGTH = 2000
"""Longest question that is read; the rest is cut off, with a word."""
DOCUMENT_BYTES = 20_000_000
"""Largest file that a bot can fetch from Telegram's own server."""


def units(text: str) -> int:
    """Length of a text as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
