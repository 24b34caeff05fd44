"""The script that fits the network of the likeliest text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.answering.searching import likeliest
from knowledge.indexing.build import build
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.reranker import Network
from knowledge.settings import ROOT
from knowledge.training.likeliest import main
from tests.unit.builders import NEW, write_folder


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the network is written; the index that serves is of a small folder."""
    index, file = tmp_path / "index", tmp_path / "likeliest.json"
    shipped = EmbeddingModel(str(ROOT / "knowledge" / "model"))
    build([write_folder(tmp_path / "documents")], index, shipped, report=lambda _: None)
    monkeypatch.setenv("NTM_INDEX", str(index))
    monkeypatch.setattr(likeliest, "WEIGHTS", file)
    return file


def messages(folder: Path, *lines: dict[str, str]) -> str:
    file = folder / "messages.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(file)


def test_it_fits_a_network_to_messages_about_known_passages(weights: Path, tmp_path: Path):
    of = {"document": NEW, "provision": "Điều 1"}
    asked = [of | {"question": f"bộ tiêu chí mới gồm gì {n}"} for n in range(4)]
    unknown = {"document": "9/QĐ-TTg", "provision": "Điều 9", "question": "gì"}
    assert main([messages(tmp_path, *asked, unknown)]) == 0
    fingerprint = EmbeddingModel(str(ROOT / "knowledge" / "model")).fingerprint
    assert Network.shipped(fingerprint, weights, likeliest.FEATURES)


def test_messages_about_nothing_known_leave_everything_as_it_was(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    unknown = {"document": "9/QĐ-TTg", "provision": "Điều 9", "question": "gì"}
    assert main([messages(tmp_path, unknown)]) == 2
    assert "nothing to fit to" in capsys.readouterr().err
    assert not weights.exists()


def test_a_line_without_its_question_is_named(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([messages(tmp_path, {"document": NEW, "provision": "Điều 1"})]) == 2
    assert "question" in capsys.readouterr().err
    assert not weights.exists()
