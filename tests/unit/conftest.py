"""Fixtures for all unit tests: a tiny knowledge folder, a tiny model, an index of both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from knowledge.indexing.build import build
from knowledge.questions.recorder import recorder
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.settings import SETTINGS
from tests.unit import builders

# No examples are kept between runs, and a busy machine is no failure.
settings.register_profile("unit", database=None, deadline=None)
settings.load_profile("unit")


def pytest_configure(config: pytest.Config) -> None:
    """Hypothesis keeps what it learns about the code in a folder that does not stay."""
    home = TemporaryDirectory(prefix="hypothesis-")
    set_hypothesis_home_dir(home.name)
    config.add_cleanup(home.cleanup)


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No test sees the settings, the index or the secrets of the machine it runs on."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    for name in ("NTM_INDEX", "NTM_QUESTIONS", "NTM_SECRETS"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    yield
    if recorder.cache_info().currsize:
        recorder().close()
        recorder.cache_clear()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """The tiny knowledge folder."""
    return builders.write_folder(tmp_path / "documents")


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model on disk; read only."""
    return builders.save_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="session")
def model(model_folder: Path) -> EmbeddingModel:
    """The tiny model."""
    return EmbeddingModel(str(model_folder))


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory, model: EmbeddingModel) -> Path:
    folder = tmp_path_factory.mktemp("built")
    documents = builders.write_folder(folder / "documents")
    build([documents], folder / "index", model, report=lambda _: None)
    return folder / "index"


@pytest.fixture
def index_folder(_built: Path, tmp_path: Path) -> Path:
    """An index of the tiny folder with one version, to do with as the test likes."""
    shutil.copytree(_built, tmp_path / "index")
    return tmp_path / "index"


@pytest.fixture
def served(index_folder: Path, model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of an installation that serves the tiny index, in the middle of 2018."""
    monkeypatch.setenv("NTM_INDEX", str(index_folder))
    monkeypatch.setenv("NTM_EMBEDDING_MODEL", str(model_folder))
    monkeypatch.setenv("NTM_TODAY", "2018-06-30")
    return index_folder
