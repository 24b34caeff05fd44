"""Passages with what else people say when they ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from knowledge.corpus.checks import near
from knowledge.corpus.contents import Corpus
from knowledge.corpus.phrasing import PhrasingsFile
from knowledge.corpus.yaml_lines import line_of
from knowledge.errors import DocumentError
from knowledge.retrieval.passage import Passage


def phrased(passages: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The passages, each with its phrasings; those for what is not there are left out."""
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in corpus.phrasings:
        for provision, texts in file.provisions.items():
            said[file.document, provision].extend(texts)
    return [replace(one, phrasings=tuple(said.get(one.identity, ()))) for one in passages]


def misplaced(passages: Sequence[Passage], corpus: Corpus) -> Iterator[DocumentError]:
    """Phrasings for what is not there, by file, line and field.

    A provision that says what is not known goes when an original that tells it is added, so its
    phrasings are nothing that a build may fail for.
    """
    known: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        known[passage.document].add(passage.provision)
    for file in corpus.phrasings:
        yield from _misplaced(file, corpus, known)


def _misplaced(
    file: PhrasingsFile, corpus: Corpus, known: Mapping[str, set[str]]
) -> Iterator[DocumentError]:
    lines = corpus.lines[file.path]
    if file.document not in known:
        yield DocumentError(
            file.path,
            f"kho không có văn bản '{file.document}'{near(file.document, known)}; "
            "thêm tệp của văn bản trước, hoặc sửa lại số hiệu",
            line=line_of(lines, ("document",)),
            field="document",
        )
        return
    there = known[file.document]
    for provision in file.provisions.keys() - there:
        path = ("provisions", provision)
        yield DocumentError(
            file.path,
            f"'{file.document}' không có mục '{provision}'{near(provision, there)}; "
            "ghi đúng tên mục như trong tệp của văn bản",
            line=line_of(lines, path),
            field=".".join(path),
        )
