"""Going back to an earlier index version."""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import IndexUnusableError, NoIndexError
from knowledge.indexing import canary
from knowledge.indexing.index import load_version
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel


def roll_back(folder: Path, model: EmbeddingModel, wanted: str | None = None) -> str:
    """Switches to another version once it has been loaded and has answered the canary questions.

    Args:
        folder: index folder.
        model: the embedding model that serves.
        wanted: name of the version, or its beginning; the newest good one before the
            serving one if not given.

    Returns:
        Name of the version that serves now.

    Raises:
        IndexUnusableError: there is no such version, or it cannot serve; nothing changes.
    """
    store = VersionStore(folder)
    with store.exclusive():
        names = store.names()
        if wanted is not None:
            matching = [name for name in names if name.startswith(wanted)]
            if len(matching) != 1:
                raise NoIndexError(
                    f"không có đúng một phiên bản '{wanted}'; đang có: {', '.join(names)}"
                )
            _verify(store, matching[0], model)
            store.switch(matching[0])
            return matching[0]
        current = store.current()
        for name in reversed([name for name in names if name < current]):
            try:
                _verify(store, name, model)
            except IndexUnusableError:
                continue
            store.switch(name)
            return name
        raise NoIndexError(f"không có phiên bản nào dùng được trước {current}")


def _verify(store: VersionStore, name: str, model: EmbeddingModel) -> None:
    canary.check(load_version(store, name, model))
