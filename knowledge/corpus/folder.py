"""Reads knowledge folders into one checked corpus."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.corpus import markdown, yaml_lines
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import AnyDocument, Article, MentionedDocument, Regulation
from knowledge.errors import DocumentError, FolderError

MENTIONED_FILE = "mentioned.yaml"

_DOCUMENT: TypeAdapter[AnyDocument] = TypeAdapter(AnyDocument)
_TABLE = TypeAdapter(CriteriaTable)
_MENTIONED = TypeAdapter(list[MentionedDocument])

# Pydantic speaks English; maintainers read Vietnamese.
_MESSAGES = {
    "missing": "thiếu trường này",
    "extra_forbidden": "không có trường này; kiểm tra lại chính tả",
    "too_short": "cần ít nhất một giá trị",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "date_from_datetime_parsing": "phải là ngày dạng YYYY-MM-DD",
    "date_parsing": "phải là ngày dạng YYYY-MM-DD",
    "date_type": "phải là ngày dạng YYYY-MM-DD",
    "string_type": "phải là chữ",
    "tuple_type": "phải là danh sách",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "float_type": "phải là số",
    "dict_type": "phải là các cặp khóa: giá trị",
    "model_type": "phải là các cặp khóa: giá trị",
    "model_attributes_type": "phải là các cặp khóa: giá trị",
}


@dataclass
class Corpus:
    """Everything that was read, keyed by what it is cited by."""

    documents: dict[str, AnyDocument] = field(default_factory=dict)
    tables: list[CriteriaTable] = field(default_factory=list)
    mentioned: dict[str, MentionedDocument] = field(default_factory=dict)
    lines: dict[Path, yaml_lines.Lines] = field(default_factory=dict)

    @property
    def regulations(self) -> Iterator[Regulation]:
        """The legal texts, in order of reading."""
        return (doc for doc in self.documents.values() if isinstance(doc, Regulation))

    @property
    def articles(self) -> Iterator[Article]:
        """The newspaper articles, in order of reading."""
        return (doc for doc in self.documents.values() if isinstance(doc, Article))


def files_of(folder: Path) -> list[Path]:
    """The files of a folder that the reader takes, in a stable order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix in {".md", ".yaml", ".yml"}
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def read(folders: Sequence[Path]) -> Corpus:
    """Reads the folders; a later folder adds to the earlier ones.

    Raises:
        FolderError: every error found in every file, not only the first.
    """
    corpus, errors = Corpus(), []
    for folder in folders:
        if not folder.is_dir():
            errors.append(DocumentError(folder, "không có thư mục này"))
            continue
        for file in files_of(folder):
            try:
                _read_file(file, corpus)
            except FolderError as error:
                errors.extend(error.errors)
            except DocumentError as error:
                errors.append(error)
    if errors:
        raise FolderError(errors)
    return corpus


def _read_file(file: Path, corpus: Corpus) -> None:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(file, "tệp không phải UTF-8; hãy lưu lại bằng UTF-8") from error
    if file.suffix == ".md":
        document, corpus.lines[file] = _document(text, file)
        _add_document(document, corpus)
        return
    value, lines = yaml_lines.parse(text, file)
    corpus.lines[file] = lines
    if file.name == MENTIONED_FILE:
        for mentioned in _validate(_MENTIONED, value or [], file, lines):
            corpus.mentioned[mentioned.number] = mentioned
    elif isinstance(value, dict) and value.get("kind") == "criteria_table":
        corpus.tables.append(_validate(_TABLE, value | {"path": file}, file, lines))
    else:
        raise DocumentError(
            file, "không rõ loại tệp: bảng tiêu chí phải có 'kind: criteria_table'", line=1
        )


def _document(text: str, file: Path) -> tuple[AnyDocument, yaml_lines.Lines]:
    front, body, first_line = markdown.split(text, file)
    value, lines = yaml_lines.parse(front, file, first_line=2)
    if not isinstance(value, dict):
        raise DocumentError(file, "phần đầu phải là các cặp khóa: giá trị", line=2)
    if value.get("kind") not in {"regulation", "article"}:
        raise DocumentError(
            file,
            "phải là regulation (văn bản) hoặc article (bài báo)",
            line=yaml_lines.line_of(lines, ("kind",)),
            field="kind",
        )
    provisions = markdown.provisions(body, file, first_line)
    value = value | {"path": file, "provisions": provisions}
    schema: TypeAdapter[Any] = TypeAdapter(Regulation if value["kind"] == "regulation" else Article)
    document: AnyDocument = _validate(schema, value, file, lines)
    return document, lines


def _add_document(document: AnyDocument, corpus: Corpus) -> None:
    known = corpus.documents.get(document.identity)
    if known is not None:
        name = "number" if isinstance(document, Regulation) else "id"
        raise DocumentError(
            document.path,
            f"'{document.identity}' đã có ở {known.path}; mỗi văn bản chỉ một tệp",
            line=2,
            field=name,
        )
    corpus.documents[document.identity] = document


def _validate(schema: TypeAdapter[Any], value: object, file: Path, lines: yaml_lines.Lines) -> Any:
    try:
        return schema.validate_python(value)
    except ValidationError as error:
        raise FolderError(list(_errors(error, file, lines))) from error


def _errors(error: ValidationError, file: Path, lines: yaml_lines.Lines) -> Iterable[DocumentError]:
    for detail in error.errors():
        path = tuple(part for part in detail["loc"])
        if detail["type"] == "value_error":
            problem = str(detail["ctx"]["error"])
        elif detail["type"] in {"enum", "literal_error"}:
            problem = f"phải là một trong: {detail['ctx']['expected'].replace(' or ', ', ')}"
        elif detail["type"] == "string_pattern_mismatch":
            problem = "viết không đúng dạng"
        else:
            problem = _MESSAGES.get(detail["type"], detail["msg"])
        given = detail.get("input")
        if isinstance(given, str | int | float) and detail["type"] not in {"missing"}:
            problem += f" (đang ghi: {given!r})"
        yield DocumentError(
            file,
            problem,
            line=yaml_lines.line_of(lines, path),
            field=".".join(str(part) for part in path),
        )


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
