import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from knowledge.retrieval.static_model import StaticModel
from knowledge.settings import ROOT
from tests.unit.builders import flip_byte


@pytest.fixture
def model_copy(model_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(model_folder, tmp_path / "model")


_TEXTS = ["Tiêu chí 18", "hộ nghèo đa chiều, 95%", "", "???", "a" * 5_000]


@pytest.mark.parametrize("shipped", [True, False])
def test_the_vectors_are_those_of_the_library(shipped: bool, model_folder: Path):
    folder = ROOT / "knowledge" / "model" if shipped else model_folder
    library = SentenceTransformer(str(folder), device="cpu")
    ours = StaticModel.load(folder)
    assert ours
    theirs = library.encode(_TEXTS, normalize_embeddings=True, show_progress_bar=False)
    np.testing.assert_allclose(ours.encode(_TEXTS), theirs, atol=1e-6)


def test_a_question_is_embedded_without_loading_the_library(model_folder: Path):
    code = (
        "import sys\n"
        "from knowledge.retrieval.embedding import EmbeddingModel\n"
        "print(EmbeddingModel(sys.argv[1]).encode_queries(['tiêu chí 18']).shape)\n"
        "print(sorted({'torch', 'sentence_transformers'} & sys.modules.keys()))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(model_folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines() == ["(1, 16)", "[]"]


@pytest.mark.parametrize("kinds", [["Transformer", "Pooling"], ["StaticEmbedding", "Dense"], []])
def test_other_kinds_of_models_are_left_to_the_library(kinds: list[str], tmp_path: Path):
    modules = [{"type": f"sentence_transformers.{kind}", "path": ""} for kind in kinds]
    (tmp_path / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    assert StaticModel.load(tmp_path) is None


def test_a_model_that_wants_a_prompt_is_left_to_the_library(model_copy: Path):
    settings = model_copy / "config_sentence_transformers.json"
    changed = json.loads(settings.read_text(encoding="utf-8")) | {"prompts": {"query": "câu hỏi: "}}
    settings.write_text(json.dumps(changed), encoding="utf-8")
    assert StaticModel.load(model_copy) is None


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_a_damaged_model_is_left_to_the_library(name: str, model_copy: Path):
    (damaged,) = model_copy.rglob(name)
    flip_byte(damaged, 0)
    assert StaticModel.load(model_copy) is None
