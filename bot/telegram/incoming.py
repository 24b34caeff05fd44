"""An update as the handlers see it: what was said, by whom, where."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType

from bot.telegram import limits

_INVISIBLE = frozenset("\u200b\u200e\u200f\u2060\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


class Form(StrEnum):
    """What kind of update it is."""

    TEXT = "text"
    COMMAND = "command"
    BUTTON = "button"
    DOCUMENT = "document"
    OTHER = "other"  # voice, stickers, photos: met with a hint
    NOTHING = "nothing"  # not meant for the bot


@dataclass(frozen=True)
class File:
    """A document that was sent.

    Attributes:
        size: bytes; 0 if Telegram does not say.
    """

    id: str
    name: str
    size: int


@dataclass(frozen=True)
class Incoming:
    """One update.

    Attributes:
        said_at: seconds since 1970; 0 where Telegram does not say (buttons).
        command: name without slash, or None.
        text: what was said, or what follows the command; cleaned and cut.
        cut: whether the text was too long and has been cut.
        message_id: the message to reply to, or under which the button stands.
        query_id: to be told that a button press was seen.
        data: what the button carries, as it came.
    """

    update_id: int
    form: Form
    chat_id: int = 0
    user_id: int = 0
    private: bool = True
    said_at: float = 0.0
    command: str | None = None
    text: str = ""
    cut: bool = False
    message_id: int | None = None
    query_id: str | None = None
    data: str = ""
    file: File | None = None

    @property
    def lane(self) -> str:
        """Updates of one lane are dealt with in order: one person in one chat."""
        return f"{self.chat_id}:{self.user_id}"


def clean(text: str) -> str:
    """The text without control characters and marks that turn its direction."""
    composed = unicodedata.normalize("NFC", text)
    kept = (
        char if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Co") else " "
        for char in composed
        if char not in _INVISIBLE
    )
    return "".join(kept).strip()


def read(body: str | dict[str, Any], bot_id: int, bot_name: str) -> Incoming:
    """Reads an update as Telegram sent it (JSON)."""
    raw = json.loads(body) if isinstance(body, str) else body
    update_id = int(raw["update_id"])
    update = Update.de_json(raw, None)
    if update.callback_query is not None:
        return _button(update_id, update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return Incoming(update_id, Form.NOTHING)
    return _message(update_id, message, bot_id, bot_name)


def _button(update_id: int, update: Update) -> Incoming:
    query = update.callback_query
    if query is None or query.message is None:
        return Incoming(update_id, Form.NOTHING)
    return Incoming(
        update_id,
        Form.BUTTON,
        chat_id=query.message.chat.id,
        user_id=query.from_user.id,
        private=query.message.chat.type == ChatType.PRIVATE,
        message_id=query.message.message_id,
        query_id=query.id,
        data=query.data or "",
    )


def _message(update_id: int, message: Message, bot_id: int, bot_name: str) -> Incoming:
    sender = message.from_user
    private = message.chat.type == ChatType.PRIVATE
    words = message.text or message.caption or ""
    command, rest = _command(message, bot_name)
    mentioned = f"@{bot_name}".lower() in words.lower()
    replied = message.reply_to_message
    addressed = (
        private
        or command is not None
        or mentioned
        or bool(replied and replied.from_user and replied.from_user.id == bot_id)
    )
    text = clean(_without_mention(rest if command else words, bot_name))
    form = Form.COMMAND if command else _form(message, text)
    return Incoming(
        update_id,
        form if addressed else Form.NOTHING,
        chat_id=message.chat.id,
        user_id=sender.id if sender else 0,
        private=private,
        said_at=(message.edit_date or message.date).timestamp(),
        command=command,
        text=text[: limits.QUESTION_LENGTH],
        cut=len(text) > limits.QUESTION_LENGTH,
        message_id=message.message_id,
        file=_file(message),
    )


def _form(message: Message, text: str) -> Form:
    if message.document is not None:
        return Form.DOCUMENT
    if text:
        return Form.TEXT
    return Form.OTHER if message.effective_attachment is not None or message.text else Form.NOTHING


def _file(message: Message) -> File | None:
    document = message.document
    if document is None:
        return None
    return File(document.file_id, document.file_name or "", document.file_size or 0)


def _command(message: Message, bot_name: str) -> tuple[str | None, str]:
    """Name and remainder of a command that is meant for this bot.

    Only what Telegram itself marks as a command at the beginning is one: a text
    such as `/1980/QĐ-TTg` with no mark is a question.
    """
    text = message.text or ""
    for entity in message.entities or ():
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            name, _, addressee = text[1 : entity.length].partition("@")
            if addressee and addressee.lower() != bot_name.lower():
                return None, text
            return name.lower(), text[entity.length :]
    return None, text


def _without_mention(text: str, bot_name: str) -> str:
    return re.sub(rf"@{re.escape(bot_name)}\b", "", text, count=1, flags=re.IGNORECASE)
