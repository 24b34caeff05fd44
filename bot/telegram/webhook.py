"""Takes updates that Telegram sends to us, instead of polling."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.secrets import SALT, secret
from bot.telegram.inbox import Inbox
from bot.telegram.options import Options
from bot.telegram.poller import KINDS

_log = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1_000_000
_RETRY = 10.0

Arrived = Callable[[Iterable[str]], None]


def secret_token() -> str:
    """What Telegram shows to prove that a call is its own."""
    return hashlib.sha256(f"webhook {secret(SALT)}".encode()).hexdigest()


class Hook(RequestHandler):
    """Keeps an update before Telegram is told that it was received."""

    def initialize(self, inbox: Inbox, arrived: Arrived, token: str) -> None:
        """Called by Tornado for each request."""
        self._inbox = inbox
        self._arrived = arrived
        self._token = token

    async def post(self) -> None:
        """One update."""
        given = self.request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            self.set_status(403)
            return
        try:
            update = json.loads(self.request.body)
            update["update_id"] = int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            self.set_status(400)
            return
        self._arrived(await self._inbox.add([update]))


async def listen(chosen: Options, bot: Bot, inbox: Inbox, arrived: Arrived) -> None:
    """Listens until cancelled; tells Telegram where."""
    token = secret_token()
    services = {"inbox": inbox, "arrived": arrived, "token": token}
    path = urlsplit(chosen.webhook_url).path or "/"
    server = HTTPServer(Application([(path, Hook, services)]), max_body_size=_LARGEST)
    server.listen(chosen.webhook_port, chosen.webhook_host)
    try:
        while True:
            try:
                await bot.set_webhook(chosen.webhook_url, secret_token=token, allowed_updates=KINDS)
                break
            except TelegramError as error:
                _log.warning("chưa đặt được webhook, thử lại: %s", error)
                await asyncio.sleep(_RETRY)
        await asyncio.Event().wait()
    finally:
        server.stop()
