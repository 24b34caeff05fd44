"""A small model, trained, saved and loaded as the product loads it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sentence_transformers import SentenceTransformer

from knowledge.text import fold
from knowledge.training import embedding
from knowledge.training.__main__ import main
from knowledge.training.articles import read_corpora
from knowledge.training.checkpoint import Checkpoint, State
from knowledge.training.embedding import Plan, Trainer
from knowledge.training.sources import Source, sources_of
from knowledge.training.tokenizer import build_tokenizer
from knowledge.training.wording import Everyday

SENTENCE = "Điều kiện công nhận về đường giao thông liên xã"
EVERYDAY = Everyday({"kinh phí": ("tiền",)})
WRITTEN = [Source("quyết định", "Điều 1", ("Công nhận xã.",), ("Xã nào được công nhận?",))]


def run(corpus: Path, documents: Path, output: Path, *more: str) -> SentenceTransformer:
    """The command, then a load from disk."""
    places = ["--corpora", str(corpus.parent), "--documents", str(documents)]
    made = ["--output", str(output), "--checkpoint", str(output.parent / "checkpoint.pt")]
    plan = ["--dimension", "32", "--vocabulary", "400", "--epochs", "1", "--seed", "2"]
    assert main([*places, *made, *plan, *more]) == 0
    return SentenceTransformer(str(output), device="cpu", local_files_only=True)


@pytest.fixture
def model(corpus: Path, documents: Path, tmp_path: Path) -> SentenceTransformer:
    return run(corpus, documents, tmp_path / "model")


def trainer(corpus: Path, epochs: int, seed: int = 0) -> Trainer:
    articles = read_corpora([corpus])
    tokenizer = build_tokenizer((article.text for article in articles), 400)
    plan = Plan(dimension=32, epochs=epochs, seed=seed, batch=8)
    return Trainer(tokenizer, sources_of(articles), WRITTEN, EVERYDAY, plan)


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
    corpus: Path, documents: Path, model: SentenceTransformer, tmp_path: Path
) -> None:
    again = run(corpus, documents, tmp_path / "again")
    assert (again.encode([SENTENCE]) == model.encode([SENTENCE])).all()
    for file in ("model.safetensors", "tokenizer.json", "loss.png", "README.md"):
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / "model" / file).read_bytes()


def test_training_goes_on_where_it_stopped(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = trainer(corpus, epochs=3).train(tmp_path / "whole.pt")
    file = tmp_path / "stopped.pt"
    save = Checkpoint.save

    def stop(checkpoint: Checkpoint, state: State) -> None:
        save(checkpoint, state)
        if state.epochs == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Checkpoint, "save", stop)
        with pytest.raises(KeyboardInterrupt):
            trainer(corpus, epochs=3).train(file)
    drawn: list[int] = []
    summed = embedding.summed
    monkeypatch.setattr(embedding, "summed", lambda *args: (drawn.append(1), summed(*args))[1])
    resumed = trainer(corpus, epochs=3).train(file)
    assert len(drawn) == len(whole.losses) / 3  # one epoch, and no initial table
    assert resumed.losses == whole.losses
    first, second = (one.model[0].embedding.weight for one in (whole, resumed))
    assert torch.equal(first, second)
    assert not file.exists()


def test_a_checkpoint_of_another_plan_is_not_gone_on_from(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.pt"
    Checkpoint(file, "another").save(State(1, torch.zeros(1, 1), {}, [9.0]))
    assert trainer(corpus, epochs=1).train(file).losses[0] != 9.0


def test_training_brings_questions_to_their_articles(corpus: Path, tmp_path: Path) -> None:
    articles = read_corpora([corpus])

    def rank_of_own(epochs: int) -> float:
        model = trainer(corpus, epochs).train(tmp_path / "checkpoint.pt").model
        titles = model.encode([article.title for article in articles])
        texts = model.encode([article.text for article in articles])
        scores = titles @ texts.T
        return float((scores >= scores.diagonal()[:, None]).sum(axis=1).mean())

    assert rank_of_own(epochs=12) <= rank_of_own(epochs=1)
    assert rank_of_own(epochs=12) < 2


def test_one_article_has_nothing_to_be_told_from(corpus: Path, tmp_path: Path) -> None:
    tokenizer = build_tokenizer(["tiêu chí"] * 20, 60)
    with pytest.raises(ValueError, match="no pairs"):
        Trainer(tokenizer, WRITTEN, [], EVERYDAY, Plan(8, 1, 0)).train(tmp_path / "checkpoint.pt")


def test_the_card_tells_the_figures_and_no_path(model: SentenceTransformer, tmp_path: Path) -> None:
    card = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert card.count("| BM25") == 1
    assert "hạt giống 2" in card
    assert str(tmp_path) not in card
    assert "](loss.png)" in card
    with Image.open(tmp_path / "model" / "loss.png") as image:
        image.verify()


def test_questions_of_people_are_measured_if_given(
    corpus: Path, records: list[dict[str, str]], documents: Path, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    lines = [
        json.dumps({"question": record["title"]} | record, ensure_ascii=False) for record in records
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    run(corpus, documents, tmp_path / "model", "--questions", str(file))
    card = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert card.count("| BM25") == 2


def test_the_command_reports_a_broken_corpus(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write_text("{}\n{", encoding="utf-8")
    assert main(["--corpora", str(corpus), "--output", str(tmp_path / "model")]) == 2
    assert f"{corpus}:1 [document]" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_the_command_needs_documents_to_measure_on(
    corpus: Path, documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write_text(corpus.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    places = ["--corpora", str(corpus), "--documents", str(documents)]
    assert main([*places, "--output", str(tmp_path / "model"), "--seed", "1"]) == 2
    assert "too few documents" in capsys.readouterr().err
