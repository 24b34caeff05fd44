"""How the Telegram process reaches Rasa: a channel of our own, registered in `credentials.yml`.

What differs from the REST channel that Rasa ships: callers are authenticated;
a typed text is never a command, whatever it begins with; what a button means
comes apart from the text; a failure is a status, not an empty answer; and a
conversation can be exported and removed. Runs in Rasa's process (Python 3.10).
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import forgetting
from bot.secrets import CONNECTOR, HEADER, secret

_log = logging.getLogger(__name__)

# Budgets in seconds, in order: action < this < the bot's own < conversation lock (60).
ANSWER_WITHIN = 25.0
LONGEST_TEXT = 4096
# Rasa runs a text that begins with a slash as a command, and takes this prefix for its own events.
_COMMAND = re.compile(r"^(?:[\s/\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|EXTERNAL:)+")
_EMPTY = "?"


def harmless(text: str) -> str:
    """The text with nothing left at its beginning that Rasa could take for a command."""
    return _COMMAND.sub("", text[:LONGEST_TEXT]).strip() or _EMPTY


class AssistantInput(RestInput):  # type: ignore[misc]  # Rasa is not in this environment
    """The channel `assistant`: `/webhooks/assistant/…`, JSON in and out."""

    @classmethod
    def name(cls) -> str:
        """Part of the address, and the input channel that actions see."""
        return "assistant"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel; called by Rasa."""

        async def message(request: Request) -> HTTPResponse:
            refusal = _refusal(request, "sender", "text")
            return refusal or await _answer(on_new_message, request.json)

        routes = Blueprint("assistant_input", __name__)
        routes.add_route(_health, "/", methods=["GET"])
        routes.add_route(message, "/message", methods=["POST"])
        routes.add_route(_forget, "/forget", methods=["POST"])
        routes.add_route(_export, "/export", methods=["POST"])
        routes.add_route(_purge, "/purge", methods=["POST"])
        return routes


async def _health(_request: Request) -> HTTPResponse:
    return response.json({"status": "ok"})


async def _forget(request: Request) -> HTTPResponse:
    if (refusal := _refusal(request, "sender")) is not None:
        return refusal
    removed = await forgetting.forget(_store(request), request.json["sender"])
    return response.json({"removed": removed})


async def _export(request: Request) -> HTTPResponse:
    if (refusal := _refusal(request, "sender")) is not None:
        return refusal
    return response.json(await forgetting.export(_store(request), request.json["sender"]))


async def _purge(request: Request) -> HTTPResponse:
    if (refusal := _refusal(request)) is not None:
        return refusal
    before = request.json.get("before")
    if not isinstance(before, (int, float)):
        return _error(400, "thiếu trường before")
    return response.json({"removed": await forgetting.forget_before(_store(request), before)})


def _store(request: Request) -> Any:
    return request.app.ctx.agent.tracker_store


async def _answer(
    on_new_message: Callable[[UserMessage], Awaitable[Any]], body: dict[str, Any]
) -> HTTPResponse:
    collector = CollectingOutputChannel()
    message = UserMessage(
        harmless(body["text"]),
        collector,
        body["sender"],
        input_channel=AssistantInput.name(),
        metadata={"update": body.get("update"), "payload": body.get("payload") or {}},
    )
    try:
        await asyncio.wait_for(on_new_message(message), ANSWER_WITHIN)
    except asyncio.TimeoutError:
        return _error(504, "quá thời gian trả lời")
    except Exception:
        # Rasa's own channel would answer 200 with nothing; the bot must know that it failed.
        _log.exception("lỗi khi xử lý cập nhật %s", body.get("update"))
        return _error(500, "lỗi khi xử lý")
    return response.json(collector.messages)


def _authentic(request: Request) -> bool:
    given = request.headers.get(HEADER, "")
    return hmac.compare_digest(given.encode(), secret(CONNECTOR).encode())


def _refusal(request: Request, *fields: str) -> HTTPResponse | None:
    """Why a request is not served, or None if it is."""
    if not _authentic(request):
        return _error(403, "khóa không đúng")
    body = request.json
    if not isinstance(body, dict):
        return _error(400, "phải là một đối tượng JSON")
    for field in fields:
        if not isinstance(body.get(field), str):
            return _error(400, f"thiếu trường {field}")
    return None


def _error(status: int, reason: str) -> HTTPResponse:
    return response.json({"error": reason}, status=status)
