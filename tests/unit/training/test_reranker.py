"""The script that trains the reranker, on a small corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.reranker import Network
from knowledge.training.reranker import main


@pytest.fixture
def asked(tmp_path: Path, records: list[dict[str, str]]) -> Path:
    """A question about every article."""
    file = tmp_path / "asked.jsonl"
    rows = [
        {"question": record["title"].lower(), **{k: record[k] for k in ("document", "article")}}
        for record in records
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def run(corpus: Path, documents: Path, model_folder: Path, output: Path, asked: Path) -> int:
    places = ["--corpora", str(corpus), "--documents", str(documents), "--asked", str(asked)]
    made = ["--output", str(output), "--checkpoint", str(output.parent), "--model"]
    plan = ["--dimension", "16", "--vocabulary", "300", "--epochs", "1"]
    return main([*places, *made, str(model_folder), *plan])


def test_it_fits_a_network_for_the_model_it_is_told(
    corpus: Path, documents: Path, model_folder: Path, tmp_path: Path, asked: Path
) -> None:
    output = tmp_path / "reranker.json"
    assert run(corpus, documents, model_folder, output, asked) == 0
    fingerprint = EmbeddingModel(str(model_folder)).fingerprint
    assert Network.shipped(fingerprint, output)
    assert Network.shipped("another", output) is None


def test_without_questions_about_the_corpora_nothing_is_written(
    corpus: Path,
    documents: Path,
    model_folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    empty, output = tmp_path / "none.jsonl", tmp_path / "reranker.json"
    empty.touch()
    assert run(corpus, documents, model_folder, output, empty) == 2
    assert "no question" in capsys.readouterr().err
    assert not output.exists()
