"""Starts the Telegram process: `python -m bot.telegram`."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator

from telegram import Bot, BotCommand
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.secrets import SALT, secret
from bot.telegram import logs, options, pictures, privacy, webhook, wording
from bot.telegram.database import Database
from bot.telegram.desk import Desk
from bot.telegram.inbox import Inbox
from bot.telegram.options import Options
from bot.telegram.pacing import Pacing
from bot.telegram.people import People
from bot.telegram.poller import poll
from bot.telegram.rasa import Rasa
from bot.telegram.sender import Sender
from bot.telegram.worker import Worker
from knowledge import settings
from knowledge.errors import NtmError, SettingError

_log = logging.getLogger("bot.telegram")

_CONNECTIONS = 64
_TIMEOUT = 20.0
_LONGEST_WAIT = 30.0


def main() -> int:
    """Runs until SIGINT or SIGTERM.

    Returns:
        The exit status.
    """
    # python-telegram-bot then gives durations as `timedelta` and does not warn about it.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    try:
        chosen = options.from_settings()
        logs.configure(secret_word=chosen.token)
        with _only_one():
            asyncio.run(_serve(chosen))
    except NtmError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception:
        # Logged and not raised: the interpreter's own traceback would not be redacted.
        _log.exception("dừng vì lỗi ngoài dự tính")
        return 1
    return 0


@contextlib.contextmanager
def _only_one() -> Iterator[None]:
    """Two processes on one database would answer everything twice.

    Raises:
        SettingError: another one is running.
    """
    folder = settings.secrets_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "telegram.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SettingError("đã có một tiến trình Telegram khác đang chạy") from error
        yield


async def _serve(chosen: Options) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    database = Database(chosen.database_url)
    rasa = Rasa(chosen.rasa_url)
    bot = make_bot(chosen)
    running = asyncio.create_task(_run(chosen, database, rasa, bot))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
    running.cancel()
    try:
        await running
    except asyncio.CancelledError:
        _log.info("đã dừng")
    finally:
        await rasa.close()
        await bot.shutdown()
        await database.close()


async def _run(chosen: Options, database: Database, rasa: Rasa, bot: Bot) -> None:
    await database.migrate()
    await _until_it_works(bot.initialize)
    desk = Desk(chosen, database, bot, rasa, People(database, secret(SALT)))
    inbox = Inbox(database)
    sender = Sender(bot, Pacing(), lambda digest: pictures.of(desk.answers, digest))
    worker = Worker(desk, inbox, sender)
    _log.info("bot @%s bắt đầu làm việc", bot.username)
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        group.create_task(privacy.purge_daily(desk))
        group.create_task(_introduce(bot))
        if chosen.webhook_url:
            group.create_task(webhook.listen(chosen, bot, inbox, worker.arrived))
        else:
            await _until_it_works(bot.delete_webhook)
            group.create_task(poll(bot, inbox, worker.arrived))


def make_bot(chosen: Options) -> Bot:
    """The client of the Bot API."""
    return Bot(
        chosen.token,
        base_url=f"{chosen.api_url}/bot",
        base_file_url=f"{chosen.api_url}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=_CONNECTIONS, read_timeout=_TIMEOUT, pool_timeout=_TIMEOUT
        ),
        get_updates_request=HTTPXRequest(connection_pool_size=1, read_timeout=_TIMEOUT),
    )


async def _introduce(bot: Bot) -> None:
    """Registers the command menu."""
    commands = [BotCommand(name, text) for name, text in wording.COMMANDS.items()]
    await _until_it_works(lambda: bot.set_my_commands(commands))


async def _until_it_works(call: Callable[[], Awaitable[object]]) -> None:
    wait = 1.0
    while True:
        try:
            await call()
            return
        except TelegramError as error:
            _log.warning("chưa nói chuyện được với Telegram, thử lại sau: %s", error)
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)


if __name__ == "__main__":
    sys.exit(main())
