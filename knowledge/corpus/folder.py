"""Reads knowledge folders into one checked corpus."""

from __future__ import annotations

import contextlib
import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from knowledge.corpus import assembly, markdown, yaml_lines
from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import (
    Counts,
    CriteriaTable,
    Criterion,
    Earlier,
    Indicator,
    Requirement,
)
from knowledge.corpus.document import (
    AnyDocument,
    Article,
    Correction,
    MentionedDocument,
    Regulation,
    Relation,
)
from knowledge.corpus.lexicon import Entry, LexiconFile, clashes
from knowledge.corpus.originals import is_original, is_orphan, notes_among
from knowledge.corpus.parsed import Advance, Parsed
from knowledge.corpus.phrasing import PhrasingsFile
from knowledge.corpus.validation import validate
from knowledge.errors import DocumentError, FolderError

MENTIONED_FILE = "mentioned.yaml"

_TABLE = TypeAdapter(CriteriaTable)
_MENTIONED = TypeAdapter(list[MentionedDocument])
_LEXICON = TypeAdapter(LexiconFile)
_PHRASINGS = TypeAdapter(PhrasingsFile)
_RECORDS: dict[str, tuple[type[BaseModel], ...]] = {
    "regulation": (Regulation, Relation),
    "article": (Article, Relation, Correction),
}
_TABLE_RECORDS = (CriteriaTable, Criterion, Indicator, Requirement, Counts, Earlier)


def files_of(folder: Path) -> list[Path]:
    """The files of a folder that the reader takes, in a stable order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if not any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        and path.is_file()
        and (path.suffix in {".md", ".yaml", ".yml"} or is_original(path))
    )


def checksum(file: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read(
    folders: Sequence[Path], parsed: Parsed | None = None, advance: Advance | None = None
) -> Corpus:
    """Reads the folders; a later folder adds to the earlier ones.

    An original that cannot be read is reported in the corpus and left out.

    Args:
        folders: the shipped one first.
        parsed: originals that were parsed before.
        advance: told of the progress of parsing originals.

    Raises:
        FolderError: every error found in every file, not only the first.
    """
    corpus, errors = Corpus(), []
    originals: dict[Path, str] = {}
    notes: dict[Path, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            errors.append(DocumentError(folder, "không có thư mục này"))
            continue
        files = files_of(folder)
        beside = notes_among(files)
        notes |= beside
        for file in files:
            if file in beside:
                continue
            try:
                if is_original(file):
                    originals[file] = checksum(file)
                elif is_orphan(file):
                    said = "tệp ghi chú không còn tệp gốc bên cạnh; bỏ đi, hoặc đưa lại tệp gốc"
                    corpus.notes.append(DocumentError(file, said))
                else:
                    _read_file(file, corpus)
            except FolderError as error:
                errors.extend(error.errors)
            except DocumentError as error:
                errors.append(error)
            except OSError as error:
                corpus.refused.append(DocumentError(file, f"không mở được tệp: {error.strerror}"))
    try:
        sources = assembly.read_sources(originals, notes, parsed or Parsed(), corpus, advance)
    except FolderError as error:
        errors.extend(error.errors)
    if errors:
        raise FolderError(errors)
    assembly.add(corpus, sources)
    return corpus


def _read_file(file: Path, corpus: Corpus) -> None:
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentError(
            file, "tệp không phải UTF-8; trong trình soạn thảo chọn lưu với mã hóa UTF-8"
        ) from error
    if file.suffix == ".md":
        document, corpus.lines[file] = _document(text, file)
        _add_document(document, corpus)
        return
    value, lines = yaml_lines.parse(text, file)
    corpus.lines[file] = lines
    kind = value.get("kind") if isinstance(value, dict) else None
    if file.name == MENTIONED_FILE:
        _add_mentioned(
            validate(_MENTIONED, value or [], file, lines, (MentionedDocument,)), file, corpus
        )
    elif kind == "criteria_table":
        table = validate(_TABLE, value | {"path": file}, file, lines, _TABLE_RECORDS)
        corpus.tables.append(table)
    elif kind == "lexicon":
        lexicon = validate(_LEXICON, value | {"path": file}, file, lines, (LexiconFile, Entry))
        _add_lexicon(lexicon, corpus)
    elif kind == "phrasings":
        phrasings = validate(_PHRASINGS, value | {"path": file}, file, lines, (PhrasingsFile,))
        corpus.phrasings.append(phrasings)
    else:
        raise DocumentError(
            file,
            "không rõ loại tệp: bảng tiêu chí có dòng 'kind: criteria_table', "
            "từ điển có dòng 'kind: lexicon', cách hỏi khác có dòng 'kind: phrasings'",
            line=yaml_lines.line_of(lines, ("kind",)) or 1,
        )


def _document(text: str, file: Path) -> tuple[AnyDocument, yaml_lines.Lines]:
    front, body, first_line = markdown.split(text, file)
    value, lines = yaml_lines.parse(front, file, first_line=2)
    if not isinstance(value, dict):
        raise DocumentError(file, "phần đầu phải là các cặp khóa: giá trị", line=2)
    records = _RECORDS.get(str(value.get("kind")))
    if records is None:
        raise DocumentError(
            file,
            "phải là regulation (văn bản) hoặc article (bài báo); ví dụ 'kind: regulation'",
            line=yaml_lines.line_of(lines, ("kind",)),
            field="kind",
        )
    provisions = markdown.provisions(body, file, first_line)
    value |= {"path": file, "provisions": provisions}
    document: AnyDocument = validate(TypeAdapter(records[0]), value, file, lines, records)
    return document, lines


def _add_lexicon(lexicon: LexiconFile, corpus: Corpus) -> None:
    errors = list(clashes(lexicon, corpus.lines[lexicon.path], corpus.said))
    if errors:
        raise FolderError(errors)
    corpus.lexicon.extend(lexicon.entries)


def _add_mentioned(found: list[MentionedDocument], file: Path, corpus: Corpus) -> None:
    for position, mentioned in enumerate(found):
        if mentioned.number in corpus.mentioned:
            raise DocumentError(
                file,
                f"'{mentioned.number}' đã có trong mentioned.yaml; giữ lại một mục",
                line=yaml_lines.line_of(corpus.lines[file], (position, "number")),
                field=f"{position}.number",
            )
        corpus.mentioned[mentioned.number] = mentioned


def _add_document(document: AnyDocument, corpus: Corpus) -> None:
    known = corpus.documents.get(document.identity)
    if known is not None:
        name = "number" if isinstance(document, Regulation) else "id"
        raise DocumentError(
            document.path,
            f"'{document.identity}' đã có ở {known.path}; mỗi văn bản chỉ một tệp: "
            "gộp nội dung vào tệp kia, hoặc sửa lại số hiệu",
            line=yaml_lines.line_of(corpus.lines[document.path], (name,)),
            field=name,
        )
    corpus.documents[document.identity] = document


@contextlib.contextmanager
def collecting() -> Iterator[list[DocumentError]]:
    """Collects DocumentErrors appended inside the block and raises them together.

    Raises:
        FolderError: when the list is not empty at the end.
    """
    errors: list[DocumentError] = []
    yield errors
    if errors:
        raise FolderError(errors)
