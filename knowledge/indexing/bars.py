"""Progress bars for the long steps of a build: parsing originals, embedding passages."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Advance = Callable[[int, int], None]
"""Told how many of how many are done."""


class Bars:
    """Bars that appear when their step has something to do."""

    def __init__(self, progress: Progress):
        self._progress = progress

    def step(self, name: str) -> Advance:
        """The bar of one step; drawn from the first time it is told of work."""
        task = self._progress.add_task(name, total=None, visible=False)

        def advance(done: int, total: int) -> None:
            self._progress.update(task, completed=done, total=total, visible=True)

        return advance


@contextlib.contextmanager
def bars(shown: bool) -> Iterator[Bars]:
    """Draws the bars on stderr while the block runs, or nothing at all."""
    progress = Progress(
        TextColumn("  {task.description:<16}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not shown,
    )
    with progress:
        yield Bars(progress)
