"""Index versions on disk.

index/
current            name of the version that serves, replaced by one atomic rename
versions/<name>/   files of one version, never changed once `current` names it
manifest.json    sha256 of every file, embedding model, counts, sources
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import DamagedIndexError, NoIndexError

_CURRENT = "current"
_VERSIONS = "versions"
_MANIFEST = "manifest.json"
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
    """

    name: str
    built: str
    model: str
    code: str
    counts: dict[str, int]
    files: dict[str, str]
    sources: dict[str, str]


def checksum(file: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class VersionStore:
    """The versions under one index folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Waits until no other builder works on this folder, then holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextlib.contextmanager
    def draft(self, name: str) -> Iterator[Path]:
        """A folder to build a version in; removed again if the build fails."""
        folder = self.folder / _VERSIONS / name
        folder.mkdir(parents=True)
        try:
            yield folder
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

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
        for old in self.names()[:-KEPT]:
            if old != name:
                shutil.rmtree(self.folder / _VERSIONS / old, ignore_errors=True)

    def names(self) -> list[str]:
        """Names of the sealed versions, oldest first."""
        versions = self.folder / _VERSIONS
        if not versions.is_dir():
            return []
        return sorted(f.name for f in versions.iterdir() if (f / _MANIFEST).is_file())

    def current(self) -> str:
        """Name of the serving version.

        Raises:
            NoIndexError: nothing has been built yet.
        """
        try:
            return (self.folder / _CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise NoIndexError(f"chưa có chỉ mục ở {self.folder}; hãy chạy 'make index'") from error

    def verified(self, name: str) -> tuple[Path, Manifest]:
        """The folder and manifest of a version whose files all match their checksums.

        Raises:
            DamagedIndexError: a file is missing or differs.
        """
        folder = self.folder / _VERSIONS / name
        try:
            raw = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
            manifest = Manifest(**raw)
        except (OSError, ValueError, TypeError) as error:
            raise DamagedIndexError(f"phiên bản {name}: không đọc được manifest.json") from error
        for file, wanted in manifest.files.items():
            path = folder / file
            if not path.is_file() or checksum(path) != wanted:
                raise DamagedIndexError(f"phiên bản {name}: tệp {file} bị thiếu hoặc bị hỏng")
        return folder, manifest


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
