import numpy as np
import pytest

from knowledge.evaluation.ranking import figures, first_is_right, paired_interval

RUNS = [["a", "b"], ["b", "a"], [], [*map(str, range(10)), "a"]]
RELEVANT = [frozenset("a")] * 4


def test_figures_count_the_first_ten():
    found = figures(RUNS, RELEVANT)
    assert (found.recall_at_1, found.recall_at_10) == (0.25, 0.5)
    assert found.mrr_at_10 == pytest.approx((1 + 1 / 2) / 4)


def test_one_of_several_answers_is_enough():
    assert figures([["x", "b"]], [frozenset("ab")]).recall_at_10 == 1


def test_the_first_results_are_told_query_by_query():
    assert first_is_right(RUNS, RELEVANT).tolist() == [1, 0, 0, 0]


def test_the_interval_holds_the_difference_and_shrinks_with_more_queries():
    chance = np.random.default_rng(0)
    better, worse = chance.random(2000) < 0.6, chance.random(2000) < 0.5
    low, high = paired_interval(better.astype(float), worse.astype(float))
    assert low < (better.mean() - worse.mean()) < high
    fewer = paired_interval(better[:200].astype(float), worse[:200].astype(float))
    assert high - low < fewer[1] - fewer[0]


def test_equal_runs_differ_by_nothing():
    assert paired_interval(np.ones(5), np.ones(5)) == (0, 0)
