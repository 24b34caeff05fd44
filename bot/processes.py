"""Starts and stops the processes of the product: action server and Rasa.

Standard library only, so that either interpreter can run it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
RASA = ROOT / ".venv-rasa" / "bin" / "rasa"
TOKEN = "NTM_TELEGRAM_TOKEN"
DIALOGUE_MODEL = ROOT / "models" / "dialogue.tar.gz"

_POLL = 0.2
_PATIENCE = 10.0


class ProcessError(Exception):
    """A process did not come up; the message says which and why."""


def free_port() -> int:
    """A loopback port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**extra: str) -> dict[str, str]:
    """The environment of every process: loopback only, no telemetry, quiet libraries."""
    # The token is for the Telegram process alone.
    inherited = {name: value for name, value in os.environ.items() if name != TOKEN}
    return {
        **inherited,
        "RASA_TELEMETRY_ENABLED": "false",
        "SANIC_HOST": "127.0.0.1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TOKENIZERS_PARALLELISM": "false",
        "PYTHONUNBUFFERED": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        **extra,
    }


def actions_command() -> list[str]:
    """The command line of the action server; its address is in NTM_ACTIONS_URL."""
    return [str(PYTHON), "-m", "actions"]


def telegram_command() -> list[str]:
    """The command line of the Telegram process; it needs NTM_TELEGRAM_TOKEN and NTM_RASA_URL."""
    return [str(PYTHON), "-m", "bot.telegram"]


def rasa_command(verb: str, port: int) -> list[str]:
    """The command line of `rasa run` or `rasa shell` on a loopback port."""
    return [
        str(RASA),
        verb,
        "--model",
        str(DIALOGUE_MODEL),
        "--endpoints",
        str(ROOT / "endpoints.yml"),
        "--credentials",
        str(ROOT / "credentials.yml"),
        "--interface",
        "127.0.0.1",
        "--port",
        str(port),
    ]


@contextlib.contextmanager
def running(
    command: Sequence[str], env: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a process in a group of its own; the whole group is gone afterwards."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(
            list(command),
            cwd=ROOT,
            env=dict(env),
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and everything it started, gently at first."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)
            return


def wait_until_up(url: str, process: subprocess.Popen[bytes], timeout: float, log: Path) -> None:
    """Waits until a URL answers.

    Raises:
        ProcessError: the process ended, or did not answer in time (seconds).
    """
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ProcessError(f"tiến trình dừng với mã {process.returncode}; xem {log}")
        try:
            with urllib.request.urlopen(url, timeout=_PATIENCE):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(_POLL)
    raise ProcessError(f"{url} không trả lời sau {timeout:.0f} giây; xem {log}")
