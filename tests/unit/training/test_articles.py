"""Reading corpora, holding documents out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from knowledge.errors import DocumentError
from knowledge.training.articles import (
    Article,
    read_corpora,
    split_held_out,
    telling_titles,
)


def test_reads_a_file_and_a_folder_alike(corpus: Path) -> None:
    articles = read_corpora([corpus])
    assert len(articles) == 30
    assert read_corpora([corpus.parent]) == articles


def test_reads_gzip(corpus: Path) -> None:
    packed = corpus.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(corpus.read_bytes()))
    assert read_corpora([packed]) == read_corpora([corpus])


def test_the_same_text_counts_once(corpus: Path) -> None:
    assert len(read_corpora([corpus, corpus])) == 30


def test_a_folder_may_hold_other_corpora(corpus: Path) -> None:
    (corpus.parent / "questions.jsonl").write_text('{"question": "?"}\n', encoding="utf-8")
    assert len(read_corpora([corpus.parent])) == 30


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ('{"document": "luat', "không phải JSON"),
        ("[]", "đối tượng JSON"),
        ('{"document": "a", "article": "1", "title": "b"}', r"\[text\]"),
        ('{"document": "a", "article": 1, "title": "b", "text": "c"}', r"\[article\]"),
    ],
)
def test_a_broken_line_is_named(corpus: Path, broken: str, problem: str) -> None:
    with corpus.open("a", encoding="utf-8") as lines:
        lines.write(broken + "\n")
    with pytest.raises(DocumentError, match=problem) as caught:
        read_corpora([corpus.parent])
    assert caught.value.file == corpus
    assert caught.value.line == 31
    assert f"{corpus}:31" in str(caught.value)


def test_a_damaged_file_is_named(corpus: Path) -> None:
    packed = corpus.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(corpus.read_bytes())[:-40])
    with pytest.raises(DocumentError, match="không đọc được") as caught:
        read_corpora([packed])
    assert caught.value.file == packed


def test_a_missing_or_empty_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="không có tệp"):
        read_corpora([tmp_path / "nowhere"])
    with pytest.raises(DocumentError, match="không có tệp"):
        read_corpora([tmp_path])


def test_a_document_is_on_one_side_only(corpus: Path) -> None:
    articles = read_corpora([corpus])
    training, held_out = split_held_out(articles, 0.3, seed=2)
    assert training
    assert held_out
    assert len(training) + len(held_out) == 30
    assert not {a.document for a in training} & {a.document for a in held_out}
    assert split_held_out(articles, 0.3, seed=2) == (training, held_out)


def test_a_new_corpus_moves_no_document(corpus: Path) -> None:
    articles = read_corpora([corpus])
    held_out = set(split_held_out(articles, 0.3, seed=2)[1])
    assert set(split_held_out(articles[:15], 0.3, seed=2)[1]) <= held_out


def test_titles_borne_twice_tell_nothing() -> None:
    shared = [Article(name, "1", "Hiệu lực thi hành", name) for name in ("luật a", "luật b")]
    own = Article("luật a", "2", "Quỹ bảo vệ môi trường", "c")
    amending = Article("luật a", "3", "Sửa đổi, bổ sung Điều 22", "d")
    assert list(telling_titles([*shared, own, amending]).values()) == [own]


def test_document_name_has_no_serial_number() -> None:
    assert Article("nghi-dinh-so-158-2025-nd-cp-45240", "1", "", "").document_name == (
        "nghi dinh so 158 2025 nd cp"
    )
    assert Article("Thông tư số 17/2026/TT-NHNN", "1", "", "").document_name == (
        "Thông tư số 17/2026/TT NHNN"
    )


def test_the_whole_of_an_article_begins_with_its_document() -> None:
    article = Article("luat-dat-dai-12345", "1", "Phạm vi", "Nội dung.")
    assert article.whole == "luat dat dai. Phạm vi. Nội dung."
