"""Which handler takes an update."""

from __future__ import annotations

from bot.telegram import buttons, wording
from bot.telegram.desk import Desk
from bot.telegram.handlers import (
    admin,
    basics,
    documents,
    feedback,
    lookup,
    media,
    personal,
    place,
    press,
)
from bot.telegram.handlers.admin import Handler
from bot.telegram.handlers.question import ask
from bot.telegram.incoming import Form, Incoming
from bot.telegram.options import Access
from bot.telegram.rendering import escape
from bot.telegram.replies import Reply

_COMMANDS: dict[str, Handler] = {
    "start": basics.start,
    "help": basics.help_,
    "tieuchi": lookup.criterion,
    "vanban": lookup.document,
    "sosanh": lookup.comparison,
    "xa": place.choose,
    "gopy": feedback.remark,
    "dulieu": personal.export,
    "xoa": personal.wipe,
    "capma": admin.invite,
    "thuhoi": admin.expel,
    "thongke": admin.statistics,
}
_ENTER = "vao"


async def handle(desk: Desk, incoming: Incoming) -> list[Reply]:
    """The replies to an update; none where it is not meant for the bot.

    Raises:
        RasaError: the reply needs Rasa, and there is none now.
    """
    if incoming.form is Form.NOTHING:
        return []
    if _brings_a_code(desk, incoming):
        return await admin.enter(desk, incoming)
    # Whoever lost the permission may still have their data shown and removed.
    personal_command = incoming.command in ("xoa", "dulieu") or incoming.data.startswith("x:")
    if not personal_command and not await desk.access.may_ask(incoming.user_id):
        return [_refusal(desk, incoming)]
    match incoming.form:
        case Form.COMMAND:
            return await _command(desk, incoming)
        case Form.BUTTON:
            return await press.pressed(desk, incoming)
        case Form.DOCUMENT:
            return await documents.offered(desk, incoming)
        case Form.TEXT:
            return await _text(desk, incoming)
    return await media.hint(desk, incoming)


async def _command(desk: Desk, incoming: Incoming) -> list[Reply]:
    name = incoming.command or ""
    handler = _COMMANDS.get(name)
    if handler is None:
        return [Reply(wording.NO_SUCH_COMMAND.format(name=escape(name)))]
    return await handler(desk, incoming)


async def _text(desk: Desk, incoming: Incoming) -> list[Reply]:
    if await desk.expected(incoming) == feedback.REMARK:
        return await feedback.remark(desk, incoming)
    return await ask(desk, incoming, incoming.text)


def _brings_a_code(desk: Desk, incoming: Incoming) -> bool:
    if desk.options.access is not Access.APPROVAL or not incoming.private:
        return False
    return incoming.command == _ENTER or (incoming.command == "start" and bool(incoming.text))


def _refusal(desk: Desk, incoming: Incoming) -> Reply:
    if desk.options.access is Access.APPROVAL:
        return Reply(wording.NEEDS_CODE)
    return Reply(wording.NOT_ALLOWED.format(user=incoming.user_id))


_COMMANDS_THAT_ASK = frozenset({"tieuchi", "vanban", "sosanh", "dulieu"})
_BUTTONS_THAT_ASK = frozenset(
    {buttons.PERIOD, buttons.LEVEL, buttons.REGION, buttons.NEXT, buttons.EXAMPLE, buttons.WIPE}
)


def needs_rasa(incoming: Incoming) -> bool:
    """Whether the replies can depend on Rasa, and so on what was asked before."""
    return (
        incoming.form is Form.TEXT
        or incoming.command in _COMMANDS_THAT_ASK
        or (incoming.form is Form.BUTTON and incoming.data[:1] in _BUTTONS_THAT_ASK)
    )
