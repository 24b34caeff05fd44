"""Time and peak memory of one step, taken in a process of its own.

Processor time is told besides the time on the clock: on a shared machine only the
former can be compared. It leaves out the parsing processes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from knowledge.settings import ROOT


def step(module: str, *arguments: object) -> dict[str, Any]:
    """Runs one step of a benchmark module in a fresh process and returns what it measured."""
    command = [sys.executable, "-m", module, "--step", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(work: Callable[[], dict[str, Any]]) -> None:
    """Does the step and prints what it took, with what the step itself says, as JSON."""
    start, worked = time.perf_counter(), time.process_time()
    said = work()
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"seconds": round(seconds, 2), "cpu": round(worked, 2), "peak_mb": round(peak)} | said
        )
    )
