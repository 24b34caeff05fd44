"""How much a file may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading one file.

    The largest decrees with all their forms stay far below the defaults: the
    consolidated tariff, about 2,000 pages, is 30 MB and 6 million characters.

    Attributes:
        file_mb: size on disk.
        unpacked_mb: what a zipped file (.docx) may unpack to, all parts together.
        ratio: how many times larger than packed one part may be; legal texts stay under 40.
        pages: pages of a PDF.
        characters: text and table cells of the whole document.
        seconds: wall time of the parsing process.
        memory_mb: memory (address space) of the parsing process.
    """

    file_mb: int = 100
    unpacked_mb: int = 300
    ratio: int = 200
    pages: int = 3000
    characters: int = 12_000_000
    seconds: int = 300
    memory_mb: int = 3000


DEFAULT_LIMITS = Limits()
