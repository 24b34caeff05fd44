"""The index that serves: follows `current` and never lets go of a good version for a bad one."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from knowledge.errors import IndexUnusableError, NoIndexError
from knowledge.indexing.index import Index, load_version
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel

_log = logging.getLogger(__name__)


class LiveIndex:
    """Gives the serving index; reloads when another version was switched to."""

    def __init__(self, folder: Path, model: EmbeddingModel):
        self._store = VersionStore(folder)
        self._model = model
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._refused: str | None = None

    def get(self) -> Index:
        """The serving index.

        A version that cannot be used is refused with one log line: the loaded
        one goes on serving, or at start the newest earlier one that loads. While one
        caller loads a new version, all others are served by the version before.

        Raises:
            IndexUnusableError: there is no version that can be served.
        """
        loaded = self._index
        if not self._lock.acquire(blocking=loaded is None) and loaded is not None:
            return loaded
        try:
            return self._latest()
        finally:
            self._lock.release()

    def _latest(self) -> Index:
        try:
            name = self._store.current()
        except IndexUnusableError as error:
            return self._without_name(error)
        if self._index is not None and name in (self._index.manifest.name, self._refused):
            return self._index
        try:
            self._index, self._refused = load_version(self._store, name, self._model), None
        except IndexUnusableError as error:
            _log.error("không dùng được chỉ mục %s: %s", name, error)
            self._refused = name
            self._index = self._index or self._last_good(name, error)
        return self._index

    def _without_name(self, error: IndexUnusableError) -> Index:
        """What serves when nothing says which version should."""
        if self._refused != str(error):
            _log.error("không biết phiên bản nào đang dùng: %s", error)
            self._refused = str(error)
        if self._index is None and isinstance(error, NoIndexError):
            raise error
        self._index = self._index or self._last_good("~", error)
        return self._index

    def _last_good(self, refused: str, cause: IndexUnusableError) -> Index:
        for name in reversed([name for name in self._store.names() if name < refused]):
            try:
                found = load_version(self._store, name, self._model)
            except IndexUnusableError:
                continue
            _log.error("dùng tạm phiên bản trước: %s", name)
            return found
        raise cause
