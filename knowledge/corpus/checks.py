"""Checks that need more than one file: relations, tables, provinces."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.corpus.document import Regulation
from knowledge.corpus.folder import Corpus, collecting
from knowledge.corpus.yaml_lines import line_of
from knowledge.errors import DocumentError


def check(corpus: Corpus) -> None:
    """Checks a corpus as a whole.

    Raises:
        FolderError: every inconsistency found.
    """
    with collecting() as errors:
        errors.extend(_relations(corpus))
        errors.extend(_tables(corpus))
        errors.extend(_mentioned(corpus))


def _relations(corpus: Corpus) -> Iterator[DocumentError]:
    for document in corpus.documents.values():
        for position, relation in enumerate(document.relations):
            field = f"relations.{position}.number"
            if relation.number == document.identity:
                yield DocumentError(document.path, "quan hệ với chính nó", field=field)
            elif relation.number not in corpus.documents | corpus.mentioned:
                yield DocumentError(
                    document.path,
                    f"không có văn bản '{relation.number}' trong kho; thêm tệp của nó, "
                    "hoặc thêm một dòng vào mentioned.yaml",
                    line=line_of(corpus.lines[document.path], ("relations", position, "number")),
                    field=field,
                )


def _tables(corpus: Corpus) -> Iterator[DocumentError]:
    seen: dict[tuple[str, str], object] = {}
    for table in corpus.tables:
        if not isinstance(corpus.documents.get(table.document), Regulation):
            yield DocumentError(
                table.path,
                f"bảng của văn bản '{table.document}' nhưng kho không có văn bản này",
                line=line_of(corpus.lines[table.path], ("document",)),
                field="document",
            )
        key = (table.document, table.level)
        if key in seen:
            yield DocumentError(
                table.path, f"đã có bảng {table.document} cấp {table.level} ở {seen[key]}"
            )
        seen[key] = table.path


def _mentioned(corpus: Corpus) -> Iterator[DocumentError]:
    for number in corpus.mentioned.keys() & corpus.documents.keys():
        yield DocumentError(
            corpus.documents[number].path,
            f"'{number}' vừa có tệp riêng vừa có trong mentioned.yaml; bỏ dòng ở tệp sau",
            field="number",
        )
