"""A retrieval test set in the form of BEIR: documents, queries and which answer which.

Thakur and others: "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of
Information Retrieval Models" (NeurIPS 2021 Datasets and Benchmarks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge import json_lines
from knowledge.corpus.fields import Nature
from knowledge.errors import DocumentError
from knowledge.retrieval.passage import Passage

CORPUS = ("corpus.jsonl", "corpus.jsonl.gz")
QUERIES = ("queries.jsonl", "queries.jsonl.gz")
QRELS = ("qrels.tsv", "qrels/test.tsv")
_COLUMNS = ("query-id", "corpus-id", "score")
# A set exported by an office program may begin with a byte order mark.
_ENCODING = "utf-8-sig"


@dataclass(frozen=True)
class TestSet:
    """Documents, and the queries that have a judgement.

    Attributes:
        passages: the documents; `document` is the id.
        queries: text of each query, by id.
        relevant: ids of the documents that answer each query.
    """

    __test__ = False

    passages: list[Passage]
    queries: dict[str, str]
    relevant: dict[str, frozenset[str]]


def read(folder: Path) -> TestSet:
    """Reads a folder with `corpus.jsonl[.gz]`, `queries.jsonl` and `qrels.tsv`.

    Raises:
        DocumentError: a file is missing, or a line is wrong (file, line, field).
    """
    passages = {row["_id"]: _passage(row) for row in _records(_found(folder, CORPUS), "title")}
    queries = {row["_id"]: row["text"] for row in _records(_found(folder, QUERIES))}
    qrels = _found(folder, QRELS)
    relevant: dict[str, set[str]] = {}
    for number, query, document, score in _judgements(qrels):
        if query not in queries:
            raise DocumentError(
                qrels, f"không có câu hỏi '{query}'", line=number, field=_COLUMNS[0]
            )
        if document not in passages:
            raise DocumentError(
                qrels, f"không có tài liệu '{document}'", line=number, field=_COLUMNS[1]
            )
        if score > 0:
            relevant.setdefault(query, set()).add(document)
    if not relevant:
        raise DocumentError(qrels, "không có câu hỏi nào được chấm điểm lớn hơn 0")
    return TestSet(
        list(passages.values()),
        {query: text for query, text in queries.items() if query in relevant},
        {query: frozenset(found) for query, found in relevant.items()},
    )


def _passage(row: dict[str, str]) -> Passage:
    """A document as what is indexed: its title is the heading of its only provision."""
    return Passage(row["_id"], "", Nature.ORIGINAL, "", row.get("title", ""), row["text"])


def _found(folder: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DocumentError(folder / names[0], "không có tệp này")


def _records(file: Path, *optional: str) -> Iterator[dict[str, str]]:
    """The objects of a file; each has an id of its own and a text."""
    seen: dict[str, int] = {}
    for number, record in json_lines.records(file, ("_id", "text"), _ENCODING):
        for field in optional:
            if record.get(field) is None:
                record[field] = ""
            if not isinstance(record[field], str):
                raise DocumentError(file, "không phải chuỗi ký tự", line=number, field=field)
        first = seen.setdefault(record["_id"], number)
        if first != number:
            problem = f"'{record['_id']}' đã có ở dòng {first}"
            raise DocumentError(file, problem, line=number, field="_id")
        yield record
    if not seen:
        raise DocumentError(file, "tệp không có dòng nào")


def _judgements(file: Path) -> Iterator[tuple[int, str, str, float]]:
    """Line number, query, document and score of each judgement; the header is required."""
    lines = json_lines.lines(file, _ENCODING)
    number, header = next(lines, (1, ""))
    if tuple(header.split("\t")) != _COLUMNS:
        problem = f"dòng đầu phải là {' '.join(_COLUMNS)}, cách nhau bằng dấu tab"
        raise DocumentError(file, problem, line=number)
    for number, line in lines:
        parts = line.split("\t")
        if len(parts) != len(_COLUMNS):
            problem = f"cần {len(_COLUMNS)} cột cách nhau bằng dấu tab, có {len(parts)}"
            raise DocumentError(file, problem, line=number)
        try:
            score = float(parts[2])
        except ValueError as error:
            raise DocumentError(file, "không phải số", line=number, field="score") from error
        yield number, parts[0], parts[1], score
