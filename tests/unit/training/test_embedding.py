"""A small model, trained, saved and loaded as the product loads it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from knowledge.text import fold
from knowledge.training.__main__ import main
from knowledge.training.embedding import train_embedding
from knowledge.training.pairs import read_corpora, training_pairs
from knowledge.training.tokenizer import build_tokenizer

SENTENCE = "Điều kiện công nhận về đường giao thông liên xã"
OPTIONS = ["--dimension", "32", "--vocabulary", "400", "--epochs", "1", "--seed", "2"]


def run(corpus: Path, output: Path) -> SentenceTransformer:
    """The command, then a load from disk."""
    assert main(["--corpora", str(corpus.parent), "--output", str(output), *OPTIONS]) == 0
    return SentenceTransformer(str(output), device="cpu", local_files_only=True)


@pytest.fixture
def model(corpus: Path, tmp_path: Path) -> SentenceTransformer:
    return run(corpus, tmp_path / "model")


def test_diacritics_and_form_do_not_matter(model: SentenceTransformer) -> None:
    forms = [SENTENCE, fold(SENTENCE), unicodedata.normalize("NFD", SENTENCE), SENTENCE.upper()]
    vectors = model.encode(forms)
    assert (vectors == vectors[0]).all()


def test_vectors_have_length_one(model: SentenceTransformer) -> None:
    vectors = model.encode([SENTENCE, "rác thải", "từ chưa gặp: xyzw 98765"])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_weights_are_rounded_but_not_stored_in_16_bits(model: SentenceTransformer) -> None:
    for weights in model.parameters():
        assert weights.dtype == torch.float32
        assert torch.equal(weights, weights.half().float())


@pytest.mark.parametrize("text", ["", "???"])
def test_nothing_to_say_is_zero_not_nan(model: SentenceTransformer, text: str) -> None:
    assert not model.encode([text]).any()


def test_the_same_seed_makes_the_same_model(
    corpus: Path, model: SentenceTransformer, tmp_path: Path
) -> None:
    again = run(corpus, tmp_path / "again")
    assert (again.encode([SENTENCE]) == model.encode([SENTENCE])).all()
    for file in ("model.safetensors", "tokenizer.json"):
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / "model" / file).read_bytes()


def test_training_brings_pairs_together(corpus: Path) -> None:
    articles = read_corpora([corpus])
    groups = training_pairs(articles, seed=0)
    tokenizer = build_tokenizer((article.text for article in articles), 400)

    def rank_of_own(epochs: int) -> float:
        model = train_embedding(tokenizer, groups, dimension=32, epochs=epochs, seed=0, batch=8)
        first = model.encode([pair.first for pair in groups[0]])
        second = model.encode([pair.second for pair in groups[0]])
        scores = first @ second.T
        return float((scores >= scores.diagonal()[:, None]).sum(axis=1).mean())

    assert rank_of_own(epochs=12) < rank_of_own(epochs=1)


def test_no_pairs_is_an_error() -> None:
    tokenizer = build_tokenizer(["tiêu chí"] * 20, 60)
    with pytest.raises(ValueError, match="no pairs"):
        train_embedding(tokenizer, [[]], dimension=8, epochs=1, seed=0)


def test_the_card_tells_the_figures_and_no_path(
    model: SentenceTransformer, corpus: Path, tmp_path: Path
) -> None:
    card = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert "| BM25" in card
    assert "--seed 2" in card
    assert str(tmp_path) not in card


def test_the_command_reports_a_broken_corpus(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write_text("{}\n{", encoding="utf-8")
    assert main(["--corpora", str(corpus), "--output", str(tmp_path / "model")]) == 2
    assert f"{corpus}:1 [document]" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_the_command_needs_documents_to_measure_on(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write_text(corpus.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    options = ["--corpora", str(corpus), "--output", str(tmp_path / "model"), "--seed", "1"]
    assert main(options) == 2
    assert "too few documents" in capsys.readouterr().err
