"""Passages that have the words of a question and do not answer it."""

from __future__ import annotations

from knowledge.training.negatives import mined
from knowledge.training.sources import Source

SOURCES = [
    Source("luật a", "Phạt xả rác", ("Người xả rác bị phạt tiền.",), ("xả rác phạt mấy tiền",)),
    Source("luật a", "Thu gom rác", ("Người dân không xả rác ra đường.",)),
    Source("luật b", "Khai sinh", ("Cha mẹ đăng ký khai sinh.",)),
]


def test_the_nearest_in_words_come_first_and_the_answer_is_none_of_them() -> None:
    found = mined(SOURCES)
    assert list(found) == [0]
    assert found[0][0] == 1
    assert 0 not in found[0]
