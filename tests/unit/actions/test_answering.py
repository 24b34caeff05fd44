import asyncio
import datetime as dt
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import APOLOGY, LONGEST_QUESTION, ActionAnswer
from actions.service import assistant
from knowledge.questions.entry import Reason
from knowledge.questions.record import Record
from knowledge.questions.recorder import recorder
from knowledge.references.context import SLOTS
from tests.unit.builders import NEW, OLD

WHO_SIGNED = f"Ai ký Quyết định {NEW}?"


@pytest.fixture(autouse=True)
def _own_assistant(served: Path) -> Iterator[None]:
    assistant.cache_clear()
    yield
    assistant.cache_clear()


class Said:
    """What the action said and did to one message."""

    def __init__(
        self,
        text: str | None,
        *,
        channel: str | None = "rest",
        slots: dict[str, Any] | None = None,
        **message: Any,
    ):
        tracker = Tracker.from_dict(
            {
                "sender_id": "người-hỏi-1",
                "slots": dict.fromkeys(SLOTS) | (slots or {}),
                "latest_message": {"text": text, "intent": {"name": "ask"}} | message,
                "events": [
                    {"event": "user", "text": "trước đó", "input_channel": "khác"},
                    {"event": "action", "name": "action_listen"},
                    {"event": "user", "text": text, "input_channel": channel},
                ],
            }
        )
        dispatcher = CollectingDispatcher()
        self.events = asyncio.run(ActionAnswer().run(dispatcher, tracker, {}))
        (self.message,) = dispatcher.messages
        self.text = self.message["text"]
        self.payload = self.message["custom"]

    @property
    def slots(self) -> dict[str, Any]:
        assert all(event["event"] == "slot" for event in self.events)
        return {event["name"]: event["value"] for event in self.events}


def test_the_action_has_the_name_that_the_domain_calls():
    assert ActionAnswer().name() == "action_answer"


def test_the_question_is_answered_from_the_index():
    said = Said(WHO_SIGNED)
    assert "Trần Thị Mới" in said.text
    assert said.message["buttons"] == []


@pytest.mark.parametrize("channel", ["rest", "telegram", "callback", None])
def test_text_and_structure_go_to_channels_that_can_show_them(channel: str | None):
    said = Said(WHO_SIGNED, channel=channel)
    assert said.payload["text"] == said.text
    assert said.payload["outcome"] == "answered"
    assert said.payload["as_of"] == "2018-06-30"
    assert json.loads(json.dumps(said.payload))


def test_the_terminal_gets_the_text_alone():
    said = Said(WHO_SIGNED, channel="cmdline")
    assert "Trần Thị Mới" in said.text
    assert not said.payload


def test_every_slot_is_set_and_none_stays_from_before():
    said = Said(WHO_SIGNED, slots={"criterion": "1.1", "region": "TN", "subject": "cũ"})
    assert set(said.slots) == set(SLOTS)
    assert said.slots["document"] == NEW
    assert said.slots["aspect"] == "signer"
    assert said.slots["criterion"] is None
    assert said.slots["region"] == "TN"


def test_the_slots_are_what_the_answer_carries():
    said = Said("chỉ tiêu 1.1 vùng Tây Nguyên")
    assert said.slots == said.payload["context"]
    assert (said.slots["criterion"], said.slots["region"]) == ("1.1", "TN")


def test_a_follow_up_leans_on_the_slots():
    for number in (OLD, NEW):
        first = Said(f"Ai ký Quyết định {number}?")
        second = Said("văn bản đó ban hành ngày nào?", slots=first.slots)
        assert number in second.text.splitlines()[0]


def test_a_button_brings_the_context_of_its_own_answer():
    first, last = Said(f"Ai ký Quyết định {OLD}?"), Said(WHO_SIGNED)
    button = {"payload": {"context": first.slots}}
    said = Said("văn bản đó ban hành ngày nào?", slots=last.slots, metadata=button)
    assert OLD in said.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "slots", "level"),
    [
        ("chỉ tiêu 1.1 quy định bao nhiêu?", {}, "70%"),
        ("chỉ tiêu 1.1 vùng Đông Nam Bộ quy định bao nhiêu?", {}, "100%"),
        ("chỉ tiêu 1.1 quy định bao nhiêu?", {"region": "DNB"}, "100%"),
    ],
)
def test_a_place_set_once_holds_where_the_conversation_names_none(
    question: str, slots: dict[str, str], level: str
):
    own_place = {"payload": {"place": {"region": "TN", "province": None}}}
    assert level in Said(question, slots=slots, metadata=own_place).text.splitlines()[0]


def test_small_talk_that_rasa_recognised_is_answered_as_such():
    said = Said("alo bạn ơi", intent={"name": "greet", "confidence": 0.99})
    assert said.payload["kind"] == "courtesy"


@pytest.mark.parametrize(("filling", "read"), [(LONGEST_QUESTION, False), (50, True)])
def test_only_the_beginning_of_an_endless_message_is_read(filling: int, read: bool):
    assert ("Trần Thị Mới" in Said(" " * filling + WHO_SIGNED).text) is read


@pytest.mark.parametrize(
    "message",
    [
        {"text": ""},
        {"text": None},
        {"intent": None},
        {"metadata": None},
        {"metadata": {"payload": None}},
        {"metadata": {"other": 1}},
    ],
)
def test_a_message_without_text_or_intent_is_answered(message: dict[str, Any]):
    text = message.pop("text", WHO_SIGNED)
    said = Said(text, **message)
    assert said.text
    assert said.text != APOLOGY


def test_without_an_index_the_person_gets_an_apology_and_the_log_the_cause(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setenv("NTM_INDEX", str(tmp_path / "nowhere"))
    said = Said(WHO_SIGNED)
    assert (said.text, said.payload, said.events) == (APOLOGY, {}, [])
    (record,) = [record for record in caplog.records if record.name == "actions.answering"]
    assert record.levelno == logging.ERROR
    assert "người-hỏi-1" in record.getMessage()
    assert "NoIndexError" in caplog.text
    assert str(tmp_path / "nowhere") in caplog.text


@pytest.mark.parametrize(
    ("slots", "cause"), [({"aspect": "no such aspect"}, "ValueError"), ({"period": 5}, "Error")]
)
def test_a_slot_that_cannot_be_understood_is_met_with_an_apology_as_well(
    slots: dict[str, Any], cause: str, caplog: pytest.LogCaptureFixture
):
    said = Said("văn bản đó thì sao?", slots=slots)
    assert said.text == APOLOGY
    assert cause in caplog.text


def test_the_apology_tells_nothing_of_the_cause(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NTM_TODAY", "hôm nay")
    said = Said(WHO_SIGNED, channel="cmdline")
    assert said.text == APOLOGY
    assert "NTM_TODAY" not in json.dumps(said.message)


def test_it_answers_again_once_the_cause_is_gone(
    served: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    current = served / "current"
    name = current.read_text(encoding="utf-8")
    current.unlink()
    assert Said(WHO_SIGNED).text == APOLOGY
    current.write_text(name, encoding="utf-8")
    assert "Trần Thị Mới" in Said(WHO_SIGNED).text


def test_questions_asked_at_once_are_all_answered():
    async def ask(question: str) -> str:
        tracker = Tracker.from_dict(
            {"sender_id": question, "slots": {}, "latest_message": {"text": question}}
        )
        dispatcher = CollectingDispatcher()
        await ActionAnswer().run(dispatcher, tracker, {})
        return str(dispatcher.messages[0]["text"])

    async def all_at_once() -> list[str]:
        return await asyncio.gather(
            *(ask(f"Ai ký Quyết định {(OLD, NEW)[turn % 2]}?") for turn in range(10))
        )

    for turn, text in enumerate(asyncio.run(all_at_once())):
        assert ("Nguyễn Văn Cũ", "Trần Thị Mới")[turn % 2] in text


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Giá vàng hôm nay, gọi 0912345678", ["Giá vàng hôm nay, gọi [số điện thoại]"]),
        (WHO_SIGNED, []),
        ("xin chào", []),
    ],
)
def test_a_question_without_an_answer_is_kept_for_the_maintainers(question: str, kept: list[str]):
    Said(question)
    recorder().close()
    record = Record.from_settings()
    assert [entry.question for entry in record.entries(dt.date(2018, 6, 30))] == kept


def test_a_question_that_was_met_with_an_apology_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("NTM_INDEX", str(tmp_path / "nowhere"))
    Said(WHO_SIGNED)
    recorder().close()
    (entry,) = Record.from_settings().entries(dt.date(2018, 6, 30))
    assert entry.reason is Reason.FAILED


def test_a_record_that_cannot_be_written_changes_no_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("NTM_QUESTIONS", str(tmp_path / "file" / "questions.db"))
    said = Said("Giá vàng hôm nay")
    recorder().close()
    assert said.payload["outcome"] == "out_of_scope"
    assert "NTM_QUESTIONS" in caplog.text
