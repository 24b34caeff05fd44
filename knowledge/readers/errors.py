"""What a reader raises when a file cannot be read.

    DocumentError
    └── UnreadableFileError       the file as a whole is refused
        ├── TooLargeError         larger than allowed, on disk or unpacked
        ├── UnsafeFileError       macros, or built to exhaust whoever opens it
        ├── ProtectedFileError    needs a password
        ├── BrokenFileError       not what its name says, or damaged
        ├── NoTextError           a scan: pictures of pages without a text layer
        ├── EncodingError         letters that are not Unicode Vietnamese
        └── MissingToolError      needs a program that is not installed

Messages are in Vietnamese and say how to mend it: they are read by the maintainers.
"""

from __future__ import annotations

from knowledge.errors import DocumentError


class UnreadableFileError(DocumentError):
    """The file is refused; `problem` says why and what to do about it."""


class TooLargeError(UnreadableFileError):
    """Larger than allowed, on disk or unpacked, or takes too long."""


class UnsafeFileError(UnreadableFileError):
    """Carries macros, or is built to exhaust whoever opens it."""


class ProtectedFileError(UnreadableFileError):
    """Needs a password."""


class BrokenFileError(UnreadableFileError):
    """Not what its name says, or damaged."""


class NoTextError(UnreadableFileError):
    """Pictures of pages without a text layer."""


class EncodingError(UnreadableFileError):
    """Letters that cannot be turned into Unicode Vietnamese with certainty."""


class MissingToolError(UnreadableFileError):
    """Needs a program that is not installed on this machine."""
