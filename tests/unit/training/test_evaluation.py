"""Figures against cases worked out by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import DocumentError
from knowledge.training.articles import Article
from knowledge.training.evaluation import (
    Figures,
    bm25_scores,
    figures,
    held_out_queries,
    read_questions,
)


def test_figures_of_known_ranks() -> None:
    scores = np.zeros((3, 20), dtype=np.float32)
    scores[0, 0] = 1  # first
    scores[1, :4] = [4, 3, 2, 1]  # the fourth is wanted
    scores[2, 1:12] = 1  # behind eleven others
    assert figures(scores, np.array([0, 3, 0])) == Figures(1 / 3, 2 / 3, (1 + 1 / 4) / 3)


def test_ties_are_no_merit() -> None:
    assert figures(np.ones((1, 2), dtype=np.float32), np.array([0])).recall_at_1 == 0


def test_bm25_prefers_the_text_with_the_words_in_order() -> None:
    texts = ["trường học và môi giới", "xã bảo vệ môi trường", "hợp tác xã"]
    scores = bm25_scores(["Môi trường"], texts)
    assert scores.shape == (1, 3)
    assert scores[0].argmax() == 1
    assert scores[0, 2] == 0


def test_bm25_of_one_word() -> None:
    # Two texts of 1 and 3 terms ("b", "c", "b_c"), mean 2; the word stands in one of them.
    score = bm25_scores(["a"], ["a", "b c"])[0, 0]
    idf = np.log(1 + 1.5 / 1.5)
    assert score == pytest.approx(idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 1 / 2)), rel=1e-5)


def test_only_unseen_titles_of_one_article_are_asked() -> None:
    seen = [Article("a", "1", "Phạm vi điều chỉnh", "x"), Article("a", "2", "Quỹ đất công", "y")]
    unseen = [Article("b", "1", "Phạm vi điều chỉnh", "z"), Article("b", "2", "Hộ nghèo", "t")]
    assert held_out_queries(seen, unseen) == {"Hộ nghèo": unseen[1]}


def test_questions_are_read_with_the_article_they_ask_for(tmp_path: Path) -> None:
    article = Article("luat-a", "2", "Quỹ đất công", "x")
    file = tmp_path / "questions.jsonl"
    lines = [
        '{"question": "Quỹ đất ở đâu ra?", "document": "luat-a", "article": "2"}',
        '{"question": "Hỏi về luật khác", "document": "luat-b", "article": "2"}',
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert read_questions(file, [article]) == {"Quỹ đất ở đâu ra?": article}


def test_a_question_without_an_article_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "Quỹ đất ở đâu ra?"}', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"\[document\]"):
        read_questions(file, [])
