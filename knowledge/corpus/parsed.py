"""Parsed originals by the sha256 of their file, so that no file is parsed twice.

A file takes up to ten seconds to parse, an entry of the cache some milliseconds
to read. Entries are written aside and renamed; one that cannot be read back
counts as absent.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pydantic import ValidationError

from knowledge.corpus.detection import detect
from knowledge.corpus.original import Original
from knowledge.errors import SettingError
from knowledge.readers import UnreadableFileError

_log = logging.getLogger(__name__)

_CODE = Path(__file__).resolve().parent
_SUFFIX = ".json"
_KEY = 16

Advance = Callable[[int, int], None]
"""Told how many files of how many are parsed."""


def reader_fingerprint() -> str:
    """A checksum of the modules that decide what a file is read as."""
    digest = hashlib.sha256()
    modules = [*(_CODE.parent / "readers").glob("*.py")]
    modules += [_CODE / f"{name}.py" for name in ("original", "detection", "excerpts")]
    for file in sorted(modules):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:_KEY]


class Parsed:
    """A cache folder; without one, nothing is kept.

    Attributes:
        earlier: sha256 of the last content of each file that could be read.
        count: how many files were really parsed.
    """

    def __init__(self, folder: Path | None = None, earlier: Mapping[str, str] | None = None):
        self._folder = folder
        self._code = reader_fingerprint()
        self.earlier = dict(earlier or {})
        self.count = 0

    def get(self, sha: str) -> Original | None:
        """What the file with that checksum was read as; None where it is not known."""
        return _load(self._entry(sha))

    def last_good(self, file: Path) -> tuple[str, Original] | None:
        """Checksum and content of the last version of a file that could be read.

        By whatever version of the reader: an older reading is better than none.
        """
        sha = self.earlier.get(str(file))
        if not sha or self._folder is None:
            return None
        entries = sorted(self._folder.glob(f"{sha}-*{_SUFFIX}"))
        mine = self._entry(sha)
        for entry in [mine, *(e for e in entries if e != mine)]:
            if found := _load(entry):
                return sha, found
        return None

    def parse(
        self, files: Mapping[Path, str], advance: Advance | None = None
    ) -> dict[Path, Original | UnreadableFileError]:
        """What each file is read as, or why not; cached ones are not parsed.

        Args:
            files: with their sha256.
            advance: told of the progress of parsing.
        """
        results: dict[Path, Original | UnreadableFileError] = {}
        todo: list[Path] = []
        for file, sha in files.items():
            known = self.get(sha)
            if known is None:
                todo.append(file)
            else:
                results[file] = known
        # Each parse is a process of its own; a thread only waits for it.
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for done, (file, found) in enumerate(
                zip(todo, pool.map(_parse, todo), strict=True), start=1
            ):
                results[file] = found
                self.count += 1
                if isinstance(found, Original):
                    self._keep(files[file], found)
                if advance:
                    advance(done, len(todo))
        return results

    def prune(self, wanted: Collection[str]) -> None:
        """Drops the entries of files that no kept version was built from."""
        if self._folder is None or not self._folder.is_dir():
            return
        for entry in self._folder.iterdir():
            if entry.name.partition("-")[0] not in wanted:
                entry.unlink(missing_ok=True)

    def _entry(self, sha: str) -> Path | None:
        return self._folder / f"{sha}-{self._code}{_SUFFIX}" if self._folder else None

    def _keep(self, sha: str, found: Original) -> None:
        entry = self._entry(sha)
        if entry is None:
            return
        entry.parent.mkdir(parents=True, exist_ok=True)
        body = found.model_dump_json(exclude_defaults=True).encode()
        fresh = entry.with_suffix(".new")
        try:
            fresh.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            fresh.replace(entry)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def _load(entry: Path | None) -> Original | None:
    try:
        raw = entry.read_bytes() if entry else b""
    except OSError:
        return None
    seal, _, body = raw.partition(b"\n")
    if seal.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
        return None
    try:
        return Original.model_validate_json(body)
    except ValidationError:
        return None


def _parse(file: Path) -> Original | UnreadableFileError:
    try:
        return detect(file)
    except UnreadableFileError as error:
        return error
    except SettingError:
        raise
    except Exception as error:
        # One strange file must not keep all others out of the index.
        _log.exception("trình đọc hỏng ở %s", file)
        return UnreadableFileError(
            file,
            f"trình đọc gặp lỗi không lường trước ({type(error).__name__}); hãy báo lại tệp này",
        )
