from pathlib import Path

import pytest

from bot.command.main import main
from knowledge.indexing.build import build
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import flip_byte, save_model


@pytest.fixture
def two(served: Path, documents: Path, model: EmbeddingModel) -> tuple[str, str]:
    """Names of the earlier version and of the one that serves."""
    build([documents], served, model, report=lambda _: None)
    earlier, current = VersionStore(served).names()
    return earlier, current


def test_versions_are_listed_and_the_serving_one_is_marked(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
):
    assert main(["versions"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"  {two[0]}  dựng ")
    assert second.startswith(f"* {two[1]}  dựng ")
    assert "4 văn bản, 1 bảng" in second


def test_a_damaged_version_is_told(
    two: tuple[str, str], served: Path, capsys: pytest.CaptureFixture[str]
):
    flip_byte(served / "versions" / two[0] / "passages.json")
    assert main(["versions"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "HỎNG" in first
    assert "passages.json" in first
    assert "HỎNG" not in second


def test_rollback_goes_to_the_version_before(
    two: tuple[str, str], served: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["rollback"]) == 0
    assert VersionStore(served).current() == two[0]
    assert two[0] in capsys.readouterr().out


def test_rollback_goes_to_the_version_that_is_named(two: tuple[str, str], served: Path):
    assert main(["rollback", two[0]]) == 0
    assert main(["rollback", two[1]]) == 0
    assert VersionStore(served).current() == two[1]


@pytest.mark.parametrize("named", ["2001", ""])
def test_an_unclear_name_changes_nothing(
    named: str, two: tuple[str, str], served: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["rollback", named]) != 0
    said = capsys.readouterr().err
    assert "không có đúng một phiên bản" in said
    assert two[0] in said
    assert VersionStore(served).current() == two[1]


def test_without_an_earlier_version_nothing_changes(
    served: Path, capsys: pytest.CaptureFixture[str]
):
    current = VersionStore(served).current()
    assert main(["rollback"]) != 0
    assert "không có phiên bản nào dùng được trước" in capsys.readouterr().err
    assert VersionStore(served).current() == current


def test_a_version_of_another_model_is_not_gone_back_to(
    two: tuple[str, str],
    served: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("NTM_EMBEDDING_MODEL", str(save_model(tmp_path / "other", seed=1)))
    assert main(["rollback", two[0]]) != 0
    assert "NTM_EMBEDDING_MODEL" in capsys.readouterr().err
    assert VersionStore(served).current() == two[1]


@pytest.mark.parametrize("command", ["versions", "rollback"])
def test_without_an_index_it_says_how_to_build_one(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([command, "--index", str(tmp_path / "none")]) != 0
    assert "make index" in capsys.readouterr().err
