import asyncio
import re
import time

import pytest

from bot.telegram.inbox import Inbox
from bot.telegram.pacing import Pacing
from bot.telegram.rasa import AnswerFailedError, RasaAwayError, RasaSilentError
from bot.telegram.sender import Sender
from bot.telegram.worker import Worker
from tests.unit.telegram.conftest import FakeRasa
from tests.unit.telegram.updates import message

NOTICE = re.compile(r"Mã sự việc: ([0-9A-F]{6})")


class NoPacing(Pacing):
    async def turn(self, chat_id):
        pass


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr("bot.telegram.worker._LONGEST_WAIT", 0.05)


def work(desk, bot, *updates, seconds=5.0):
    """Works until the inbox is empty; returns the texts sent."""

    async def painter(digest):
        return None

    async def scenario():
        inbox = Inbox(desk.database)
        await inbox.add(updates)
        worker = Worker(desk, inbox, Sender(bot, NoPacing(), painter))
        task = asyncio.create_task(worker.run())
        end = time.monotonic() + seconds
        await asyncio.sleep(0.05)
        while await inbox.open_lanes():
            assert time.monotonic() < end, bot.texts()
            await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(scenario())
    return bot.texts()


def desk_with(make_desk, rasa, **options):
    desk = make_desk(**options)
    object.__setattr__(desk, "rasa", rasa)
    return desk


def test_a_question_is_answered(desk, bot):
    (text,) = work(desk, bot, message("tiêu chí 18"))
    assert "318/QĐ-TTg" in text


@pytest.mark.parametrize("error", [RasaAwayError("x"), RasaSilentError("x")])
def test_an_outage_gets_one_apology_and_a_late_answer_to_the_message(make_desk, bot, answer, error):
    desk = desk_with(make_desk, FakeRasa(error, error, error, answer))
    apology, late = work(desk, bot, message("tiêu chí 18"))
    notice = NOTICE.search(apology)[1]
    assert "⏰" in late
    assert notice in late
    assert "318/QĐ-TTg" in late


def test_questions_behind_one_that_waits_are_told_and_keep_their_order(make_desk, bot, answer):
    error = RasaAwayError("x")
    rasa = FakeRasa(error, error, answer)
    desk = desk_with(make_desk, rasa)
    texts = work(desk, bot, message("thứ nhất"), message("thứ hai"), message("/help"))
    assert sum("được giữ lại" in text for text in texts) == 2
    assert sum("Cách hỏi" in text for text in texts) == 1
    assert [text for text, _ in rasa.asked][-2:] == ["thứ nhất", "thứ hai"]


def test_a_question_that_the_action_cannot_answer_is_given_up(make_desk, bot):
    desk = desk_with(make_desk, FakeRasa(AnswerFailedError("x")))
    first, last = work(desk, bot, message("tiêu chí 18"))
    assert NOTICE.search(first)[1] == NOTICE.search(last)[1]
    assert "vẫn không trả lời được" in last


def test_a_bug_is_told_with_an_id_that_is_in_the_log(make_desk, bot, caplog):
    desk = desk_with(make_desk, FakeRasa(ZeroDivisionError()))
    (text,) = work(desk, bot, message("tiêu chí 18"))
    assert NOTICE.search(text)[1] in caplog.text


def test_what_cannot_be_read_holds_nothing_up(desk, bot):
    broken = message("x")
    broken["message"]["chat"] = {"id": 7}
    assert len(work(desk, bot, broken, message("tiêu chí 18"))) == 1


def test_old_questions_get_one_apology(make_desk, bot):
    old = time.time() - 50 * 3600
    texts = work(
        make_desk(recent_hours=10),
        bot,
        message("cũ một", date=old),
        message("cũ hai", date=old),
        message("mới"),
    )
    assert len(texts) == 2
    assert "2 tin nhắn" in texts[0]
    assert "cũ một" in texts[0]


def test_replies_left_by_an_earlier_process_are_sent_without_asking_again(desk, bot, rasa):
    async def earlier():
        from bot.telegram.replies import Reply

        inbox = Inbox(desk.database)
        await inbox.add([message("tiêu chí 18")])
        item = await inbox.next("7:7", -1)
        await inbox.answer(item, [Reply("một"), Reply("hai")])
        await inbox.sent(item, 0)

    asyncio.run(earlier())
    assert work(desk, bot) == ["hai"]
    assert rasa.asked == []


def test_a_flood_is_told_once(make_desk, bot, monkeypatch):
    monkeypatch.setattr("bot.telegram.pacing._MINUTE", 0.3)
    texts = work(make_desk(per_minute=2), bot, *[message("/help") for _ in range(5)])
    assert sum("nhanh quá" in text for text in texts) >= 1
    assert sum("Cách hỏi" in text for text in texts) == 5
