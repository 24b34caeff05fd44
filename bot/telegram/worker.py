"""Works the inbox off: in order within a lane, lanes side by side.

Nothing here is remembered that is not in the database too; after a kill the
worker goes on where it was.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Coroutine, Iterable
from dataclasses import replace

from bot.telegram import incoming, rendering, wording
from bot.telegram.activity import shown_at_work
from bot.telegram.desk import Desk
from bot.telegram.handlers import router
from bot.telegram.inbox import Inbox
from bot.telegram.incoming import Form, Incoming
from bot.telegram.items import Item, State
from bot.telegram.pacing import Flood
from bot.telegram.rasa import AnswerFailedError, RasaError, RasaSilentError
from bot.telegram.replies import Reply
from bot.telegram.sender import Sender, UndeliverableError

_log = logging.getLogger(__name__)

# Rasa works on one message at a time; more at once would only wait there, against its budget.
_AT_ONCE = 16
_LONGEST_WAIT = 20.0
_LONGEST_WAIT_LATER = 300.0
_LATER = 30
# Failures of a question after which those behind it are no longer held back, if others have
# been answered within so many seconds.
_HOLDS_BACK = 3
_LATELY = 10.0
# Failures after which a question that the action cannot answer is given up.
_GIVES_UP = 6
_AFTER_A_BUG = 5.0
_LISTED = 10
_LISTED_LENGTH = 80


class Worker:
    """Takes up what is in the inbox and sees that each update gets its replies."""

    def __init__(self, desk: Desk, inbox: Inbox, sender: Sender):
        self._desk = desk
        self._inbox = inbox
        self._sender = sender
        self._flood = Flood(desk.options.per_minute)
        self._asking = asyncio.Semaphore(_AT_ONCE)
        self._answered_at = -_LATELY
        self._wakes: dict[str, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def arrived(self, lanes: Iterable[str]) -> None:
        """Something new is in these lanes."""
        for lane in lanes:
            if lane in self._wakes:
                self._wakes[lane].set()
            else:
                self._wakes[lane] = asyncio.Event()
                self._spawn(self._work(lane))

    async def run(self) -> None:
        """Takes up what an earlier process left; works until cancelled."""
        self.arrived(await self._inbox.open_lanes())
        try:
            await asyncio.Event().wait()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, lane: str) -> None:
        """Works a lane until it is empty."""
        wake = self._wakes[lane]
        while True:
            wake.clear()
            try:
                await self._pass(lane)
                moment = await self._inbox.next_try(lane)
                pause = None if moment is None else max(0.1, moment - time.time())
            except Exception:
                _log.exception("lỗi ngoài dự tính khi xử lý một cuộc trò chuyện")
                pause = _AFTER_A_BUG
            if pause is not None:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(wake.wait(), pause)
            elif not wake.is_set():
                del self._wakes[lane]
                return

    async def _pass(self, lane: str) -> None:
        await self._apologise_for_old(lane)
        held_back = False
        after = -1
        while (item := await self._inbox.next(lane, after)) is not None:
            after = item.update_id
            held_back = await self._deal_with(item, held_back)

    async def _deal_with(self, item: Item, held_back: bool) -> bool:
        """Deals with one update; returns whether those behind it have to wait for it."""
        await self._deliver(item)
        if item.state is State.ANSWERED:
            await self._inbox.done(item)
            return held_back
        said = self._read(item)
        if said is None or said.form is Form.NOTHING:
            await self._inbox.done(item)
            return held_back
        if held_back and router.needs_rasa(said):
            if item.state is State.NEW:
                await self._postpone(item, wording.WHY_WAITING, "một câu trước đó đang chờ")
            return True
        if item.state is State.NEW:
            await self._slow_down(item)
        try:
            async with self._asking, shown_at_work(self._desk.bot, said, self._spawn):
                replies = await router.handle(self._desk, said)
        except RasaError as error:
            return await self._failed(item, error) or held_back
        except Exception:
            notice = _new_notice()
            _log.exception("sự việc %s: lỗi khi xử lý cập nhật %d", notice, item.update_id)
            replies = [Reply(wording.BROKEN.format(notice=notice))]
        else:
            if router.needs_rasa(said):
                self._answered_at = time.monotonic()
        if item.notice is not None:
            replies = _late(replies, item.notice, said)
        await self._inbox.answer(item, replies)
        await self._deliver(item)
        await self._inbox.done(item)
        return held_back

    def _read(self, item: Item) -> Incoming | None:
        try:
            return incoming.read(item.body, self._desk.bot.id, self._desk.bot.username)
        except Exception:
            # Nothing a person can send looks like this, so there is nobody to tell.
            _log.exception("cập nhật %d không đọc được, bỏ qua", item.update_id)
            return None

    async def _deliver(self, item: Item) -> None:
        chat_id = int(item.lane.partition(":")[0])
        for part, reply in await self._inbox.unsent(item):
            try:
                await self._sender.send(chat_id, reply)
            except UndeliverableError as error:
                _log.warning("không gửi được trả lời cho cập nhật %d: %s", item.update_id, error)
            await self._inbox.sent(item, part)

    async def _failed(self, item: Item, error: RasaError) -> bool:
        """Apologises, once, and keeps the question; or gives it up."""
        attempts = item.attempts + 1
        if isinstance(error, AnswerFailedError) and attempts >= _GIVES_UP:
            notice = item.notice or _new_notice()
            _log.error("sự việc %s: bỏ sau %d lần thử: %s", notice, attempts, error)
            await self._inbox.answer(item, [Reply(wording.GAVE_UP.format(notice=notice))])
            await self._deliver(item)
            await self._inbox.done(item)
            return False
        why = {AnswerFailedError: wording.WHY_FAILED, RasaSilentError: wording.WHY_SILENT}
        await self._postpone(item, why.get(type(error), wording.WHY_AWAY), str(error))
        # Where nobody is answered it is not the question: those behind it would fail as well,
        # or overtake it at the moment when Rasa comes back.
        nobody_is = time.monotonic() - self._answered_at > _LATELY
        return nobody_is or attempts < _HOLDS_BACK

    async def _postpone(self, item: Item, why: str, cause: str) -> None:
        longest = _LONGEST_WAIT if item.attempts < _LATER else _LONGEST_WAIT_LATER
        wait = min(2.0 ** min(item.attempts, 10), longest)
        notice = item.notice or _new_notice()
        replies = []
        if item.notice is None:
            replies.append(Reply(wording.AWAY.format(why=why, notice=notice)))
        _log.warning(
            "sự việc %s: cập nhật %d chưa trả lời được, thử lại sau %.0f giây: %s",
            notice,
            item.update_id,
            wait,
            cause,
        )
        await self._inbox.postpone(item, time.time() + wait, notice, replies)
        await self._deliver(item)

    async def _apologise_for_old(self, lane: str) -> None:
        """After a long outage: one apology for all that is too old to be answered."""
        moment = time.time() - self._desk.options.recent_hours * 3600
        items = await self._inbox.older(lane, moment)
        read = [(item, self._read(item)) for item in items]
        old = [(item, said) for item, said in read if said and said.form is not Form.NOTHING]
        if not old:
            return
        texts = [said.text[:_LISTED_LENGTH] for _, said in old if said.text]
        listed = "".join(f"\n• <i>{rendering.escape(text)}</i>" for text in texts[-_LISTED:])
        notice = _new_notice()
        _log.warning("sự việc %s: %d tin nhắn quá cũ, chỉ xin lỗi", notice, len(old))
        text = wording.TOO_OLD.format(count=len(old), list=listed, notice=notice)
        await self._inbox.give_up([item for item, _ in old], Reply(text))

    async def _slow_down(self, item: Item) -> None:
        wait = self._flood.delay(item.lane)
        if not wait:
            return
        if self._flood.tell(item.lane):
            chat_id = int(item.lane.partition(":")[0])
            with contextlib.suppress(UndeliverableError):
                await self._sender.send(chat_id, Reply(wording.SLOW_DOWN))
        await asyncio.sleep(wait)


def _late(replies: list[Reply], notice: str, said: Incoming) -> list[Reply]:
    """The replies, marked as late and put to the message they answer."""
    if not replies:
        return replies
    number = next((at for at, reply in enumerate(replies) if reply.edits is None), 0)
    first = replies[number]
    text = wording.LATE.format(notice=notice)
    head = [Reply(text.strip(), reply_to=said.message_id)] if first.picture else []
    if not head:
        first = replace(first, html=text + first.html, reply_to=said.message_id)
    return [*replies[:number], *head, first, *replies[number + 1 :]]


def _new_notice() -> str:
    return secrets.token_hex(3).upper()
