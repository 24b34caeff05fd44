from pathlib import Path

import pytest

from bot.command.main import main
from knowledge.indexing.versions import VersionStore
from tests.unit.builders import (
    NEW,
    flip_byte,
    front_matter,
    replace_in,
    save_model,
    snapshot,
    write,
)


@pytest.fixture
def target(tmp_path: Path, model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NTM_EMBEDDING_MODEL", str(model_folder))
    monkeypatch.setenv("NTM_INDEX", str(tmp_path / "target"))
    return tmp_path / "target"


def test_a_version_is_built_and_named(
    documents: Path, target: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["index", "--documents", str(documents)]) == 0
    said = capsys.readouterr()
    name = VersionStore(target).current()
    assert said.out.startswith(f"Đã dựng phiên bản {name}: 4 văn bản và bài báo, 1 bảng tiêu chí, ")
    assert "đọc và kiểm tra tài liệu" in said.err


def test_the_index_folder_can_be_chosen(documents: Path, target: Path, tmp_path: Path):
    chosen = tmp_path / "chosen"
    assert main(["index", "--documents", str(documents), "--index", str(chosen)]) == 0
    assert VersionStore(chosen).names()
    assert not target.exists()


def test_nothing_is_built_while_nothing_has_changed(
    documents: Path, target: Path, capsys: pytest.CaptureFixture[str]
):
    command = ["index", "--documents", str(documents), "--if-changed"]
    assert main(command) == 0
    before = snapshot(target)
    capsys.readouterr()
    assert main(command) == 0
    assert "không cần dựng lại" in capsys.readouterr().out
    assert snapshot(target) == before


@pytest.mark.parametrize("change", ["document", "model", "damage"])
def test_a_change_is_built(
    change: str,
    documents: Path,
    target: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    command = ["index", "--documents", str(documents), "--if-changed"]
    main(command)
    first = VersionStore(target).current()
    if change == "document":
        write(documents / "thêm.md", front_matter("9/QĐ-UBND"))
    elif change == "model":
        monkeypatch.setenv("NTM_EMBEDDING_MODEL", str(save_model(tmp_path / "other", seed=1)))
    else:
        flip_byte(target / "versions" / first / "passages.json")
    assert main(command) == 0
    assert VersionStore(target).current() > first


def test_without_the_option_it_is_built_in_any_case(documents: Path, target: Path):
    main(["index", "--documents", str(documents)])
    main(["index", "--documents", str(documents)])
    assert len(VersionStore(target).names()) == 2


@pytest.mark.parametrize("option", [[], ["--if-changed"]])
def test_errors_are_told_and_the_serving_version_is_untouched(
    option: list[str], documents: Path, target: Path, capsys: pytest.CaptureFixture[str]
):
    main(["index", "--documents", str(documents)])
    before = snapshot(target)
    capsys.readouterr()
    file = documents / "regulations/303-bnv-th.md"
    line = replace_in(file, f"number: {NEW}", "number: 999/QĐ-TTg")
    assert main(["index", "--documents", str(documents), *option]) == 1
    said = capsys.readouterr()
    assert f"{file}:{line} [relations.0.number]" in said.err
    assert said.out == ""
    assert snapshot(target) == before
