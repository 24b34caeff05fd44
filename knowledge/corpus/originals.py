"""Original files in the folders: which files they are, and what they add to the corpus.

An original lies beside its optional notes: `52-2026.pdf` with `52-2026.yml` or
`52-2026.pdf.yml`. Several files may belong to one document (the decision, its
annex); they are put together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from knowledge.corpus import yaml_lines
from knowledge.corpus.original import NOTES_RECORDS, Notes, Original
from knowledge.corpus.validation import validate
from knowledge.errors import DocumentError

SUFFIXES = frozenset({".pdf", ".docx", ".doc", ".rtf", ".html", ".htm", ".mht", ".mhtml", ".txt"})
_NOTES = TypeAdapter(Notes)
_OPENING = 64 * 1024
_FRONT_MATTER = re.compile(r"^(?:---|kind:\s*(?:regulation|article)\b)", re.MULTILINE)
_ARTICLE = re.compile(r"^[\s#*_>]*Điều\s+1\s*[.:]", re.MULTILINE)
_PLAIN_LEGAL = re.compile(
    r"(?:^|[\s/])số\s*:?\s*\d+.{0,40}[/-]|^\W*(?:điều\s+1|phụ lục|căn cứ)\b", re.I | re.MULTILINE
)


@dataclass
class Source:
    """One original with its notes.

    Attributes:
        kept: whether an earlier version stands in for a file that cannot be read now.
        lines: by field of the notes.
    """

    file: Path
    sha: str
    original: Original
    notes: Notes = field(default_factory=Notes)
    notes_file: Path | None = None
    lines: yaml_lines.Lines = field(default_factory=dict)
    kept: bool = False

    @property
    def number(self) -> str:
        """What the document is cited by; "" where neither file nor notes say."""
        return self.notes.number or self.original.number


def is_original(file: Path) -> bool:
    """Whether a file is one for the readers.

    A `.md` is where it has no front matter but articles; a `.txt` where it looks
    like a legal text at all, for other notes lie about in folders too.
    """
    suffix = file.suffix.lower()
    if suffix in SUFFIXES - {".txt"}:
        return True
    if suffix not in {".md", ".txt"}:
        return False
    opening = _opening(file)
    if suffix == ".md":
        return not _FRONT_MATTER.match(opening.lstrip()) and _ARTICLE.search(opening) is not None
    return _PLAIN_LEGAL.search(opening) is not None


def _opening(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            raw = stream.read(_OPENING)
    except OSError:
        return ""
    coding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return unicodedata.normalize("NFC", raw.decode(coding, "replace"))


def notes_beside(file: Path) -> list[Path]:
    """Where the notes of an original can lie."""
    return [file.with_name(file.name + ".yml"), file.with_suffix(".yml")]


def notes_among(files: Iterable[Path]) -> dict[Path, Path]:
    """By notes file, the original that it belongs to."""
    present = set(files)
    found: dict[Path, Path] = {}
    for file in sorted(present):
        if file.suffix.lower() not in {".yml", ".yaml"} and is_original(file):
            for beside in notes_beside(file):
                if beside in present:
                    found.setdefault(beside, file)
    return found


def is_orphan(file: Path) -> bool:
    """Whether a `.yml` holds the notes of an original that has been taken out."""
    if file.suffix != ".yml":
        return False
    if Path(file.stem).suffix.lower() in SUFFIXES:
        return True
    try:
        value, _ = yaml_lines.parse(file.read_text(encoding="utf-8-sig"), file)
    except (DocumentError, OSError, UnicodeDecodeError):
        return False
    return isinstance(value, dict) and bool(value) and value.keys() <= Notes.model_fields.keys()


def read_notes(file: Path) -> tuple[Notes, yaml_lines.Lines]:
    """Reads the notes beside an original.

    Raises:
        DocumentError: it is no YAML, or no UTF-8.
        FolderError: fields that do not fit the schema.
    """
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentError(file, "tệp không phải UTF-8; lưu lại với mã hóa UTF-8") from error
    value, lines = yaml_lines.parse(text, file)
    notes: Notes = validate(_NOTES, value or {}, file, lines, NOTES_RECORDS)
    return notes, lines


def together(sources: Sequence[Source]) -> tuple[list[Source], list[DocumentError]]:
    """The files of one document, the decision itself first; and what to say about them.

    Where two files hold the same document, the first one is used.
    """
    whole = [source for source in sources if not source.original.part_only]
    parts = [source for source in sources if source.original.part_only]
    problems = [
        DocumentError(
            extra.file,
            f"{extra.number} đã có bản gốc ở {whole[0].file.name}; tệp này không dùng, "
            "hãy bỏ một trong hai",
        )
        for extra in whole[1:]
        if extra.original.articles or not extra.original.annexes
    ]
    unused = {problem.file for problem in problems}
    return [item for item in (*whole, *parts) if item.file not in unused], problems
