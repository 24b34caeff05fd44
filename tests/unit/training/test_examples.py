"""Questions made up about sources, and the passages that answer them."""

from __future__ import annotations

import random

import pytest

from knowledge.training.examples import (
    FIRST_SENTENCE,
    MOST_SENTENCES,
    NAME,
    TITLE,
    Drawer,
    Example,
    batches,
)
from knowledge.training.sources import Source
from knowledge.training.wording import Everyday

SOURCES = [
    Source("luật nước", "Thẩm quyền cấp phép", ("Bộ cấp phép khai thác.", "Tỉnh cấp phần còn.")),
    Source("luật đất", "Hiệu lực thi hành", ("Từ ngày một tháng bảy.",), telling=False),
    Source("nghị định", "Phụ lục", tuple(f"dòng {number}" for number in range(200))),
    Source("quyết định", "Điều 1", ("Công nhận xã.",), ("Xã nào được công nhận?", "xa nao")),
]
DRAWER = Drawer(SOURCES, Everyday({"cấp phép": ("xin giấy",)}))
TIMES = 300


def drawn(kind: str, place: int) -> list[Example]:
    rng = random.Random(0)
    return [getattr(DRAWER, kind)(place, rng) for _ in range(TIMES)]


def test_what_was_asked_with_is_often_missing_in_the_passage() -> None:
    by_title, by_sentence = drawn("by_title", 0), drawn("by_sentence", 0)
    assert sum(TITLE in one.segments for one in by_title) == pytest.approx(TIMES / 2, abs=40)
    assert all(TITLE in one.segments for one in by_sentence)
    missing = [one for one in by_sentence if len({2, 3} & set(one.segments)) == 1]
    assert len(missing) == pytest.approx(TIMES / 2, abs=40)


def test_the_only_sentence_stays() -> None:
    for kind in ("by_title", "by_sentence", "by_both"):
        assert all(FIRST_SENTENCE in one.segments for one in drawn(kind, 1))


def test_a_title_that_many_bear_is_asked_for_with_the_document() -> None:
    asked = " ".join(one.question for one in drawn("by_title", 1))
    assert "luật" in asked
    assert "đất" in asked


def test_questions_use_everyday_words() -> None:
    for kind in ("by_title", "by_sentence", "by_both"):
        questions = [one.question for one in drawn(kind, 0)]
        assert any("giấy" in question for question in questions)


def test_questions_from_both_hold_words_of_both() -> None:
    questions = [one.question for one in drawn("by_both", 0)]
    assert any("thẩm" in one and ("khai" in one or "còn" in one) for one in questions)


def test_of_an_annex_only_the_beginning_is_used() -> None:
    for one in drawn("by_sentence", 2):
        assert max(one.segments) < FIRST_SENTENCE + MOST_SENTENCES


def test_written_questions_come_with_their_whole_passage() -> None:
    examples = DRAWER.written(10, random.Random(0))
    assert len(examples) == 1
    assert examples[0].question in SOURCES[3].questions
    assert examples[0].segments == (NAME, TITLE, FIRST_SENTENCE)


def test_an_epoch_asks_about_every_article_five_times() -> None:
    found = batches(DRAWER, 3, 2, random.Random(0))
    places = [place for _, batch in found for place in batch]
    assert sorted(places) == sorted([0, 1, 2] * 5)
    assert all(len(set(batch)) == len(batch) for _, batch in found)


def test_the_same_random_numbers_draw_the_same() -> None:
    assert drawn("by_both", 0) == drawn("by_both", 0)
