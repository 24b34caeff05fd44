import pytest

from knowledge.evaluation.slips import slip
from knowledge.text import fold

QUESTION = "Tiêu chí thu nhập của xã ở Tây Nguyên theo 318/QĐ-TTg là bao nhiêu?"
SEEDS = [str(seed) for seed in range(60)]


def test_the_same_seed_gives_the_same_slip():
    assert slip(QUESTION, "a") == slip(QUESTION, "a")


def test_one_word_is_mistyped_and_nothing_else():
    for seed in SEEDS:
        changed = set(slip(QUESTION, seed).split()) - set(QUESTION.split())
        assert len(changed) == 1, seed


def test_the_seeds_give_many_slips():
    assert len({slip(QUESTION, seed) for seed in SEEDS}) > len(SEEDS) / 2


def test_numbers_and_names_are_spared():
    for seed in SEEDS:
        typed = slip(QUESTION, seed)
        assert "318/QĐ-TTg" in typed
        assert "Nguyên" in typed


def test_all_kinds_of_slip_occur():
    typed = {slip("chỉ tiêu được chấm điểm", seed) for seed in map(str, range(400))}
    assert {"chỉ tieeu được chấm điểm", "chỉtiêu được chấm điểm"} <= typed
    assert any(fold(text) == "chi tieu duoc cham diem" for text in typed)


@pytest.mark.parametrize("question", ["", "?", "18.2", "QĐ 51", "ở xã"])
def test_what_has_no_word_to_mistype_stays(question: str):
    assert slip(question, "a") == question
