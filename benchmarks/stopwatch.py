"""How much of a piece of work is spent in which functions, those called inside not counted."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any
from unittest import mock


class Stopwatch:
    """Adds up the seconds spent in functions by the part they belong to.

    Attributes:
        spent: seconds by part.
    """

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inside = [0.0]

    @contextmanager
    def watching(self, owner: Any, name: str, part: str) -> Iterator[None]:
        """Watches one function of a class or module while the block lasts."""
        with mock.patch.object(owner, name, self._watched(getattr(owner, name), part)):
            yield

    def _watched(self, function: Callable[..., Any], part: str) -> Callable[..., Any]:
        @wraps(function)
        def watched(*arguments: Any, **options: Any) -> Any:
            start = time.perf_counter()
            self._inside.append(0.0)
            try:
                return function(*arguments, **options)
            finally:
                whole = time.perf_counter() - start
                self.spent[part] += whole - self._inside.pop()
                self._inside[-1] += whole

        return watched
