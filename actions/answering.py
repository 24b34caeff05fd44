"""`action_answer`: translates a tracker into a question and an answer into messages."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.service import assistant
from knowledge.answering.answer import Answer
from knowledge.corpus.history import Station
from knowledge.questions.recorder import recorder
from knowledge.references.context import SLOTS, Context

_log = logging.getLogger(__name__)

APOLOGY = (
    "Xin lỗi, tôi gặp trục trặc khi tra cứu nên chưa trả lời được câu này. "
    "Lỗi đã được ghi lại; anh/chị hỏi lại sau ít phút giúp tôi."
)
# Channels that print a structured payload as raw JSON get the plain text alone.
_TEXT_ONLY_CHANNELS = frozenset({"cmdline"})
# Questions longer than this are cut: no question needs more, and work stays bounded.
LONGEST_QUESTION = 2000
PLACE = ("region", "province", "group")


class ActionAnswer(Action):  # type: ignore[misc]  # rasa-sdk ships no types
    """Answers whatever was said."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Answers the latest message; says sorry and logs the cause if that fails."""
        try:
            answer, line = await asyncio.to_thread(_ask, tracker)
        except Exception:
            # Whatever went wrong, the person gets a reply: Rasa itself would stay silent.
            _log.exception("không trả lời được trong cuộc trò chuyện %s", tracker.sender_id)
            recorder().failed(_text(tracker))
            dispatcher.utter_message(text=APOLOGY)
            return []
        if tracker.get_latest_input_channel() in _TEXT_ONLY_CHANNELS:
            dispatcher.utter_message(text=answer.text)
        else:
            value = answer.as_json() | {"history": [station.as_json() for station in line]}
            dispatcher.utter_message(text=answer.text, json_message=value)
        return [SlotSet(name, value) for name, value in answer.context.as_slots().items()]


def _ask(tracker: Tracker) -> tuple[Answer, list[Station]]:
    message = tracker.latest_message
    intent = (message.get("intent") or {}).get("name")
    carried = _carried(tracker, (message.get("metadata") or {}).get("payload") or {})
    text = _text(tracker)
    answer = assistant().ask(text, before=carried, courtesy=intent)
    recorder().answered(text, answer)
    return answer, assistant().history(answer)


def _text(tracker: Tracker) -> str:
    return str(tracker.latest_message.get("text") or "")[:LONGEST_QUESTION]


def _carried(tracker: Tracker, payload: dict[str, Any]) -> Context:
    """What the message can lean on.

    A button belongs to the answer it stands under, so it brings that answer's context along,
    however far the conversation has moved on; a place that the person has set once holds
    where the conversation names none.
    """
    values = {name: tracker.get_slot(name) for name in SLOTS}
    if "context" in payload:
        values = {name: payload["context"].get(name) for name in SLOTS}
    place = {name: payload.get("place", {}).get(name) for name in PLACE}
    if any(place.values()) and not any(values[name] for name in PLACE):
        values |= place
    return Context(**values)
