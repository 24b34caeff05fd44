"""The action server: `python -m actions`.

Rasa SDK's own server with three differences: it listens on loopback only (its
webhook has no authentication), it loads index and model before it takes the
first call, and it takes up new index versions beside the calls.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from typing import Any
from urllib.parse import urlsplit

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic

from actions.service import assistant
from knowledge import settings
from knowledge.errors import NtmError

_log = logging.getLogger("actions")
_EVERY = 1.0
"""Seconds between two looks at which version serves."""


async def _warm(_app: Sanic[Any, Any]) -> None:
    try:
        await asyncio.to_thread(assistant().warm)
    except NtmError as error:
        # The server starts all the same: every question is met with an apology
        # until there is an index, and none is met with silence.
        _log.error("chưa sẵn sàng trả lời: %s", error)


async def _follow(app: Sanic[Any, Any]) -> None:
    app.ctx.following = asyncio.create_task(_refresh_for_ever())


async def _refresh_for_ever() -> None:
    """Looks for another version; questions are answered from the one before meanwhile."""
    while True:
        await asyncio.sleep(_EVERY)
        with contextlib.suppress(NtmError):  # told in the log, once, where it happens
            await asyncio.to_thread(assistant().refresh)


async def _stop_following(app: Sanic[Any, Any]) -> None:
    app.ctx.following.cancel()


def application() -> Sanic[Any, Any]:
    """The Sanic application with every action registered and a warm start."""
    executor = ActionExecutor()
    executor.register_package("actions.answering")
    app: Sanic[Any, Any] = create_app(executor, cors_origins=None)
    app.register_listener(_warm, "before_server_start")
    app.register_listener(_follow, "before_server_start")
    app.register_listener(_stop_following, "before_server_stop")
    return app


def main() -> int:
    """Serves until stopped."""
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    address = urlsplit(settings.actions_url())
    app = application()
    app.run(
        host=address.hostname or "127.0.0.1",
        port=address.port or 5055,
        single_process=True,
        access_log=False,
        motd=False,
    )
    return 0


if __name__ == "__main__":
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    sys.exit(main())
