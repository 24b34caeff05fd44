import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sanic import Sanic

from actions.__main__ import application
from actions.answering import APOLOGY
from actions.service import assistant
from knowledge.indexing.build import build
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import NEW

CALL = {
    "next_action": "action_answer",
    "sender_id": "1",
    "tracker": {
        "sender_id": "1",
        "slots": {},
        "latest_message": {"text": f"Ai ký Quyết định {NEW}?", "intent": {"name": "ask"}},
        "events": [{"event": "user", "input_channel": "rest"}],
    },
    "domain": {},
    "version": "3.21.0",
}


@pytest.fixture(autouse=True)
def _own_assistant(served: Path) -> Iterator[None]:
    assistant.cache_clear()
    yield
    assistant.cache_clear()


@asynccontextmanager
async def serving(app: Sanic[Any, Any]) -> AsyncIterator[httpx.AsyncClient]:
    """The application behind a real socket on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = await app.create_server(sock=listener)
        assert server
        await server.startup()
        await server.before_start()
        await server.start_serving()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            async with httpx.AsyncClient(base_url=address) as client:
                yield client
        finally:
            await server.before_stop()
            await server.close()
            await server.after_stop()


def with_server(use: Callable[[httpx.AsyncClient], Awaitable[Any]]) -> Any:
    app = application()
    app.config.TOUCHUP = False  # Sanic rewrites its own methods, which it can do once only

    async def run() -> Any:
        async with serving(app) as client:
            return await use(client)

    try:
        return asyncio.run(run())
    finally:
        Sanic.unregister_app(app)


def test_the_webhook_answers_with_text_structure_and_slots():
    async def call(client: httpx.AsyncClient) -> httpx.Response:
        return await client.post("/webhook", json=CALL)

    response = with_server(call)
    assert response.status_code == 200
    (message,) = response.json()["responses"]
    assert "Trần Thị Mới" in message["text"]
    assert message["custom"]["text"] == message["text"]
    slots = {event["name"]: event["value"] for event in response.json()["events"]}
    assert slots["document"] == NEW


def test_every_action_is_registered():
    async def call(client: httpx.AsyncClient) -> list[dict[str, str]]:
        return (await client.get("/actions")).json()

    assert with_server(call) == [{"name": "action_answer"}]


def test_other_sites_are_not_let_in():
    async def call(client: httpx.AsyncClient) -> httpx.Response:
        return await client.get("/health", headers={"Origin": "https://elsewhere.example"})

    response = with_server(call)
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert "access-control-allow-origin" not in response.headers


def test_index_and_model_are_loaded_before_the_first_call():
    assert assistant.cache_info().currsize == 0

    async def call(client: httpx.AsyncClient) -> tuple[int, bool]:
        return assistant.cache_info().currsize, "static" in vars(assistant()._model)

    assert with_server(call) == (1, True)


def test_a_new_version_is_taken_up_without_a_question(
    served: Path, documents: Path, model: EmbeddingModel
):
    async def call(client: httpx.AsyncClient) -> bool:
        name = build([documents], served, model, report=lambda _: None).name
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            loaded = assistant()._live._index
            if loaded and loaded.manifest.name == name:
                return True
            await asyncio.sleep(0.1)
        return False

    assert with_server(call)


def test_without_an_index_it_starts_says_so_and_answers_with_an_apology(
    served: Path, caplog: pytest.LogCaptureFixture
):
    (served / "current").unlink()

    async def call(client: httpx.AsyncClient) -> tuple[str, httpx.Response]:
        return caplog.text, await client.post("/webhook", json=CALL)

    said_at_start, response = with_server(call)
    assert "chưa sẵn sàng trả lời" in said_at_start
    assert "make index" in said_at_start
    assert response.status_code == 200
    assert [message["text"] for message in response.json()["responses"]] == [APOLOGY]
    assert response.json()["events"] == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the action server did not start")


def listening(port: int) -> set[str]:
    """The local addresses that listen on a port, as the kernel writes them."""
    found = set()
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        for row in table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else ():
            _, local, _, state = row.split()[:4]
            if state == "0A" and int(local.rpartition(":")[2], 16) == port:
                found.add(local.rpartition(":")[0])
    return found


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs Linux")
def test_the_process_listens_on_loopback_only_and_stops_when_told(served: Path, tmp_path: Path):
    (served / "current").unlink()
    port = free_port()
    environment = os.environ | {"NTM_ACTIONS_URL": f"http://127.0.0.1:{port}/webhook"}
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "actions"], env=environment, stdout=log, stderr=log
        )
    try:
        wait_for(port, process)
        assert listening(port) == {"0100007F"}
        response = httpx.post(f"http://127.0.0.1:{port}/webhook", json=CALL, timeout=30)
        assert response.json()["responses"][0]["text"] == APOLOGY
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()
