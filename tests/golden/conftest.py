"""One index of the real knowledge folder with the real model, for every golden test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import settings
from knowledge.assistant import Assistant
from knowledge.indexing.build import build
from knowledge.indexing.index import Index, load
from knowledge.retrieval.embedding import EmbeddingModel

TODAY = "2026-11-22"


@pytest.fixture(scope="session")
def model() -> EmbeddingModel:
    """The model that ships."""
    return EmbeddingModel(str(settings.ROOT / "knowledge" / "model"))


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory, model: EmbeddingModel) -> Path:
    """An index of what ships; read only."""
    folder = tmp_path_factory.mktemp("index")
    build([settings.shipped_documents()], folder, model, report=lambda _step: None)
    return folder


@pytest.fixture(scope="session")
def index(index_folder: Path, model: EmbeddingModel) -> Index:
    """The version that serves."""
    return load(index_folder, model)


@pytest.fixture(scope="session")
def assistant(index_folder: Path, model: EmbeddingModel) -> Iterator[Assistant]:
    """An assistant that knows what ships, on a fixed day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTM_TODAY", TODAY)
        found = Assistant(index_folder, model)
        found.warm()
        yield found
