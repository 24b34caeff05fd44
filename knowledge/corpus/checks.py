"""Checks that need more than one file: relations, tables, provinces."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from knowledge.corpus.contents import Corpus
from knowledge.corpus.document import Regulation
from knowledge.corpus.folder import collecting
from knowledge.corpus.yaml_lines import line_of
from knowledge.errors import DocumentError
from knowledge.references.places import provinces


def check(corpus: Corpus) -> None:
    """Checks a corpus as a whole.

    Raises:
        FolderError: every inconsistency found.
    """
    with collecting() as errors:
        errors.extend(_relations(corpus))
        errors.extend(_provinces(corpus))
        errors.extend(_tables(corpus))
        errors.extend(_mentioned(corpus))


def _relations(corpus: Corpus) -> Iterator[DocumentError]:
    for document in corpus.documents.values():
        for position, relation in enumerate(document.relations):
            if relation.number == document.identity:
                problem = "quan hệ với chính nó; sửa số hiệu hoặc bỏ dòng này"
            elif relation.number not in corpus.documents | corpus.mentioned:
                problem = (
                    f"không có văn bản '{relation.number}' trong kho"
                    f"{near(relation.number, [*corpus.documents, *corpus.mentioned])}; "
                    "thêm tệp của nó, hoặc thêm một mục (number, source) vào mentioned.yaml"
                )
            else:
                continue
            path = ("relations", position, "number")
            yield DocumentError(
                document.path,
                problem,
                line=line_of(corpus.lines[document.path], path),
                field=".".join(map(str, path)),
            )


def _provinces(corpus: Corpus) -> Iterator[DocumentError]:
    for document in corpus.documents.values():
        for position, name in enumerate(document.provinces):
            if name not in provinces():
                path = ("provinces", position)
                yield DocumentError(
                    document.path,
                    f"không có tỉnh, thành phố '{name}'{near(name, provinces())}; "
                    "viết đúng tên, không kèm chữ 'tỉnh'",
                    line=line_of(corpus.lines[document.path], path),
                    field=".".join(map(str, path)),
                )


def near(name: str, known: Iterable[str]) -> str:
    """What was perhaps meant, to stand in an error; empty where nothing is near."""
    found = difflib.get_close_matches(name, known, n=1, cutoff=0.8)
    return f" (có phải '{found[0]}'?)" if found else ""


def _tables(corpus: Corpus) -> Iterator[DocumentError]:
    seen: dict[tuple[str, str], object] = {}
    for table in corpus.tables:
        if not isinstance(corpus.documents.get(table.document), Regulation):
            yield DocumentError(
                table.path,
                f"bảng của văn bản '{table.document}' nhưng kho không có văn bản này"
                f"{near(table.document, corpus.documents)}; thêm tệp .md của văn bản trước",
                line=line_of(corpus.lines[table.path], ("document",)),
                field="document",
            )
        key = (table.document, table.level)
        if key in seen:
            yield DocumentError(
                table.path,
                f"đã có bảng {table.document} cấp {table.level} ở {seen[key]}; "
                "sửa bảng đó, hoặc sửa 'level'",
                line=line_of(corpus.lines[table.path], ("level",)),
                field="level",
            )
        seen[key] = table.path


def _mentioned(corpus: Corpus) -> Iterator[DocumentError]:
    for number in corpus.mentioned.keys() & corpus.documents.keys():
        yield DocumentError(
            file := corpus.documents[number].path,
            f"'{number}' vừa có tệp riêng vừa có trong mentioned.yaml; bỏ dòng ở tệp sau",
            line=line_of(corpus.lines[file], ("number",)),
            field="number",
        )
