"""What is kept of a training that was stopped."""

from __future__ import annotations

from pathlib import Path

import torch

from knowledge.training.checkpoint import Checkpoint, State

STATE = State(2, torch.ones(3, 2), {"state": {}, "param_groups": [{"lr": 0.1}]}, [3.0, 2.5])


def test_a_state_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "checkpoint.pt"
    Checkpoint(file, "this").save(STATE)
    found = Checkpoint(file, "this").load()
    assert found is not None
    assert torch.equal(found.table, STATE.table)
    assert (found.epochs, found.optimiser, found.losses) == (2, STATE.optimiser, STATE.losses)
    assert [path.name for path in file.parent.iterdir()] == ["checkpoint.pt"]


def test_another_training_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.pt"
    Checkpoint(file, "this").save(STATE)
    assert Checkpoint(file, "that").load() is None


def test_nothing_saved_is_nothing_found(tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path / "checkpoint.pt", "this")
    assert checkpoint.load() is None
    checkpoint.remove()
    checkpoint.save(STATE)
    checkpoint.remove()
    assert checkpoint.load() is None
