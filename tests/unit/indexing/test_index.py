import json
import shutil
from pathlib import Path

import pytest

from knowledge.corpus.folder import read
from knowledge.errors import DamagedIndexError, ModelMismatchError, NoIndexError
from knowledge.indexing.index import load, read_corpus, write_corpus
from knowledge.indexing.passages import passages_of
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.models import LISTED, Treatment
from tests.unit.builders import (
    ARTICLE,
    LETTER,
    NEW,
    OLD,
    flip_byte,
    save_model,
)

VERSION_FILES = (
    "corpus.json",
    "passages.json",
    "dense.faiss",
    "lexical.npz",
    "lexical-terms.json",
    "embedded.npy",
    "term-counts.npz",
    "term-texts.npy",
)


def test_a_corpus_comes_back_as_it_was_written(documents: Path, tmp_path: Path):
    corpus = read([documents])
    write_corpus(corpus, tmp_path / "corpus.json")
    again = read_corpus(tmp_path / "corpus.json")
    assert again.documents == corpus.documents
    assert again.tables == corpus.tables
    assert again.mentioned == corpus.mentioned


def test_a_loaded_version_stands_on_its_own(
    documents: Path, index_folder: Path, model: EmbeddingModel
):
    corpus = read([documents])
    index = load(index_folder, model)
    assert set(index.catalogue.regulations) == {OLD, NEW, LETTER}
    assert set(index.catalogue.articles) == {ARTICLE}
    assert list(index.retriever.passages) == passages_of(corpus)
    assert index.manifest.name == VersionStore(index_folder).current()


@pytest.mark.parametrize(
    ("query", "document", "provision"),
    [
        ("Ai quy định mức thu gom rác thải?", NEW, "Điều 2 khoản 1"),
        ("can bo xa can bang cap gi", LETTER, "Mục 1"),
        ("Kiên Giang bao nhiêu xã trồng đường hoa", ARTICLE, "Phong trào đường hoa"),
        ("tỷ lệ đường trục xã được nhựa hóa", NEW, "chỉ tiêu 1.1 (xã)"),
    ],
)
def test_a_loaded_version_finds_passages(
    index_folder: Path, model: EmbeddingModel, query: str, document: str, provision: str
):
    best = load(index_folder, model).retriever.search(query)[0]
    assert best.passage.identity == (document, provision)


def test_nothing_built_is_no_index(tmp_path: Path, model: EmbeddingModel):
    with pytest.raises(NoIndexError, match="make index"):
        load(tmp_path / "nowhere", model)


def test_another_embedding_model_is_refused_and_both_are_named(
    index_folder: Path, tmp_path: Path, model: EmbeddingModel
):
    other = EmbeddingModel(str(save_model(tmp_path / "other", seed=1)))
    with pytest.raises(ModelMismatchError) as caught:
        load(index_folder, other)
    assert model.fingerprint in str(caught.value)
    assert other.fingerprint in str(caught.value)


def test_the_same_weights_with_another_prompt_are_refused(
    index_folder: Path, model_folder: Path, tmp_path: Path
):
    copy = shutil.copytree(model_folder, tmp_path / model_folder.name)
    settings = copy / "config_sentence_transformers.json"
    value = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps(value | {"prompts": {"query": "hỏi: "}}), encoding="utf-8")
    with pytest.raises(ModelMismatchError, match="NTM_EMBEDDING_MODEL"):
        load(index_folder, EmbeddingModel(str(copy)))


def test_the_same_weights_treated_otherwise_are_refused(
    index_folder: Path, model_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(LISTED, f"somebody/{model_folder.name}", Treatment(query="hỏi: "))
    with pytest.raises(ModelMismatchError, match="NTM_EMBEDDING_MODEL"):
        load(index_folder, EmbeddingModel(str(model_folder)))


@pytest.mark.parametrize("file", VERSION_FILES)
@pytest.mark.parametrize("position", [0, 20, -1])
def test_one_flipped_byte_of_any_file_is_refused(
    index_folder: Path, model: EmbeddingModel, file: str, position: int
):
    flip_byte(index_folder / "versions" / VersionStore(index_folder).current() / file, position)
    with pytest.raises(DamagedIndexError, match=file):
        load(index_folder, model)


def test_every_file_of_a_version_is_checked(index_folder: Path):
    _, manifest = VersionStore(index_folder).verified(VersionStore(index_folder).current())
    assert set(manifest.files) == set(VERSION_FILES)
