"""👍, 👎 with a reason, and /gopy."""

from __future__ import annotations

import time

from bot.telegram import buttons
from bot.telegram.answers import Answer
from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Reply
from knowledge.questions.recorder import recorder

REMARK = "remark"
_THANKS = "Cảm ơn góp ý của anh/chị; người phụ trách kho sẽ xem."
_SAY_IT = "Anh/chị viết góp ý trong tin nhắn tiếp theo (trong 10 phút), tôi sẽ ghi lại."
_WHY = "Tiếc quá. Câu trả lời chưa đạt ở điểm nào?"
_NOTED = "Đã ghi nhận: {reason}. Anh/chị muốn nói rõ hơn thì dùng /gopy."
_GOOD = "✅ Hữu ích"
_BAD = "☑️ Chưa đạt"


async def remark(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/gopy`, with the remark behind it or in the next message."""
    if not incoming.text:
        await desk.expect(incoming, REMARK)
        return [Reply(_SAY_IT)]
    await _keep(desk, incoming, "remark", remark=incoming.text)
    return [Reply(_THANKS)]


async def good(desk: Desk, incoming: Incoming, answer: Answer, digest: str) -> list[Reply]:
    """👍, kept and shown."""
    await _keep(desk, incoming, "good", digest)
    return [_marked(incoming, answer, digest, _GOOD)]


async def bad(desk: Desk, incoming: Incoming, answer: Answer, digest: str) -> list[Reply]:
    """👎: asks what was wrong."""
    await _keep(desk, incoming, "bad", digest)
    recorder().disliked(answer)
    return [
        _marked(incoming, answer, digest, _BAD),
        Reply(_WHY, buttons=buttons.reasons(digest), reply_to=incoming.message_id),
    ]


async def why(
    desk: Desk, incoming: Incoming, answer: Answer, digest: str, code: str
) -> list[Reply]:
    """The reason after 👎."""
    reason = buttons.REASONS.get(code)
    if reason is None:
        return [Reply(_SAY_IT)]
    await _keep(desk, incoming, code, digest)
    recorder().disliked(answer, reason)
    return [Reply(edits=incoming.message_id), Reply(_NOTED.format(reason=reason.lower()))]


def _marked(incoming: Incoming, answer: Answer, digest: str, words: str) -> Reply:
    keyboard = buttons.under(answer, digest, judged=words)
    return Reply(buttons=keyboard, edits=incoming.message_id)


async def _keep(
    desk: Desk, incoming: Incoming, verdict: str, digest: str = "", remark: str = ""
) -> None:
    await desk.database.run(
        lambda connection: execute(
            connection,
            # The update's number makes it one remark, however often the update is handled.
            "INSERT INTO feedback (id, person, answer, verdict, remark, given_at) "
            "VALUES (:id, :person, :answer, :verdict, :remark, :now) ON CONFLICT (id) DO NOTHING",
            id=str(incoming.update_id),
            person=desk.people.person(incoming.user_id),
            answer=digest or None,
            verdict=verdict,
            remark=remark or None,
            now=time.time(),
        )
    )
