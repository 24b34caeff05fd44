"""A question: to Rasa, and its answer back as messages with buttons."""

from __future__ import annotations

import time
from typing import Any

from bot.telegram import buttons, limits, pictures, rendering, wording
from bot.telegram.answers import Answer
from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.places import place_of
from bot.telegram.replies import Reply


async def ask(
    desk: Desk, incoming: Incoming, text: str, context: dict[str, Any] | None = None
) -> list[Reply]:
    """Asks Rasa.

    Args:
        desk: the services.
        incoming: the update that asks.
        text: the question.
        context: what it leans on, where that is not the conversation (buttons).

    Raises:
        RasaError: there is no answer now.
    """
    await desk.people.seen(incoming)
    payload: dict[str, Any] = {"place": await place_of(desk, incoming)}
    if context is not None:
        payload["context"] = context
    started = time.monotonic()
    conversation = desk.people.conversation(incoming)
    answer = await desk.rasa.ask(conversation, text, incoming.update_id, payload)
    await _count(desk, incoming, answer, time.monotonic() - started)
    digest = await desk.answers.keep(answer)
    replies = compose(answer, digest, reply_to=None if incoming.private else incoming.message_id)
    if incoming.cut:
        note = wording.CUT.format(length=limits.QUESTION_LENGTH)
        replies.insert(0, Reply(note.strip()))
    return replies


def compose(answer: Answer, digest: str, reply_to: int | None = None) -> list[Reply]:
    """The messages of an answer: its picture, then as much text as is read at once."""
    shown = rendering.parts(answer)[: rendering.AT_ONCE]
    replies = [Reply(part, reply_to=reply_to) for part in shown]
    keyboard = buttons.under(answer, digest, shown=len(shown))
    replies[-1] = Reply(shown[-1], buttons=keyboard, reply_to=reply_to)
    caption = pictures.caption(answer)
    if caption is not None:
        replies = [*_pictured(caption, digest, reply_to), *replies]
    return replies


def _pictured(caption: str, digest: str, reply_to: int | None) -> list[Reply]:
    """The picture; words that do not fit under it come after it."""
    first = caption.partition("\n")[0]
    fits = limits.units(caption) <= limits.CAPTION_LENGTH
    shown = rendering.escape(caption if fits else first)
    picture = Reply(shown, picture=digest, reply_to=reply_to)
    return [picture] if fits else [picture, Reply(rendering.escape(caption))]


async def _count(desk: Desk, incoming: Incoming, answer: Answer, seconds: float) -> None:
    await desk.database.run(
        lambda connection: execute(
            connection,
            "INSERT INTO asked (update_id, person, outcome, kind, milliseconds, asked_at) "
            "VALUES (:id, :person, :outcome, :kind, :ms, :now) ON CONFLICT (update_id) DO NOTHING",
            id=incoming.update_id,
            person=desk.people.person(incoming.user_id),
            outcome=str(answer["outcome"]),
            kind=str(answer["kind"]),
            ms=round(seconds * 1000),
            now=time.time(),
        )
    )
