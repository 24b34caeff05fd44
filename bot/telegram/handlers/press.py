"""Pressed buttons."""

from __future__ import annotations

import re

from bot.telegram import buttons, rendering, wording
from bot.telegram.answers import Answer
from bot.telegram.buttons import Press
from bot.telegram.desk import Desk
from bot.telegram.handlers import documents, feedback, personal, place
from bot.telegram.handlers.question import ask
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Reply
from knowledge.references.places import REGIONS

_STRANGE = [Reply(wording.STRANGE_BUTTON)]
_WHICH_REGION = "Anh/chị chọn vùng:"
_PERIOD = re.compile(r"20\d\d-20\d\d")


async def pressed(desk: Desk, incoming: Incoming) -> list[Reply]:
    """Does what the button says; data that is not ours changes nothing."""
    press = buttons.read(incoming.data)
    if press is None:
        return _STRANGE
    if press.digest:
        answer = await desk.answers.find(press.digest)
        if answer is None:
            return [Reply(wording.OLD_BUTTON)]
        return await _on_answer(desk, incoming, answer, press)
    return await _without_answer(desk, incoming, press)


async def _without_answer(desk: Desk, incoming: Incoming, press: Press) -> list[Reply]:
    match press.verb:
        case buttons.PLACE:
            return await place.pressed(desk, incoming, press.argument)
        case buttons.WIPE:
            return await personal.wiped(desk, incoming, press.argument)
        case buttons.FILE:
            return await documents.decided(desk, incoming, press.argument)
        case buttons.EXAMPLE:
            example = _at(wording.EXAMPLES, press.argument)
            return _STRANGE if example is None else await _asked(desk, incoming, example, {})
    return _STRANGE


async def _on_answer(desk: Desk, incoming: Incoming, answer: Answer, press: Press) -> list[Reply]:
    match press.verb:
        case buttons.SOURCES:
            return [Reply(page, reply_to=incoming.message_id) for page in rendering.sources(answer)]
        case buttons.MORE:
            return _more(incoming, answer, press)
        case buttons.GOOD:
            return await feedback.good(desk, incoming, answer, press.digest)
        case buttons.BAD:
            return await feedback.bad(desk, incoming, answer, press.digest)
        case buttons.WHY:
            return await feedback.why(desk, incoming, answer, press.digest, press.argument)
        case buttons.REGION if not press.argument:
            keyboard = buttons.regions(press.digest)
            return [Reply(_WHICH_REGION, buttons=keyboard, reply_to=incoming.message_id)]
        case buttons.NEXT:
            suggestion = _at(answer["suggestions"], press.argument)
            return _STRANGE if suggestion is None else await _asked(desk, incoming, suggestion, {})
    question = _same_for_another(press)
    if question is None:
        return _STRANGE
    return await _asked(desk, incoming, question, answer["context"])


def _same_for_another(press: Press) -> str | None:
    """The follow-up that a button stands for."""
    argument = press.argument
    if press.verb == buttons.PERIOD and _PERIOD.fullmatch(argument):
        return f"còn giai đoạn {argument}?"
    if press.verb == buttons.LEVEL and argument in buttons.LEVELS:
        return f"còn {'xã nông thôn mới' if argument == 'xa' else 'xã nông thôn mới nâng cao'}?"
    if press.verb == buttons.REGION and argument in REGIONS:
        return f"còn vùng {REGIONS[argument]}?"
    return None


async def _asked(
    desk: Desk, incoming: Incoming, question: str, context: dict[str, str | None]
) -> list[Reply]:
    """Asks, and shows what was asked: a pressed button leaves no trace in the chat."""
    first, *rest = await ask(desk, incoming, question, context)
    shown = Reply(f"<i>❓ {rendering.escape(question)}</i>", reply_to=incoming.message_id)
    return [shown, first, *rest]


def _more(incoming: Incoming, answer: Answer, press: Press) -> list[Reply]:
    parts = rendering.parts(answer)
    start = _number(press.argument)
    rest = [Reply(part, reply_to=incoming.message_id) for part in parts[start:]]
    keyboard = buttons.under(answer, press.digest, shown=len(parts))
    return [Reply(buttons=keyboard, edits=incoming.message_id), *rest]


def _at(items: tuple[str, ...] | list[str], number: str) -> str | None:
    index = _number(number)
    return None if index is None or index >= len(items) else items[index]


def _number(text: str) -> int | None:
    """A small number; a longer one is forged."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None
