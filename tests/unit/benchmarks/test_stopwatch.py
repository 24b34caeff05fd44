import time

import pytest

from benchmarks.stopwatch import Stopwatch


class Work:
    """Something that takes time, with something else inside."""

    def outer(self) -> str:
        time.sleep(0.02)
        return self.inner()

    def inner(self) -> str:
        time.sleep(0.05)
        return "done"


def test_what_is_called_inside_is_not_counted_twice():
    watch = Stopwatch()
    with watch.watching(Work, "outer", "outer"), watch.watching(Work, "inner", "inner"):
        assert Work().outer() == "done"
    assert 0.02 <= watch.spent["outer"] < watch.spent["inner"]
    assert watch.spent["inner"] >= 0.05


def test_after_the_block_nothing_is_watched():
    watch, plain = Stopwatch(), Work.inner
    with watch.watching(Work, "inner", "inner"):
        pass
    assert Work.inner is plain
    assert not watch.spent


def test_time_is_counted_where_the_work_fails_too():
    watch = Stopwatch()
    with watch.watching(time, "sleep", "sleep"), pytest.raises(ValueError, match="negative"):
        time.sleep(-1)
    assert watch.spent["sleep"] > 0
