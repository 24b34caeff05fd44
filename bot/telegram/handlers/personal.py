"""/dulieu and /xoa: a person's own data, handed out or removed."""

from __future__ import annotations

import datetime as dt
import json
import time

from bot.telegram import buttons, privacy
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Button, Reply

_SURE = (
    "Xóa toàn bộ dữ liệu của anh/chị: các cuộc trò chuyện, câu hỏi đang chờ, nơi công tác đã đặt, "
    "góp ý và thống kê. Việc này không hoàn lại được. Quyền được hỏi vẫn giữ nguyên."
)
_YES = "yes"
_NO = "no"
_WIPED = (
    "Đã xóa dữ liệu của anh/chị: {conversations} cuộc trò chuyện (cả phần lưu trong hệ thống hội "
    "thoại) và {rows} bản ghi khác. Tin nhắn trong máy của anh/chị do Telegram giữ; anh/chị tự xóa "
    "nếu muốn."
)
_KEPT = "Không xóa gì cả."
_PRIVATE_ONLY = "Việc này liên quan dữ liệu cá nhân; anh/chị nhắn riêng cho tôi giúp."
_EXPORT = "Đây là tất cả những gì tôi giữ về anh/chị, tính đến {when}."


async def export(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/dulieu`: everything that is kept, as a file."""
    if not incoming.private:
        return [Reply(_PRIVATE_ONLY, reply_to=incoming.message_id)]
    data = await privacy.export(desk, incoming)
    when = dt.datetime.fromtimestamp(time.time()).strftime("%d/%m/%Y %H:%M")
    return [
        Reply(
            _EXPORT.format(when=when),
            file_name="du-lieu-cua-toi.json",
            file_text=json.dumps(data, ensure_ascii=False, indent=1),
        )
    ]


async def wipe(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/xoa`: asks once more."""
    if not incoming.private:
        return [Reply(_PRIVATE_ONLY, reply_to=incoming.message_id)]
    choice = (
        Button("🗑 Xóa", buttons.data(buttons.WIPE, argument=_YES)),
        Button("Giữ lại", buttons.data(buttons.WIPE, argument=_NO)),
    )
    return [Reply(_SURE, buttons=(choice,))]


async def wiped(desk: Desk, incoming: Incoming, argument: str) -> list[Reply]:
    """The confirmation of `/xoa`; raises RasaError where Rasa cannot be told now."""
    if argument != _YES:
        return [Reply(edits=incoming.message_id), Reply(_KEPT)]
    conversations, rows = await privacy.wipe(desk, incoming)
    return [
        Reply(edits=incoming.message_id),
        Reply(_WIPED.format(conversations=conversations, rows=rows)),
    ]
