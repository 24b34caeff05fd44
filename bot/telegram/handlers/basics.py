"""/start and /help."""

from __future__ import annotations

from bot.telegram import buttons, wording
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Button, Reply


async def start(desk: Desk, incoming: Incoming) -> list[Reply]:
    """What this is, whose texts, what becomes of personal data, and three examples."""
    examples = tuple(
        (Button(example, buttons.data(buttons.EXAMPLE, argument=str(number))),)
        for number, example in enumerate(wording.EXAMPLES)
    )
    return [Reply(wording.START.format(days=desk.options.retention_days), buttons=examples)]


async def help_(desk: Desk, incoming: Incoming) -> list[Reply]:
    """How to ask, and every command."""
    commands = "\n".join(f"/{name} – {text}" for name, text in wording.COMMANDS.items())
    text = wording.HELP.format(commands=commands)
    if desk.access.is_admin(incoming.user_id):
        text += wording.ADMIN_HELP
    return [Reply(text)]
