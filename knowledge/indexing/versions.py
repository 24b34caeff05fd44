"""Index versions on disk.

index/
current            name of the version that serves, replaced by one atomic rename
versions/<name>/   files of one version, never changed once `current` names it
manifest.json    sha256 of every file, embedding model, counts, sources
.drafts/<name>     marks a version that was begun and not switched to
parsed/            originals as they were read, by the sha256 of their file
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from knowledge.corpus.folder import checksum as checksum
from knowledge.errors import DamagedIndexError, IndexUnusableError, NoIndexError

_CURRENT = "current"
_VERSIONS = "versions"
_MANIFEST = "manifest.json"
_DRAFTS = ".drafts"
_LOCK = ".lock"
KEPT = 3


@dataclass(frozen=True)
class Manifest:
    """What a version is made of.

    Attributes:
        name: of the version.
        built: time of the build, ISO 8601, UTC.
        model: fingerprint of the embedding model.
        code: fingerprint of the code that built it.
        counts: documents, tables, passages.
        files: sha256 of every file of the version.
        sources: sha256 of every file it was built from.
        originals: sha256 of every original as it was used; that of an earlier content
            where the file could not be read.
        search: how its dense index searches, `exact` or `approximate`.
    """

    name: str
    built: str
    model: str
    code: str
    counts: dict[str, int]
    files: dict[str, str]
    sources: dict[str, str]
    originals: dict[str, str] = field(default_factory=dict)
    search: str = "exact"


class VersionStore:
    """The versions under one index folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    @contextlib.contextmanager
    def exclusive(self, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Waits until no other builder works on this folder, then holds it.

        Args:
            waiting: called once if there is another builder to wait for.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if waiting:
                    waiting()
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def clean(self) -> None:
        """Removes what killed builds left; only under `exclusive`."""
        with contextlib.suppress(NoIndexError, DamagedIndexError):
            # Killed between the switch and the end: that version serves.
            (self._marks / self.current()).unlink(missing_ok=True)
        marked = {mark.name for mark in self._marks.iterdir()} if self._marks.is_dir() else set()
        for folder in self._all():
            unfinished = folder.name in marked or not (folder / _MANIFEST).is_file()
            if unfinished and not self._serves(folder.name):
                shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(self._marks, ignore_errors=True)

    @property
    def _marks(self) -> Path:
        """A file for each version that was begun and not switched to."""
        return self.folder / _DRAFTS

    def _all(self) -> list[Path]:
        versions = self.folder / _VERSIONS
        return sorted(versions.iterdir()) if versions.is_dir() else []

    @contextlib.contextmanager
    def draft(self, name: str) -> Iterator[Path]:
        """A folder to build a version in; removed again if the build fails."""
        folder = self.folder / _VERSIONS / name
        self._marks.mkdir(parents=True, exist_ok=True)
        (self._marks / name).touch()
        try:
            folder.mkdir(parents=True)
            yield folder
        except BaseException:
            # Not if the build broke off after the switch: then the version serves.
            if not self._serves(name):
                shutil.rmtree(folder, ignore_errors=True)
            self._unmark(name)
            raise

    def _serves(self, name: str) -> bool:
        try:
            return self.current() == name
        except IndexUnusableError:
            return False

    def _unmark(self, name: str) -> None:
        (self._marks / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._marks.rmdir()

    def seal(self, folder: Path, manifest: Manifest) -> None:
        """Writes the manifest and makes every file durable."""
        (folder / _MANIFEST).write_text(
            json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        for file in folder.iterdir():
            _sync(file)
        _sync(folder)

    def switch(self, name: str) -> None:
        """Makes a version the serving one, atomically, and drops the oldest ones."""
        fresh = self.folder / f"{_CURRENT}.new"
        fresh.write_text(name, encoding="utf-8")
        _sync(fresh)
        fresh.replace(self.folder / _CURRENT)
        _sync(self.folder)
        self._unmark(name)
        for old in self.names()[:-KEPT]:
            if old != name:
                shutil.rmtree(self.folder / _VERSIONS / old, ignore_errors=True)

    def names(self) -> list[str]:
        """Names of the sealed versions, oldest first."""
        return [folder.name for folder in self._all() if (folder / _MANIFEST).is_file()]

    def manifests(self) -> Iterator[Manifest]:
        """Manifests of the versions that can be read, oldest first."""
        for name in self.names():
            with contextlib.suppress(DamagedIndexError):
                yield self._manifest(name)

    def current(self) -> str:
        """Name of the serving version.

        Raises:
            NoIndexError: nothing has been built yet.
            DamagedIndexError: the name cannot be read.
        """
        try:
            return (self.folder / _CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise NoIndexError(f"chưa có chỉ mục ở {self.folder}; hãy chạy 'make index'") from error
        except (OSError, UnicodeDecodeError) as error:
            raise DamagedIndexError(f"không đọc được {self.folder / _CURRENT}") from error

    def verified(self, name: str) -> tuple[Path, Manifest]:
        """The folder and manifest of a version whose files all match their checksums.

        Raises:
            DamagedIndexError: a file is missing or differs.
        """
        folder = self.folder / _VERSIONS / name
        manifest = self._manifest(name)
        for file, wanted in manifest.files.items():
            path = folder / file
            if not path.is_file() or checksum(path) != wanted:
                raise DamagedIndexError(f"phiên bản {name}: tệp {file} bị thiếu hoặc bị hỏng")
        return folder, manifest

    def _manifest(self, name: str) -> Manifest:
        try:
            file = self.folder / _VERSIONS / name / _MANIFEST
            return Manifest(**json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise DamagedIndexError(f"phiên bản {name}: không đọc được manifest.json") from error


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
