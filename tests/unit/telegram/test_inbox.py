import asyncio

from bot.telegram.inbox import Inbox
from bot.telegram.items import State
from bot.telegram.replies import Button, Reply
from tests.unit.telegram.updates import message


def test_an_update_is_kept_once(database):
    async def scenario():
        inbox = Inbox(database)
        update = message("a")
        assert await inbox.add([update, update]) == ["7:7"]
        assert await inbox.add([update]) == []
        item = await inbox.next("7:7", -1)
        await inbox.done(item)
        assert await inbox.add([update]) == []
        assert await inbox.open_lanes() == []

    asyncio.run(scenario())


def test_updates_of_a_lane_come_by_number_whatever_the_order_they_arrived_in(database):
    async def scenario():
        inbox = Inbox(database)
        first, second = message("a"), message("b")
        await inbox.add([second])
        await inbox.add([first])
        item = await inbox.next("7:7", -1)
        assert item.update_id == first["update_id"]
        assert (await inbox.next("7:7", item.update_id)).update_id == second["update_id"]

    asyncio.run(scenario())


def test_replies_wait_until_they_are_sent(database):
    async def scenario():
        inbox = Inbox(database)
        await inbox.add([message("a")])
        item = await inbox.next("7:7", -1)
        replies = [Reply("một", buttons=((Button("x", "y"),),)), Reply("hai", reply_to=3)]
        await inbox.answer(item, replies)
        assert await inbox.unsent(item) == list(enumerate(replies))
        await inbox.sent(item, 0)
        assert await inbox.unsent(item) == [(1, replies[1])]
        item = await inbox.next("7:7", -1)
        assert item.state is State.ANSWERED

    asyncio.run(scenario())


def test_what_was_said_is_gone_when_it_is_done(database, tmp_path):
    async def scenario():
        inbox = Inbox(database)
        await inbox.add([message("noi rieng 4711", user=987654)])
        item = await inbox.next("7:987654", -1)
        await inbox.answer(item, [Reply("dap rieng 4712")])
        await inbox.done(item)
        await database.run(lambda c: c.exec_driver_sql("SELECT 1"))
        await database.close()

    asyncio.run(scenario())
    content = (tmp_path / "test.db").read_bytes()
    for words in ("noi rieng 4711", "dap rieng 4712", "987654"):
        assert words.encode() not in content


def test_half_a_surrogate_pair_can_be_kept(database):
    async def scenario():
        inbox = Inbox(database)
        await inbox.add([message("\ud83d nửa chữ \x00")])
        assert "ud83d" in (await inbox.next("7:7", -1)).body

    asyncio.run(scenario())


def test_a_late_update_keeps_its_notice_and_its_time(database):
    async def scenario():
        inbox = Inbox(database)
        await inbox.add([message("a")])
        item = await inbox.next("7:7", -1)
        await inbox.postpone(item, 5.0, "ABC", [Reply("đợi")])
        item = await inbox.next("7:7", -1)
        assert (item.state, item.attempts, item.notice) == (State.LATE, 1, "ABC")
        assert await inbox.next_try("7:7") == 5.0
        await inbox.answer(item, [Reply("đây")])
        assert [reply.html for _, reply in await inbox.unsent(item)] == ["đợi", "đây"]

    asyncio.run(scenario())
