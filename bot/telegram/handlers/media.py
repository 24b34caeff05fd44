"""What is not text: a friendly hint."""

from __future__ import annotations

from bot.telegram import wording
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Reply


async def hint(desk: Desk, incoming: Incoming) -> list[Reply]:
    """For voice, pictures, stickers, places, contacts and the like."""
    what = "tin nhắn thoại, ảnh, nhãn dán hay tệp"
    return [Reply(wording.NOT_TEXT.format(what=what), reply_to=incoming.message_id)]
