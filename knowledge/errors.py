"""Every error the library raises on purpose.

    NtmError
    ├── SettingError          a setting has a value that cannot be used
    ├── DocumentError         a file of the knowledge folder is wrong (file, line, field)
    ├── FolderError           one or more DocumentErrors, collected by a check
    ├── StorageError          nothing can be written: disk full, no permission
    └── IndexUnusableError    an index version cannot be served
        ├── NoIndexError          nothing has been built yet
        ├── DamagedIndexError     a file does not match its checksum
        └── ModelMismatchError    built with another embedding model

Messages are in Vietnamese: they are read by the maintainers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class NtmError(Exception):
    """Root of the hierarchy."""


class SettingError(NtmError):
    """A setting has a value that cannot be used."""


class DocumentError(NtmError):
    """A file of the knowledge folder is wrong.

    Attributes:
        file: the file.
        line: 1-based line, or None where the whole file is meant.
        field: dotted path of the field (`relations.0.number`), or "".
        problem: what is wrong and how to mend it, in Vietnamese.
    """

    def __init__(self, file: Path, problem: str, *, line: int | None = None, field: str = ""):
        self.file = file
        self.problem = problem
        self.line = line
        self.field = field
        where = str(file) + (f":{line}" if line else "") + (f" [{field}]" if field else "")
        super().__init__(f"{where}: {problem}")


class FolderError(NtmError):
    """The knowledge folder has errors; each is a DocumentError."""

    def __init__(self, errors: Sequence[DocumentError]):
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class StorageError(NtmError):
    """Nothing can be written: disk full, quota, no permission."""


class IndexUnusableError(NtmError):
    """An index version cannot be served."""


class NoIndexError(IndexUnusableError):
    """Nothing has been built yet."""


class DamagedIndexError(IndexUnusableError):
    """A file of the version does not match its checksum."""


class ModelMismatchError(IndexUnusableError):
    """The version was built with another embedding model than the one configured."""
