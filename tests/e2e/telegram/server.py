"""The HTTP side of the server: one Tornado application in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import struct
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.e2e.telegram import markup
from tests.e2e.telegram.world import BOT, Sent, World

TOKEN = "4242:AAtestTokenThatMustNeverBeLogged-0123456789"
_TEXT = 4096
_CAPTION = 1024
_CALLBACK = 64


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any):
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Api(RequestHandler):
    """`/bot<token>/<method>`."""

    def initialize(self, world: World) -> None:
        self.world = world
        self.gone = False

    def on_connection_close(self) -> None:
        self.gone = True

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        faults = self.world.faults
        self.world.calls[method] += 1
        if faults.slow and method != "getUpdates":
            await asyncio.sleep(faults.random.random() * faults.slow)
        if time.monotonic() < faults.down_until:
            if faults.random.random() < 0.5:
                self._hang_up()
            else:
                self._refuse(ApiError(502, "Bad Gateway"))
            return
        if faults.strikes(faults.errors):
            self._refuse(ApiError(500, "Internal Server Error"))
            return
        try:
            if token != TOKEN:
                raise ApiError(401, "Unauthorized")
            handler = getattr(self, f"_{method}", None)
            if handler is None:
                raise ApiError(404, "Not Found")
            result = await handler(self._arguments())
        except ApiError as error:
            self._refuse(error)
        except _LostError:
            self._hang_up()
        else:
            self.finish(json.dumps({"ok": True, "result": result}))

    def _arguments(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in self.request.arguments:
            text = self.get_argument(name, strip=False)
            try:
                found[name] = json.loads(text)
            except ValueError:
                found[name] = text
            if name in ("text", "caption"):
                found[name] = text
        for name, files in self.request.files.items():
            found[name] = (files[0].filename, files[0].body)
        return found

    def _hang_up(self) -> None:
        stream = self.detach()
        stream.close()

    def _refuse(self, error: ApiError) -> None:
        self.set_status(error.code)
        body = {"ok": False, "error_code": error.code, "description": error.description}
        if error.parameters:
            body["parameters"] = error.parameters
        self.finish(json.dumps(body))

    def _violation(self, code: int, words: str) -> ApiError:
        self.world.violations.append(words)
        return ApiError(code, words)

    # Methods of the Bot API

    async def _getMe(self, _given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return BOT

    async def _setMyCommands(self, given: dict[str, Any]) -> bool:  # noqa: N802
        self.world.commands = given["commands"]
        return True

    async def _deleteWebhook(self, _given: dict[str, Any]) -> bool:  # noqa: N802
        self.world.hook = {}
        return True

    async def _setWebhook(self, given: dict[str, Any]) -> bool:  # noqa: N802
        self.world.hook = given
        return True

    async def _getUpdates(self, given: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: N802
        world = self.world
        if world.hook:
            raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active")
        world.polling += 1
        mine = world.polling
        offset = int(given.get("offset") or 0)
        with world.lock:
            # The offset acknowledges: what is before it is never delivered again.
            if offset:
                world.pending = [u for u in world.pending if u["update_id"] >= offset]
        deadline = time.monotonic() + min(float(given.get("timeout") or 0), 5.0)
        while True:
            if world.polling != mine:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only "
                    "one bot instance is running",
                )
            with world.lock:
                batch = list(world.pending[:100])
            if batch or time.monotonic() > deadline or self.gone:
                break
            await asyncio.sleep(0.02)
        faults = world.faults
        batch += [update for update in batch if faults.strikes(faults.duplicates)]
        if faults.shuffled:
            faults.random.shuffle(batch)
        return batch

    async def _sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return self._sent(given, self._text(given, "text", _TEXT))

    async def _sendPhoto(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        photo = _attached(given, "photo")[1]
        if photo[:8] != b"\x89PNG\r\n\x1a\n":
            raise self._violation(400, "Bad Request: IMAGE_PROCESS_FAILED")
        width, height = struct.unpack(">II", photo[16:24])
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise self._violation(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        return self._sent(given, self._text(given, "caption", _CAPTION), photo=photo)

    async def _sendDocument(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        document = _attached(given, "document")
        return self._sent(given, self._text(given, "caption", _CAPTION), document=document)

    async def _sendChatAction(self, given: dict[str, Any]) -> bool:  # noqa: N802
        self.world.typing.append(int(given["chat_id"]))
        return True

    async def _answerCallbackQuery(self, given: dict[str, Any]) -> bool:  # noqa: N802
        self.world.answered_queries.append(str(given["callback_query_id"]))
        return True

    async def _editMessageReplyMarkup(self, given: dict[str, Any]) -> bool:  # noqa: N802
        with self.world.news:
            chat, message = int(given["chat_id"]), int(given["message_id"])
            self.world.edits.append((chat, message, self._keyboard(given)))
            self.world.news.notify_all()
        return True

    async def _getFile(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        name = str(given["file_id"])
        if name not in self.world.files:
            raise ApiError(400, "Bad Request: invalid file_id")
        return {"file_id": name, "file_unique_id": name, "file_path": f"documents/{name}"}

    # What Telegram checks

    def _text(self, given: dict[str, Any], field: str, limit: int) -> str:
        text = str(given.get(field) or "")
        if given.get("parse_mode") == "HTML":
            if self.world.faults.refuse_markup:
                raise ApiError(400, "Bad Request: can't parse entities: refused by the test")
            try:
                text = markup.parse(text)
            except markup.MarkupError as error:
                raise self._violation(400, f"Bad Request: can't parse entities: {error}") from error
        if field == "text" and not text.strip():
            raise self._violation(400, "Bad Request: message text is empty")
        if markup.units(text) > limit:
            raise self._violation(400, f"Bad Request: {field} is too long")
        return text

    def _keyboard(self, given: dict[str, Any]) -> list[list[dict[str, str]]]:
        rows = (given.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in (button for row in rows for button in row):
            if not button["text"]:
                raise self._violation(400, "Bad Request: button text is empty")
            if len(button.get("callback_data", "x").encode()) > _CALLBACK:
                raise self._violation(400, "Bad Request: BUTTON_DATA_INVALID")
        return rows  # type: ignore[no-any-return]

    def _sent(
        self,
        given: dict[str, Any],
        text: str,
        photo: bytes | None = None,
        document: tuple[str, bytes] | None = None,
    ) -> dict[str, Any]:
        world, faults = self.world, self.world.faults
        chat = int(given["chat_id"])
        if chat not in world.chats:
            raise self._violation(400, "Bad Request: chat not found")
        if chat in world.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        keyboard = self._keyboard(given)
        if faults.strikes(faults.too_many):
            raise ApiError(429, "Too Many Requests: retry after 1", retry_after=1)
        lost = faults.strikes(faults.broken)
        if lost and faults.random.random() < 0.5:
            raise _LostError
        reply = given.get("reply_parameters") or {}
        sent = Sent(
            chat,
            world.next_message_id(chat),
            text,
            str(given.get("text") or given.get("caption") or ""),
            reply.get("message_id"),
            keyboard,
            photo,
            document,
            time.monotonic(),
        )
        world.deliver(sent)
        if lost:
            raise _LostError
        return {
            "message_id": sent.message_id,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
            "from": BOT,
            "text": text,
        }


class Files(RequestHandler):
    """`/file/bot<token>/<path>`."""

    def initialize(self, world: World) -> None:
        self.world = world

    def get(self, token: str, name: str) -> None:
        self.finish(self.world.files[name])


class _LostError(Exception):
    """The connection is lost."""


def _attached(given: dict[str, Any], field: str) -> tuple[str, bytes]:
    """A file that came with the request."""
    value = given[field]
    if isinstance(value, str) and value.startswith("attach://"):
        value = given[value.removeprefix("attach://")]
    return value  # type: ignore[no-any-return]


@contextlib.contextmanager
def serving(world: World, port: int = 0) -> Iterator[str]:
    """Serves in a thread.

    Yields:
        The address for NTM_TELEGRAM_API_URL.
    """
    sockets = bind_sockets(port, "127.0.0.1")
    address = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def serve() -> None:
        routes = [
            (r"/bot([^/]+)/(\w+)", Api, {"world": world}),
            (r"/file/bot([^/]+)/documents/(.+)", Files, {"world": world}),
        ]
        server = HTTPServer(Application(routes, log_function=lambda _handler: None))
        server.add_sockets(sockets)
        ready.set()
        await stop.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield address
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def call_hook(world: World, update: dict[str, Any], token: str | None = None) -> int:
    """Delivers an update to the webhook that was set; returns the status."""
    request = urllib.request.Request(
        world.hook["url"],
        data=json.dumps(update).encode(),
        headers={
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": token or world.hook["secret_token"],
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
