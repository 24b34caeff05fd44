import asyncio
import time

from bot.telegram.pacing import Flood, Pacing


def test_one_message_a_second_to_one_chat_and_others_do_not_wait():
    async def scenario():
        pacing = Pacing()
        started = time.monotonic()
        await pacing.turn(1)
        await pacing.turn(2)
        assert time.monotonic() - started < 0.5
        await pacing.turn(1)
        assert time.monotonic() - started >= 0.9

    asyncio.run(scenario())


def test_a_chat_that_telegram_holds_back_waits_alone():
    async def scenario():
        pacing = Pacing()
        pacing.hold(1, 0.6)
        started = time.monotonic()
        await pacing.turn(2)
        assert time.monotonic() - started < 0.3
        await pacing.turn(1)
        assert time.monotonic() - started >= 0.5

    asyncio.run(scenario())


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_a_flood_waits_and_is_told_once():
    clock = Clock()
    flood = Flood(3, clock)
    assert [flood.delay("a") for _ in range(3)] == [0, 0, 0]
    assert flood.delay("a") == 60
    assert flood.delay("b") == 0
    assert flood.tell("a")
    assert not flood.tell("a")
    clock.now += 200
    assert flood.delay("a") == 0
    assert flood.tell("a")
