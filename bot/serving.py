"""The started system: action server, Rasa, and the watcher of the folders; logs in `var/log`."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import processes
from bot.processes import ProcessError
from knowledge import settings

LOGS = processes.ROOT / "var" / "log"
_ACTIONS_TIMEOUT = 120.0
_RASA_TIMEOUT = 180.0


@dataclass(frozen=True)
class Addresses:
    """Where the started processes answer.

    Attributes:
        actions: webhook of the action server.
        rasa: base address of Rasa.
    """

    actions: str
    rasa: str


@contextlib.contextmanager
def action_server(port: int, logs: Path = LOGS, **extra: str) -> Iterator[str]:
    """Runs the action server, warm when the block begins.

    Yields:
        The address of its webhook.

    Raises:
        ProcessError: it did not come up.
    """
    base = f"http://127.0.0.1:{port}"
    env = processes.environment(NTM_ACTIONS_URL=f"{base}/webhook", **extra)
    log = logs / "actions.log"
    with processes.running(processes.actions_command(), env, log) as process:
        processes.wait_until_up(f"{base}/health", process, _ACTIONS_TIMEOUT, log)
        yield f"{base}/webhook"


@contextlib.contextmanager
def watcher(logs: Path = LOGS, **extra: str) -> Iterator[None]:
    """Runs `ntm watch`: files put into the folders are answered from within the minute."""
    command = [str(processes.PYTHON), "-m", "bot.command.main", "watch"]
    with processes.running(command, processes.environment(**extra), logs / "watch.log"):
        yield


@contextlib.contextmanager
def telegram(rasa: str, logs: Path = LOGS, **extra: str) -> Iterator[bool]:
    """Runs the Telegram process where a token is set.

    Yields:
        Whether it runs.
    """
    token = settings.text(processes.TOKEN)
    if not token:
        yield False
        return
    env = processes.environment(NTM_RASA_URL=rasa, NTM_TELEGRAM_TOKEN=token, **extra)
    with processes.running(processes.telegram_command(), env, logs / "telegram.log"):
        yield True


@contextlib.contextmanager
def system(
    rasa_port: int, actions_port: int, logs: Path = LOGS, *, watch: bool = False, **extra: str
) -> Iterator[Addresses]:
    """Runs action server and Rasa, both ready when the block begins.

    Args:
        rasa_port: where Rasa listens.
        actions_port: where the action server listens.
        logs: folder of the logs.
        watch: whether to follow the knowledge folders as well.
        extra: settings of the processes.

    Raises:
        ProcessError: one of them did not come up.
    """
    with action_server(actions_port, logs, **extra) as webhook:
        base = f"http://127.0.0.1:{rasa_port}"
        env = processes.environment(NTM_ACTIONS_URL=webhook, **extra)
        log = logs / "rasa.log"
        with processes.running(processes.rasa_command("run", rasa_port), env, log) as rasa:
            processes.wait_until_up(f"{base}/webhooks/assistant/", rasa, _RASA_TIMEOUT, log)
            with watcher(logs, **extra) if watch else contextlib.nullcontext():
                yield Addresses(webhook, base)


def shell() -> int:
    """`rasa shell` with the action server beside it.

    What Rasa and its libraries complain of goes to a log: only questions and answers are shown.

    Returns:
        The exit status of the shell.

    Raises:
        ProcessError: Rasa, or the action server, ended by an error.
    """
    log = LOGS / "shell.log"
    with action_server(processes.free_port()) as webhook, log.open("ab") as complaints:
        env = processes.environment(NTM_ACTIONS_URL=webhook, LOG_LEVEL_LIBRARIES="ERROR")
        command = [*processes.rasa_command("shell", processes.free_port()), "--quiet"]
        status = subprocess.call(command, cwd=processes.ROOT, env=env, stderr=complaints)
    if status > 0:
        raise ProcessError(f"Rasa dừng với mã {status}; xem {log}")
    return status
