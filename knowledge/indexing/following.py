"""Following the folders: builds when files change, once for a burst of changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.corpus import folder

State = tuple[tuple[str, int, int], ...]


def state(folders: Sequence[Path]) -> State:
    """Name, time and size of every file that the folders contribute."""
    found = []
    for part in folders:
        for file in folder.files_of(part) if part.is_dir() else ():
            try:
                facts = file.stat()
            except FileNotFoundError:  # taken out at this moment
                continue
            found.append((str(file), facts.st_mtime_ns, facts.st_size))
    return tuple(found)


def follow(
    folders: Sequence[Path],
    build: Callable[[], bool],
    *,
    every: float = 2.0,
    sleep: Callable[[float], None] = time.sleep,
    rounds: int | None = None,
) -> None:
    """Builds at the start and whenever the files change and have been still for one round.

    What changes during a build is built next: the state is taken before.

    A build that fails is tried again at the next change, not before: the reason
    lies in the files. Polling, because folders on network drives and in
    containers tell nobody of their changes.

    Args:
        folders: knowledge folders.
        build: builds; False where it failed.
        every: seconds between two looks.
        sleep: waits.
        rounds: how many looks; forever if not given.
    """
    built: State | None = None
    last = state(folders)
    while rounds is None or rounds > 0:
        rounds = None if rounds is None else rounds - 1
        sleep(every)
        now = state(folders)
        if now != built and now == last:
            built = now
            build()
        last = now
