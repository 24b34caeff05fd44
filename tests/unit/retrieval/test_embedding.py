import json
import shutil
from pathlib import Path

import huggingface_hub.constants
import numpy as np
import pytest

from knowledge.errors import SettingError
from knowledge.retrieval import embedding
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.models import LISTED
from tests.unit.builders import flip_byte, save_model, save_transformer

TEXTS = ["Đường trục xã", "Hộ nghèo"]


@pytest.fixture(scope="module")
def transformer_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny Transformer on disk; read only."""
    return save_transformer(tmp_path_factory.mktemp("models") / "tiny-bert")


def with_prompts(folder: Path, copy: Path, **prompts: str) -> Path:
    """A copy of a model that carries these prompts."""
    shutil.copytree(folder, copy)
    file = copy / "config_sentence_transformers.json"
    settings = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(settings | {"prompts": prompts}), encoding="utf-8")
    return copy


def test_texts_become_unit_vectors(model: EmbeddingModel):
    vectors = model.encode_passages(["Đường trục xã", "Hộ nghèo", "18.1"])
    assert (vectors.shape, vectors.dtype) == ((3, 16), np.float32)
    assert vectors.flags.c_contiguous
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_transformer_makes_unit_vectors_too(transformer_folder: Path):
    vectors = EmbeddingModel(str(transformer_folder)).encode_queries(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((2, 16), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_in_any_company(model: EmbeddingModel):
    texts = [f"tiêu chí {number}" for number in range(150)]
    together = model.encode_passages(texts)
    alone = np.concatenate([model.encode_passages([text]) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_nothing_to_say_is_zero_and_not_nan(model: EmbeddingModel):
    assert not model.encode_passages(["", "???"]).any()


def test_no_texts_have_no_vectors_of_the_same_dimension(model: EmbeddingModel):
    assert model.encode_queries([]).shape == model.encode_passages([]).shape == (0, 16)


def test_without_prompts_a_question_is_embedded_as_a_passage_is(model: EmbeddingModel):
    np.testing.assert_array_equal(model.encode_queries(TEXTS), model.encode_passages(TEXTS))


@pytest.mark.parametrize("named", ["passage", "document"])
@pytest.mark.parametrize("kind", ["static", "transformer"])
def test_the_prompts_that_a_model_carries_are_put_before_its_texts(
    kind: str, named: str, model_folder: Path, transformer_folder: Path, tmp_path: Path
):
    folder = model_folder if kind == "static" else transformer_folder
    prompts = {"query": "hỏi: ", named: "đoạn văn: "}
    prompted = EmbeddingModel(str(with_prompts(folder, tmp_path / "prompted", **prompts)))
    plain = EmbeddingModel(str(folder))
    queries, passages = prompted.encode_queries(TEXTS), prompted.encode_passages(TEXTS)
    asked = plain.encode_queries([f"hỏi: {text}" for text in TEXTS])
    np.testing.assert_allclose(queries, asked, atol=1e-6)
    written = plain.encode_passages([f"đoạn văn: {text}" for text in TEXTS])
    np.testing.assert_allclose(passages, written, atol=1e-6)
    assert not np.allclose(queries, plain.encode_queries(TEXTS), atol=1e-2)
    assert not np.allclose(queries, passages, atol=1e-2)


def test_a_listed_model_gets_its_prefixes_and_its_length(transformer_folder: Path, tmp_path: Path):
    listed = tmp_path / "multilingual-e5-small"
    shutil.copytree(transformer_folder, listed)
    plain, e5 = EmbeddingModel(str(transformer_folder)), EmbeddingModel(str(listed))
    asked = plain.encode_queries([f"query: {text}" for text in TEXTS])
    written = plain.encode_passages([f"passage: {text}" for text in TEXTS])
    np.testing.assert_allclose(e5.encode_queries(TEXTS), asked, atol=1e-6)
    np.testing.assert_allclose(e5.encode_passages(TEXTS), written, atol=1e-6)


def test_a_long_text_is_cut_at_the_length_of_the_table(
    transformer_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    short = embedding.Treatment(max_tokens=4)
    monkeypatch.setattr(embedding, "treatment", lambda name: short)
    model = EmbeddingModel(str(transformer_folder))
    cut, whole = model.encode_passages(["hộ nghèo", "hộ nghèo xã đường trục"])
    np.testing.assert_allclose(cut, whole, atol=1e-6)


def test_a_model_is_not_made_to_read_more_than_it_can(transformer_folder: Path, tmp_path: Path):
    listed = tmp_path / "multilingual-e5-base"
    shutil.copytree(transformer_folder, listed)
    assert EmbeddingModel(str(listed)).encode_passages(["hộ nghèo " * 500]).shape == (1, 16)


def test_a_model_of_words_gets_words(
    transformer_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "vietnamese-bi-encoder"
    shutil.copytree(transformer_folder, folder)
    seen: list[tuple[list[str], str]] = []

    def segment(texts: list[str], model: str) -> list[str]:
        seen.append((texts, model))
        return [text.replace("Hộ nghèo", "Hộ_nghèo") for text in texts]

    monkeypatch.setattr(embedding, "segment", segment)
    words, plain = EmbeddingModel(str(folder)), EmbeddingModel(str(transformer_folder))
    vectors = words.encode_queries(TEXTS)
    np.testing.assert_allclose(
        vectors, plain.encode_queries(["Đường trục xã", "Hộ_nghèo"]), atol=1e-6
    )
    assert seen == [(TEXTS, str(folder))]
    words.encode_passages(TEXTS)
    assert len(seen) == 2


def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path):
    broken = tmp_path / "model"
    broken.mkdir()
    (broken / "modules.json").write_text("{", encoding="utf-8")
    model = EmbeddingModel(str(broken))
    assert model.fingerprint.startswith("model@")
    with pytest.raises(SettingError, match=r"NTM_EMBEDDING_MODEL.*model'.*Expecting"):
        model.encode_queries(["tiêu chí"])


@pytest.mark.parametrize("name", ["nobody/no-such-model", "/nowhere/no-such-model"])
def test_a_model_that_cannot_be_had_is_told_with_the_setting(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(SettingError, match=rf"NTM_EMBEDDING_MODEL: .*'{name}' không có trên máy"):
        EmbeddingModel(name).encode_queries(["tiêu chí"])


def test_a_model_that_wants_its_own_code_run_is_refused(monkeypatch: pytest.MonkeyPatch):
    asked: list[bool] = []

    def load(name: str, *, local: bool) -> None:
        asked.append(local)
        raise ValueError("requires you to execute the configuration file")

    monkeypatch.setattr(embedding, "_load", load)
    with pytest.raises(SettingError, match=r"NTM_EMBEDDING_MODEL: .*requires you to execute"):
        EmbeddingModel("somebody/with-code").encode_queries(["tiêu chí"])
    assert asked == [True, False]


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


def test_another_prompt_is_another_fingerprint(model_folder: Path, tmp_path: Path):
    names = ("query: ", "hỏi: ")
    prompted = [
        EmbeddingModel(
            str(with_prompts(model_folder, tmp_path / str(number) / "tiny", query=prompt))
        )
        for number, prompt in enumerate(names)
    ]
    original = EmbeddingModel(str(model_folder)).fingerprint
    assert len({original, *(model.fingerprint for model in prompted)}) == 3


@pytest.mark.parametrize("name", LISTED)
def test_what_is_done_to_the_texts_is_part_of_the_fingerprint(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    listed = EmbeddingModel(name).fingerprint
    assert listed.startswith(f"{name}+")
    monkeypatch.setitem(LISTED, name, embedding.Treatment(query="khác: "))
    assert EmbeddingModel(name).fingerprint != listed


def test_a_model_known_by_name_only_is_identified_by_that_name():
    assert EmbeddingModel("nobody/no-such-model").fingerprint == "nobody/no-such-model"
