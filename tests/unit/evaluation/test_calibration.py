import datetime as dt
import sys
from pathlib import Path

import pytest
from PIL import Image

from knowledge.evaluation import calibration, golden
from knowledge.evaluation.calibration import Point, described, least, points, table
from knowledge.indexing.index import load
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import write

DAY = dt.date(2018, 6, 30)
# Two right, a wrong one, one that has no answer, one that was missed.
POINTS = [
    Point(0.9, True, True),
    Point(0.7, True, True),
    Point(0.6, False, True),
    Point(0.5, False, False),
    Point(0.0, True, True),
]
FREE = '"question": "Ai quy định mức thu gom rác thải?", "expect": {"outcome": "answered"}'
NONSENSE = '"question": "cần bằng cấp gì để bán bảo hiểm?", "expect": {"outcome": "unknown"}'
EXACT = '"question": "Ai ký Quyết định 202/QĐ-TTg?", "expect": {"outcome": "answered"}'


def file_of(folder: Path, *turns: str, split: str = "tune") -> Path:
    lines = [
        f'{{"id": "q{at}", "kind": 8, "style": "plain", "split": "{split}", {turn}}}'
        for at, turn in enumerate(turns)
    ]
    return write(folder / "golden.jsonl", "\n".join(lines))


def test_a_threshold_has_coverage_and_wrong_answers():
    low, high = table(POINTS, (0.5, 0.65))
    assert (low.coverage.hits, low.coverage.total) == (2, 4)
    assert (low.wrong.hits, low.wrong.total) == (2, 4)
    assert (high.coverage.hits, high.wrong.hits, high.wrong.total) == (2, 0, 2)


def test_the_least_threshold_is_the_one_from_which_on_all_are_good_enough():
    assert least(table(POINTS, (0.5, 0.6, 0.65, 0.9))) == 0.65
    assert least(table(POINTS, (0.5, 0.6))) is None
    assert least(table(POINTS, (0.65, 0.95))) is None, "nothing answered proves nothing"


@pytest.mark.parametrize(
    ("thresholds", "said"), [((0.5, 0.65), "Từ ngưỡng 0.65"), ((0.5,), "Không ngưỡng nào")]
)
def test_it_says_where_the_threshold_should_lie(thresholds: tuple[float, ...], said: str):
    text = described(table(POINTS, thresholds))
    assert text.startswith("| Ngưỡng |")
    assert said in text


def test_only_what_is_left_to_retrieval_is_a_point(
    tmp_path: Path, index_folder: Path, model: EmbeddingModel
):
    cases = golden.read(file_of(tmp_path, FREE, NONSENSE, EXACT))
    found = list(points(cases, load(index_folder, model), DAY))
    assert len(found) == 2
    assert (found[0].right, found[0].answerable) == (True, True)
    assert (found[1].right, found[1].answerable) == (False, False)
    assert found[0].confidence > found[1].confidence


def test_the_reported_part_is_never_asked(
    tmp_path: Path, index_folder: Path, model: EmbeddingModel
):
    cases = golden.read(file_of(tmp_path, FREE, NONSENSE, split="report"))
    assert list(points(cases, load(index_folder, model), DAY)) == []


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["calibration", *map(str, arguments)])
    return calibration.main()


@pytest.mark.usefixtures("served")
def test_the_command_prints_a_table_and_draws_a_curve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    curve = tmp_path / "curve.png"
    assert run(monkeypatch, file_of(tmp_path, FREE, NONSENSE), "--curve", curve) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(calibration.THRESHOLDS) + 4
    with Image.open(curve) as picture:
        assert picture.format == "PNG"
        assert len(picture.getcolors(1 << 20) or []) > 3


@pytest.mark.usefixtures("served")
def test_a_file_that_is_not_golden_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run(monkeypatch, write(tmp_path / "golden.jsonl", "{}")) == 1
    assert "golden.jsonl:1" in capsys.readouterr().err
