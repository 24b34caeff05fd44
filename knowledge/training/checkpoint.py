"""What training needs to go on where it stopped: one file, replaced whole after each epoch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch


@dataclass(frozen=True)
class State:
    """Training after some epochs.

    Attributes:
        epochs: epochs done.
        table: token vectors, float32, shape (tokens, dimension).
        optimiser: state of the optimiser.
        losses: loss of every step so far.
    """

    epochs: int
    table: torch.Tensor
    optimiser: dict[str, Any]
    losses: list[float]


class Checkpoint:
    """A file that belongs to one training.

    Args:
        file: where the state is kept.
        training: tells trainings apart; a file of another training is as good as none.
    """

    def __init__(self, file: Path, training: str):
        self._file = file
        self._training = training

    def load(self) -> State | None:
        """The last saved state of this training; None where there is none."""
        if not self._file.exists():
            return None
        content = torch.load(self._file, weights_only=True)
        if content.pop("training") != self._training:
            return None
        return State(**content)

    def save(self, state: State) -> None:
        """Replaces the file; a crash while writing leaves the former one."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        torch.save({"training": self._training, **vars(state)}, fresh)
        fresh.replace(self._file)

    def remove(self) -> None:
        """Deletes the file: the training is over."""
        self._file.unlink(missing_ok=True)
