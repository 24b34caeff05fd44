"""A build in a process of its own that stops at a given moment, so that it can be killed there.

python -m tests.unit.indexing.builder_process DOCUMENTS INDEX [MOMENT]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.errors import NtmError
from knowledge.indexing import build as building
from knowledge.indexing.versions import VersionStore

HERE = "dừng ở đây"


class LetterModel:
    """Counts letters: needs no model file, and says how much it was asked to embed."""

    fingerprint = "letters@1"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Any:
        self.embedded += texts
        rows = np.array(
            [[1 + text.lower().count(letter) for letter in "aeghinotu"] for text in texts],
            dtype=np.float32,
        )
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def stop() -> None:
    """Says that the moment has come and waits to be killed, or told to go on."""
    print(HERE, flush=True)
    sys.stdin.readline()


def before(owner: Any, name: str) -> None:
    """Stops before a function is called for the first time."""
    function: Callable[..., Any] = getattr(owner, name)

    def stopping(*given: Any, **named: Any) -> Any:
        setattr(owner, name, function)
        stop()
        return function(*given, **named)

    setattr(owner, name, stopping)


def half_written(file: str) -> None:
    """Stops when half of a file of the version is written."""
    write = Path.write_bytes

    def writing(self: Path, data: Any) -> int:
        if self.name == file:
            write(self, bytes(data)[: len(bytes(data)) // 2])
            stop()
        return write(self, data)

    Path.write_bytes = writing  # type: ignore[method-assign, assignment]


MOMENTS: dict[str, Callable[[], None]] = {
    "before reading": lambda: before(building, "checked_corpus"),
    "before the lexical index": lambda: before(building.LexicalIndex, "save"),
    "half a vector file": lambda: half_written("dense.faiss"),
    "before the manifest": lambda: before(VersionStore, "seal"),
    "sealed and not verified": lambda: before(building.index, "load_version"),
    "verified and not switched": lambda: before(VersionStore, "switch"),
    "before the rename": lambda: before(Path, "replace"),
    "after the rename": lambda: before(VersionStore, "_unmark"),
    "before old readings are dropped": lambda: before(building.Parsed, "prune"),
}


def main() -> int:
    documents, index, *moment = sys.argv[1:]
    for name in moment:
        MOMENTS[name]()
    try:
        manifest = building.build(
            [Path(documents)],
            Path(index),
            LetterModel(),  # type: ignore[arg-type]
            report=lambda step: print(step, flush=True),
        )
    except NtmError as error:
        print(type(error).__name__, error, flush=True)
        return 1
    print(manifest.name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
