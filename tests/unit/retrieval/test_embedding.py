import shutil
from pathlib import Path

import numpy as np
import pytest

from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import flip_byte, save_model


def test_texts_become_unit_vectors(model: EmbeddingModel):
    vectors = model.encode(["Đường trục xã", "Hộ nghèo", "18.1"])
    assert (vectors.shape, vectors.dtype) == ((3, 16), np.float32)
    assert vectors.flags.c_contiguous
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_in_any_company(model: EmbeddingModel):
    texts = [f"tiêu chí {number}" for number in range(150)]
    together = model.encode(texts)
    alone = np.concatenate([model.encode([text]) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_nothing_to_say_is_zero_and_not_nan(model: EmbeddingModel):
    assert not model.encode(["", "???"]).any()


def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path):
    broken = tmp_path / "model"
    broken.mkdir()
    (broken / "modules.json").write_text("{", encoding="utf-8")
    model = EmbeddingModel(str(broken))
    assert model.fingerprint.startswith("model@")
    with pytest.raises(ValueError, match="Expecting"):
        model.encode(["tiêu chí"])


def test_the_fingerprint_of_a_folder_is_that_of_what_is_in_it(model_folder: Path, tmp_path: Path):
    copy = shutil.copytree(model_folder, tmp_path / model_folder.name)
    wanted = EmbeddingModel(str(model_folder)).fingerprint
    assert EmbeddingModel(str(copy)).fingerprint == wanted
    (copy / "ghi-chú.pdf").write_bytes(b"x")
    assert EmbeddingModel(str(copy)).fingerprint == wanted


def test_other_weights_have_another_fingerprint(model: EmbeddingModel, tmp_path: Path):
    other = EmbeddingModel(str(save_model(tmp_path / "tiny", seed=1)))
    assert other.fingerprint != model.fingerprint


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_any_change_of_a_file_is_another_fingerprint(name: str, model_folder: Path, tmp_path: Path):
    copy = shutil.copytree(model_folder, tmp_path / model_folder.name)
    (changed,) = copy.rglob(name)
    flip_byte(changed)
    original = EmbeddingModel(str(model_folder)).fingerprint
    assert EmbeddingModel(str(copy)).fingerprint != original


def test_a_file_of_another_name_is_another_fingerprint(model_folder: Path, tmp_path: Path):
    copy = shutil.copytree(model_folder, tmp_path / model_folder.name)
    (renamed,) = copy.rglob("tokenizer.json")
    renamed.rename(renamed.with_name("vocabulary.json"))
    original = EmbeddingModel(str(model_folder)).fingerprint
    assert EmbeddingModel(str(copy)).fingerprint != original


def test_a_model_known_by_name_only_is_identified_by_that_name():
    assert EmbeddingModel("nobody/no-such-model").fingerprint == "nobody/no-such-model"


def test_no_texts_have_no_vectors_of_the_same_dimension(model: EmbeddingModel):
    assert model.encode([]).shape == (0, 16)
