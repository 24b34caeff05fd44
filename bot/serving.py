"""The started system: action server and Rasa on loopback ports, logs in `var/log`."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import processes

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
def system(
    rasa_port: int, actions_port: int, logs: Path = LOGS, **extra: str
) -> Iterator[Addresses]:
    """Runs action server and Rasa, both ready when the block begins.

    Raises:
        ProcessError: one of them did not come up.
    """
    with action_server(actions_port, logs, **extra) as webhook:
        base = f"http://127.0.0.1:{rasa_port}"
        env = processes.environment(NTM_ACTIONS_URL=webhook, **extra)
        log = logs / "rasa.log"
        with processes.running(processes.rasa_command("run", rasa_port), env, log) as rasa:
            processes.wait_until_up(f"{base}/status", rasa, _RASA_TIMEOUT, log)
            yield Addresses(webhook, base)


def shell() -> int:
    """`rasa shell` with the action server beside it.

    Returns:
        The exit status of the shell.
    """
    with action_server(processes.free_port()) as webhook:
        env = processes.environment(NTM_ACTIONS_URL=webhook, LOG_LEVEL_LIBRARIES="ERROR")
        command = [*processes.rasa_command("shell", processes.free_port()), "--quiet"]
        return subprocess.call(command, cwd=processes.ROOT, env=env)
