import asyncio

import pytest
from telegram import Update
from telegram.error import NetworkError

from bot.telegram.poller import poll
from tests.unit.telegram.updates import message


class Server:
    """Gives batches and notes the offsets; an exception is raised."""

    def __init__(self, *batches):
        self.batches = list(batches)
        self.offsets = []

    async def get_updates(self, offset, timeout, allowed_updates):
        self.offsets.append(offset)
        if not self.batches:
            await asyncio.Event().wait()
        batch = self.batches.pop(0)
        if isinstance(batch, Exception):
            raise batch
        return [Update.de_json(update, None) for update in batch]


class Notes:
    def __init__(self, *errors):
        self.errors = list(errors)
        self.added = []

    async def add(self, updates):
        if self.errors:
            raise self.errors.pop(0)
        self.added.append([update["update_id"] for update in updates])
        return ["7:7"]


def run(server, inbox):
    lanes = []

    async def scenario():
        await asyncio.wait_for(poll(server, inbox, lanes.extend), 0.3)

    with pytest.raises(TimeoutError):
        asyncio.run(scenario())
    return lanes


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr("bot.telegram.poller._FIRST_WAIT", 0.01)


def test_the_offset_moves_on_when_the_updates_are_kept():
    first, second = message("a"), message("b")
    server, inbox = Server([second, first], []), Notes()
    assert run(server, inbox) == ["7:7"]
    assert inbox.added == [[second["update_id"], first["update_id"]]]
    # After an empty answer nothing is open, so no offset is held against a new numbering.
    assert server.offsets == [None, second["update_id"] + 1, None]


def test_what_cannot_be_kept_is_not_acknowledged():
    server = Server([message("a")])
    with pytest.raises(ZeroDivisionError):
        asyncio.run(poll(server, Notes(ZeroDivisionError()), print))
    assert server.offsets == [None]


def test_a_failing_network_is_tried_again():
    server, inbox = Server(NetworkError("x"), [message("a")]), Notes()
    run(server, inbox)
    assert len(inbox.added) == 1
