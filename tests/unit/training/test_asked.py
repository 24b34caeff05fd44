"""Written questions, and the articles that they are about."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.retrieval.folder import read_questions
from knowledge.errors import DocumentError
from knowledge.training.articles import Article
from knowledge.training.asked import ASKED, read_asked

ARTICLES = [
    Article("luat-a", "1", "Một", "Điều một."),
    Article("luat-a", "2", "Hai", "Điều hai."),
    Article("luat-a", "2", "Hai của quy chế", "Điều hai khác."),
]


def written(folder: Path, *rows: dict[str, str]) -> Path:
    file = folder / "asked.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_an_article_has_the_questions_about_its_number(tmp_path: Path) -> None:
    rows = [{"question": q, "document": "luat-a", "article": "1"} for q in ("ai?", "khi nào?")]
    assert read_asked(written(tmp_path, *rows), ARTICLES) == {ARTICLES[0]: ("ai?", "khi nào?")}


def test_a_number_that_two_bear_and_an_unknown_one_are_left_out(tmp_path: Path) -> None:
    rows = [{"question": "ai?", "document": "luat-a", "article": n} for n in ("2", "3")]
    assert read_asked(written(tmp_path, *rows), ARTICLES) == {}


def test_a_line_without_a_question_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="question"):
        read_asked(written(tmp_path, {"document": "luat-a", "article": "1"}), ARTICLES)


def test_none_is_about_a_document_that_is_measured_on() -> None:
    rows = [json.loads(line) for line in ASKED.read_text(encoding="utf-8").splitlines()]
    assert {row["document"] for row in rows}.isdisjoint({q.document for q in read_questions()})
    assert max(Counter(row["question"] for row in rows).values()) <= 2
