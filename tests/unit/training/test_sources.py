"""Segments of articles and of the knowledge folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.training.articles import Article
from knowledge.training.sources import folder_sources, sentences, sources_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Phạm vi. 2. Đối tượng; a) Cá nhân;", ("Phạm vi.", "Đối tượng;", "Cá nhân;")),
        ("- Vốn vay\n+ Vốn khác", ("Vốn vay", "Vốn khác")),
        ("đ) Từ ngày 1.7.2025", ("Từ ngày 1.7.2025",)),
        ("", ("",)),
    ],
)
def test_sentences_have_no_labels(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_an_article_is_name_title_and_sentences() -> None:
    shared = [Article(name, "1", "Hiệu lực thi hành", "Từ nay.") for name in ("luat-a", "luat-b")]
    own = Article("luat-a", "2", "Quỹ đất công", "Của xã. Của huyện.")
    first, _, third = sources_of([*shared, own])
    assert third.segments == ("luat a", "Quỹ đất công", "Của xã.", "Của huyện.")
    assert third.telling
    assert not first.telling


def test_passages_of_the_folder_bring_their_questions(documents: Path) -> None:
    found = folder_sources([documents])
    assert found
    assert all(source.sentences[0] for source in found)
    assert any(source.questions for source in found)
