"""A whole office: action server, Rasa, Bot API server and the real bot process."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import processes
from tests.e2e.telegram.server import TOKEN, serving
from tests.e2e.telegram.world import World

_UP_WITHIN = 180.0


@dataclass
class Part:
    """A process that can be killed and started again."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    health: str | None = None
    process: subprocess.Popen[bytes] | None = None

    def start(self, *, wait: bool = True) -> None:
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                cwd=processes.ROOT,
                env=self.environment,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        if wait and self.health:
            processes.wait_until_up(self.health, self.process, _UP_WITHIN, self.log)

    def kill(self) -> None:
        """kill -9, the whole group."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def stop(self) -> int:
        """A gentle stop; returns the exit status."""
        assert self.process is not None
        self.process.terminate()
        status = self.process.wait(30)
        self.process = None
        return status


@dataclass
class Office:
    """The running parts."""

    world: World
    folder: Path
    actions: Part
    rasa: Part
    bot: Part

    @property
    def bot_log(self) -> str:
        return self.bot.log.read_text(encoding="utf-8")

    @property
    def database(self) -> Path:
        return self.folder / "telegram.db"

    def open_updates(self) -> int:
        """How many updates are not done."""
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            query = "SELECT COUNT(*) FROM updates WHERE state <> 'done'"
            return int(database.execute(query).fetchone()[0])

    def settle(self, timeout: float = 60.0) -> None:
        """Waits until everything that was received is done."""
        deadline = time.monotonic() + timeout
        while self.open_updates() and time.monotonic() < deadline:
            time.sleep(0.05)

    def restart_bot(self, **changes: str) -> None:
        """Kills the bot when it has nothing to do, and starts it with other settings."""
        self.settle()
        self.bot.kill()
        self.bot.environment = {**self.bot.environment, **changes}
        self.bot.start()


@contextlib.contextmanager
def opened(folder: Path, **extra: str) -> Iterator[Office]:
    """Starts everything; the bot last."""
    world = World()
    rasa_port, actions_port = processes.free_port(), processes.free_port()
    rasa_url = f"http://127.0.0.1:{rasa_port}"
    with serving(world) as api:
        environment = processes.environment(
            NTM_ACTIONS_URL=f"http://127.0.0.1:{actions_port}/webhook",
            NTM_RASA_URL=rasa_url,
            NTM_SECRETS=str(folder / "secrets"),
            NTM_QUESTIONS=str(folder / "questions.db"),
            **extra,
        )
        telegram = {
            **environment,
            "NTM_TELEGRAM_TOKEN": TOKEN,
            "NTM_TELEGRAM_API_URL": api,
            "NTM_DATABASE_URL": f"sqlite:///{folder / 'telegram.db'}",
        }
        office = Office(
            world,
            folder,
            actions=Part(
                processes.actions_command(),
                environment,
                folder / "actions.log",
                f"http://127.0.0.1:{actions_port}/health",
            ),
            rasa=Part(
                processes.rasa_command("run", rasa_port),
                environment,
                folder / "rasa.log",
                f"{rasa_url}/webhooks/assistant/",
            ),
            bot=Part([str(processes.PYTHON), "-m", "bot.telegram"], telegram, folder / "bot.log"),
        )
        try:
            office.actions.start()
            office.rasa.start()
            office.bot.start()
            yield office
        finally:
            for part in (office.bot, office.rasa, office.actions):
                part.kill()
