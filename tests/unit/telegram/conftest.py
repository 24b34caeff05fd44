import asyncio
import json
import os

import pytest

from bot.telegram.database import Database
from bot.telegram.desk import Desk
from bot.telegram.options import Options
from bot.telegram.people import People

os.environ["PTB_TIMEDELTA"] = "true"

BOT_ID = 4242
BOT_NAME = "ntm_bot"

ANSWER = {
    "id": "abc",
    "outcome": "answered",
    "kind": "basis",
    "text": "Tiêu chí 18:\n- Giai đoạn 2016-2020: có\n- Giai đoạn 2021-2025: <có>\n\n"
    "Căn cứ: Quyết định 318/QĐ-TTg.",
    "as_of": "2026-11-22",
    "period": "2021-2025",
    "table": None,
    "citations": [
        {
            "document": "318/QĐ-TTg",
            "provision": "Phụ lục I",
            "nature": "digest",
            "text": "tiêu chí 18",
            "sources": ["https://a?b&c"],
        }
    ],
    "suggestions": ["Hỏi gì tiếp?"],
    "confidence": 1.0,
    "context": {"criterion": "18", "level": None},
    "abstained": False,
    "history": [],
}


@pytest.fixture
def answer():
    return json.loads(json.dumps(ANSWER))


@pytest.fixture(autouse=True)
def _secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("NTM_SECRETS", str(tmp_path / "secrets"))


@pytest.fixture
def database(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    asyncio.run(database.migrate())
    yield database
    asyncio.run(database.close())


class FakeRasa:
    """Answers with what it is given; an exception is raised."""

    def __init__(self, *replies):
        self.replies = list(replies)
        self.asked = []
        self.forgotten = []

    async def ask(self, conversation, text, update_id, payload):
        self.asked.append((text, payload))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply

    async def forget(self, conversation):
        self.forgotten.append(conversation)

    async def forget_before(self, moment):
        self.before = moment

    async def export(self, conversation):
        return [{"who": "user", "text": "câu hỏi"}]


class FakeBot:
    """Notes every call; fails as often as it is told to."""

    id = BOT_ID
    username = BOT_NAME

    def __init__(self):
        self.calls = []
        self.errors = []

    def __getattr__(self, method):
        async def call(*arguments, **named):
            self.calls.append((method, arguments, named))
            if self.errors:
                error = self.errors.pop(0)
                if error is not None:
                    raise error

        return call

    def texts(self):
        return [arguments[1] for method, arguments, _ in self.calls if method == "send_message"]


@pytest.fixture
def bot():
    return FakeBot()


@pytest.fixture
def rasa(answer):
    return FakeRasa(answer)


@pytest.fixture
def make_desk(database, bot, rasa):
    def make(**options):
        chosen = Options(token="1:x", api_url="", rasa_url="", database_url="", **options)
        return Desk(chosen, database, bot, rasa, People(database, "muối"))

    return make


@pytest.fixture
def desk(make_desk):
    return make_desk()
