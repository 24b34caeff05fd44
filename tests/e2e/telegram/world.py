"""What the server knows: chats, messages, updates that wait; shared between threads."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

BOT = {"id": 4242, "is_bot": True, "first_name": "Trợ lý", "username": "ntm_bot"}


@dataclass(frozen=True)
class Sent:
    """A message that the bot has sent."""

    chat_id: int
    message_id: int
    text: str
    markup: str
    reply_to: int | None
    buttons: list[list[dict[str, str]]]
    photo: bytes | None
    document: tuple[str, bytes] | None
    at: float


@dataclass
class Faults:
    """How the server misbehaves.

    Attributes:
        down_until: until then (monotonic) every call gets a 502 or loses its connection.
        too_many: share of sends that get a 429.
        broken: share of sends whose connection is lost, half of them after the message is out.
        errors: share of calls that get a 500.
        slow: longest delay of an answer, seconds.
        refuse_markup: every HTML message gets a 400.
        duplicates: share of updates that are delivered twice.
        shuffled: updates come out of order within a batch.
    """

    down_until: float = 0.0
    too_many: float = 0.0
    broken: float = 0.0
    errors: float = 0.0
    slow: float = 0.0
    refuse_markup: bool = False
    duplicates: float = 0.0
    shuffled: bool = False
    random: random.Random = field(default_factory=lambda: random.Random(7))

    def strikes(self, share: float) -> bool:
        return share > 0 and self.random.random() < share


class World:
    """Chats, the updates that the bot has not acknowledged, and what it has sent."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.news = threading.Condition(self.lock)
        self.faults = Faults()
        self.pending: list[dict[str, Any]] = []
        self.sent: list[Sent] = []
        self._by_chat: dict[int, list[Sent]] = defaultdict(list)
        self.edits: list[tuple[int, int, list[list[dict[str, str]]]]] = []
        self.answered_queries: list[str] = []
        self.typing: list[int] = []
        self.commands: list[dict[str, str]] = []
        self.violations: list[str] = []
        self.calls: dict[str, int] = defaultdict(int)
        self.polling = 0
        self.hook: dict[str, Any] = {}
        self.chats: set[int] = set()
        self.blocked: set[int] = set()
        self.files: dict[str, bytes] = {}
        self._update_ids = itertools.count(100_001)
        self._message_ids: dict[int, Iterator[int]] = defaultdict(lambda: itertools.count(1))

    # What people do

    def say(self, chat: int, text: str, user: int | None = None, **extra: Any) -> int:
        """A person says something; returns the id of the message."""
        return self._message(chat, user, {"text": text, **_entities(text), **extra})

    def send(self, chat: int, user: int | None = None, **content: Any) -> int:
        """A person sends something that is not text."""
        return self._message(chat, user, content)

    def edit(self, chat: int, message_id: int, text: str) -> None:
        """A person changes a message."""
        with self.news:
            message = self._base(chat, chat, message_id)
            message |= {"text": text, "edit_date": int(time.time())}
            self._update({"edited_message": message})

    def press(self, chat: int, data: str, message_id: int, user: int | None = None) -> None:
        """A person presses a button."""
        with self.news:
            self._update(
                {
                    "callback_query": {
                        "id": f"q{len(self.sent)}-{time.monotonic_ns()}",
                        "from": _person(user or chat),
                        "chat_instance": "x",
                        "data": data,
                        "message": {
                            "message_id": message_id,
                            "date": int(time.time()),
                            "chat": _chat(chat),
                            "from": BOT,
                            "text": "…",
                        },
                    }
                }
            )

    def _message(self, chat: int, user: int | None, content: dict[str, Any]) -> int:
        with self.news:
            message_id = self.next_message_id(chat)
            self._update({"message": self._base(chat, user or chat, message_id) | content})
            return message_id

    def _base(self, chat: int, user: int, message_id: int) -> dict[str, Any]:
        return {
            "message_id": message_id,
            "date": int(time.time()),
            "chat": _chat(chat),
            "from": _person(user),
        }

    def _update(self, content: dict[str, Any]) -> None:
        message = content.get("message") or content.get("edited_message")
        self.chats.add((message or content["callback_query"]["message"])["chat"]["id"])
        self.pending.append({"update_id": next(self._update_ids), **content})
        self.news.notify_all()

    def next_message_id(self, chat: int) -> int:
        with self.lock:
            return next(self._message_ids[chat])

    # What tests look at

    def replies(self, chat: int) -> list[Sent]:
        """What the bot has sent to a chat."""
        with self.lock:
            return list(self._by_chat[chat])

    def deliver(self, sent: Sent) -> None:
        """The bot's message has reached the chat."""
        with self.news:
            self.sent.append(sent)
            self._by_chat[sent.chat_id].append(sent)
            self.news.notify_all()

    def wait_for(self, condition: Callable[[], bool], timeout: float) -> bool:
        """Waits until something holds; looks whenever something happens."""
        deadline = time.monotonic() + timeout
        with self.news:
            while not condition():
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self.news.wait(min(left, 0.5))
            return True

    def last(self, chat: int, count: int, timeout: float = 30.0) -> list[Sent]:
        """The messages of a chat once there are at least `count`.

        Raises:
            TimeoutError: there are not, after `timeout` seconds.
        """
        if not self.wait_for(lambda: len(self.replies(chat)) >= count, timeout):
            raise TimeoutError(f"chỉ có {len(self.replies(chat))} tin nhắn: {self.replies(chat)}")
        return self.replies(chat)


def _person(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": "Cán bộ"}


def _chat(chat: int) -> dict[str, Any]:
    if chat < 0:
        return {"id": chat, "type": "supergroup", "title": "Nhóm xã"}
    return {"id": chat, "type": "private", "first_name": "Cán bộ"}


def _entities(text: str) -> dict[str, Any]:
    """Telegram marks a command only if it is made of these characters."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    name = word[1:].replace("@", "").replace("_", "")
    if not word.startswith("/") or not name or not (name.isascii() and name.isalnum()):
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(word)}]}
