import asyncio
import json
from types import SimpleNamespace

import pytest
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import connector, forgetting
from bot.secrets import CONNECTOR, HEADER, secret


@pytest.fixture(autouse=True)
def _secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("NTM_SECRETS", str(tmp_path / "secrets"))


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("tiêu chí 18", "tiêu chí 18"),
        ("/restart", "restart"),
        (" \n//  /session_start", "session_start"),
        ("\u200b/\u202e/goodbye", "goodbye"),
        ("/1980/QĐ-TTg", "1980/QĐ-TTg"),
        ("EXTERNAL: /ask", "ask"),
        ("///", "?"),
        ("", "?"),
    ],
)
def test_a_text_is_never_a_command(typed, safe):
    assert connector.harmless(typed) == safe


def test_a_text_has_an_end():
    assert len(connector.harmless("a" * 100_000)) == connector.LONGEST_TEXT


def request(body, key=None):
    headers = {HEADER: secret(CONNECTOR) if key is None else key}
    return SimpleNamespace(headers=headers, json=body)


@pytest.mark.parametrize(
    ("body", "key", "status"),
    [
        ({"sender": "a", "text": "b"}, "", 403),
        ({"sender": "a", "text": "b"}, "đoán", 403),
        ([], None, 400),
        ({"sender": "a"}, None, 400),
        ({"sender": 5, "text": "b"}, None, 400),
    ],
)
def test_what_is_not_authentic_or_not_whole_is_refused(body, key, status):
    assert connector._refusal(request(body, key), "sender", "text").status == status


def test_what_is_authentic_and_whole_is_served():
    assert connector._refusal(request({"sender": "a", "text": "b"}), "sender", "text") is None


def answer(handler):
    body = {"sender": "a", "text": "/restart", "update": 7, "payload": {"place": {"region": "TN"}}}
    return asyncio.run(connector._answer(handler, body))


def test_the_payload_and_the_number_travel_beside_the_text():
    seen = []

    async def handler(message):
        seen.append(message)
        await message.output_channel.send_text_message("a", "xin chào")

    reply = answer(handler)
    assert json.loads(reply.body) == [{"recipient_id": "a", "text": "xin chào"}]
    assert seen[0].text == "restart"
    assert seen[0].metadata == {"update": 7, "payload": {"place": {"region": "TN"}}}
    assert isinstance(seen[0].output_channel, CollectingOutputChannel)


def test_a_failure_is_a_status_and_not_an_empty_answer(monkeypatch):
    async def broken(message):
        raise ValueError

    async def slow(message):
        await asyncio.sleep(5)

    assert answer(broken).status == 500
    monkeypatch.setattr(connector, "ANSWER_WITHIN", 0.05)
    assert answer(slow).status == 504


@pytest.fixture(params=["memory", "sql"])
def store(request, tmp_path):
    domain = Domain.empty()
    if request.param == "memory":
        return FailSafeTrackerStore(InMemoryTrackerStore(domain))
    return FailSafeTrackerStore(SQLTrackerStore(domain, db=str(tmp_path / "rasa.db")))


def fill(store):
    async def work():
        for name, at in (("cũ", 100.0), ("mới", 200.0)):
            tracker = DialogueStateTracker.from_events(name, [], slots=[])
            tracker.update(UserUttered("câu hỏi", timestamp=at))
            tracker.update(BotUttered("trả lời", timestamp=at + 1))
            await store.save(tracker)

    asyncio.run(work())


def said(store, name):
    return [event["text"] for event in asyncio.run(forgetting.export(store, name))]


def test_a_conversation_is_exported_and_removed(store):
    fill(store)
    assert said(store, "cũ") == ["câu hỏi", "trả lời"]
    assert asyncio.run(forgetting.forget(store, "cũ")) > 0
    assert said(store, "cũ") == []
    assert said(store, "mới") == ["câu hỏi", "trả lời"]
    assert asyncio.run(forgetting.forget(store, "chưa có")) == 0


def test_what_is_old_is_removed(store):
    fill(store)
    asyncio.run(forgetting.forget_before(store, 150.0))
    assert said(store, "cũ") == []
    assert said(store, "mới") == ["câu hỏi", "trả lời"]


def test_another_kind_of_store_is_named():
    with pytest.raises(forgetting.UnknownStoreError):
        asyncio.run(forgetting.forget(SimpleNamespace(), "a"))
