import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot import processes, serving
from knowledge import settings
from knowledge.assistant import Assistant
from knowledge.indexing.build import build
from knowledge.retrieval.embedding import EmbeddingModel

TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Started:
    """The running system, and a library assistant over the same index."""

    addresses: serving.Addresses
    assistant: Assistant

    def say(self, sender, text):
        reply = httpx.post(
            f"{self.addresses.rasa}/webhooks/rest/webhook",
            json={"sender": sender, "message": text},
            timeout=60,
        )
        assert reply.status_code == 200
        return reply.json()

    def answer(self, sender, text):
        structured = [
            message["custom"] for message in self.say(sender, text) if "custom" in message
        ]
        assert len(structured) == 1
        return structured[0]


@pytest.fixture(scope="session", autouse=True)
def _own_questions(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTM_QUESTIONS", str(tmp_path_factory.mktemp("questions") / "questions.db"))
        yield


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    model = EmbeddingModel(settings.embedding_model())
    build([settings.shipped_documents()], folder, model, report=lambda step: None)
    return folder


@pytest.fixture(scope="session")
def started(index_folder, tmp_path_factory):
    extra = {"NTM_INDEX": str(index_folder), "NTM_TODAY": TODAY.isoformat(), "NTM_DOCUMENTS": ""}
    logs = tmp_path_factory.mktemp("logs")
    ports = processes.free_port(), processes.free_port()
    with serving.system(*ports, logs, **extra) as addresses:
        assistant = Assistant(index_folder, EmbeddingModel(settings.embedding_model()))
        yield Started(addresses, assistant)
