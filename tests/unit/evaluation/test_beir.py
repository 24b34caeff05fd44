import gzip
from pathlib import Path

import pytest

from knowledge.errors import DocumentError
from knowledge.evaluation import beir

CORPUS = (
    '{"_id": "a", "title": "Thu hồi đất", "text": "Nhà nước thu hồi"}\n{"_id": "b", "text": "x"}\n'
)
QUERIES = '{"_id": "1", "text": "ai thu hồi?"}\n{"_id": "2", "text": "không ai chấm"}\n'
QRELS = "query-id\tcorpus-id\tscore\n1\ta\t1\n1\tb\t0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES), ("qrels.tsv", QRELS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_documents_queries_and_judgements_are_read(folder: Path):
    test = beir.read(folder)
    assert [(p.document, p.heading, p.text) for p in test.passages] == [
        ("a", "Thu hồi đất", "Nhà nước thu hồi"),
        ("b", "", "x"),
    ]
    assert test.queries == {"1": "ai thu hồi?"}
    assert test.relevant == {"1": frozenset("a")}


def test_a_corpus_may_be_zipped(folder: Path):
    (folder / "corpus.jsonl").unlink()
    with gzip.open(folder / "corpus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(CORPUS)
    assert len(beir.read(folder).passages) == 2


@pytest.mark.parametrize(
    ("name", "text", "line", "field"),
    [
        ("corpus.jsonl", CORPUS + "{", 3, ""),
        ("corpus.jsonl", CORPUS + "[]", 3, ""),
        ("corpus.jsonl", '{"_id": "a"}', 1, "text"),
        ("corpus.jsonl", '{"_id": 1, "text": "x"}', 1, "_id"),
        ("corpus.jsonl", '{"_id": "a", "text": "x", "title": 3}', 1, "title"),
        ("corpus.jsonl", CORPUS + CORPUS, 3, "_id"),
        ("corpus.jsonl", "", None, ""),
        ("queries.jsonl", '\n{"_id": "1"}', 2, "text"),
        ("qrels.tsv", "1\ta\t1\n", 1, ""),
        ("qrels.tsv", QRELS + "1 a 1\n", 4, ""),
        ("qrels.tsv", QRELS + "1\ta\tcó\n", 4, "score"),
        ("qrels.tsv", QRELS + "9\ta\t1\n", 4, "query-id"),
        ("qrels.tsv", QRELS + "1\tz\t1\n", 4, "corpus-id"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\n1\ta\t0\n", None, ""),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_field(
    folder: Path, name: str, text: str, line: int | None, field: str
):
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        beir.read(folder)
    assert (caught.value.file, caught.value.line, caught.value.field) == (
        folder / name,
        line,
        field,
    )


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(folder: Path, name: str):
    (folder / name).unlink()
    with pytest.raises(DocumentError, match=name):
        beir.read(folder)


def test_a_file_that_is_no_text_is_told(folder: Path):
    (folder / "queries.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="không đọc được"):
        beir.read(folder)
