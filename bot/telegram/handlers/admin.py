"""Commands of administrators, and /vao for those whom they invite."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import wraps

from sqlalchemy.engine import Connection

from bot.telegram import wording
from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.options import Access
from bot.telegram.replies import Reply

Handler = Callable[[Desk, Incoming], Awaitable[list[Reply]]]
_WEEK = 7 * 24 * 3600.0
_STATISTICS = (
    "<b>7 ngày qua</b>\n• Câu hỏi: {asked}\n• Người hỏi: {people}\n• Trả lời được: {answered}\n"
    "• Ngoài kho: {unknown}\n• 👍 {good} · 👎 {bad}\n• Thời gian tra cứu trung bình: {ms:.0f} ms"
)
_NOT_NEEDED = "Chế độ hiện tại không dùng mã mời (NTM_TELEGRAM_ACCESS khác `approval`)."


def _admins_only(handler: Handler) -> Handler:
    @wraps(handler)
    async def guarded(desk: Desk, incoming: Incoming) -> list[Reply]:
        if not desk.access.is_admin(incoming.user_id):
            return [Reply(wording.ADMIN_ONLY)]
        return await handler(desk, incoming)

    return guarded


@_admins_only
async def invite(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/capma`: a code that lets one person in."""
    if desk.options.access is not Access.APPROVAL:
        return [Reply(_NOT_NEEDED)]
    code = await desk.access.invite()
    return [Reply(wording.INVITATION.format(code=code, bot=desk.bot.username))]


@_admins_only
async def expel(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/thuhoi 123`: takes a permission back."""
    if not incoming.text.isascii() or not incoming.text.isdecimal():
        return [Reply(wording.WHOM)]
    user = incoming.text
    gone = await desk.access.expel(int(user))
    return [Reply((wording.EXPELLED if gone else wording.NOBODY_EXPELLED).format(user=user))]


@_admins_only
async def statistics(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/thongke`: how much was asked and answered; nobody is named."""

    def work(connection: Connection) -> dict[str, float]:
        since = time.time() - _WEEK
        row = execute(
            connection,
            "SELECT COUNT(*) AS asked, COUNT(DISTINCT person) AS people, "
            "COALESCE(SUM(CASE WHEN outcome IN ('answered', 'corrected') THEN 1 ELSE 0 END), 0) "
            "AS answered, "
            "COALESCE(SUM(CASE WHEN outcome IN ('unknown', 'out_of_scope') THEN 1 ELSE 0 END), 0) "
            "AS unknown, COALESCE(AVG(milliseconds), 0) AS ms "
            "FROM asked WHERE asked_at > :since",
            since=since,
        ).one()
        judged = execute(
            connection,
            "SELECT COALESCE(SUM(CASE WHEN verdict = 'good' THEN 1 ELSE 0 END), 0) AS good, "
            "COALESCE(SUM(CASE WHEN verdict = 'bad' THEN 1 ELSE 0 END), 0) AS bad "
            "FROM feedback WHERE given_at > :since",
            since=since,
        ).one()
        return {**row._mapping, **judged._mapping}

    return [Reply(_STATISTICS.format(**await desk.database.run(work)))]


async def enter(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/vao MÃ`, or `/start MÃ` from the link."""
    if await desk.access.redeem(incoming.user_id, incoming.text):
        return [Reply(wording.WELCOME_IN)]
    return [Reply(wording.WRONG_CODE)]
