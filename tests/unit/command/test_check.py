from pathlib import Path

import pytest

from bot.command.main import main
from tests.unit.builders import FILES, LETTER, NEW, OLD, replace_in, snapshot, write


class Checked:
    """What `ntm check` said about a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]):
        self.status = main(["check", "--documents", str(folder)])
        said = capsys.readouterr()
        self.out = said.out
        *self.errors, self.summary = said.err.splitlines() or [""]


def test_a_good_folder_is_summed_up(documents: Path, capsys: pytest.CaptureFixture[str]):
    checked = Checked(documents, capsys)
    assert checked.status == 0
    assert "Văn bản: 3; bài báo: 1" in checked.out
    assert f"Bảng {NEW} (xã)" in checked.out
    assert checked.errors == []


def test_nothing_is_written(documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before = snapshot(tmp_path)
    Checked(documents, capsys)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "problem"),
    [
        ("regulations/101-qd-ttg.md", "signer: Nguyễn", "\tsigner: Nguyễn", "", "YAML hỏng"),
        ("regulations/101-qd-ttg.md", "issuer: Thủ", "issuer: Thủ: ", "", "YAML hỏng"),
        ("regulations/101-qd-ttg.md", "topics: [", "topcis: [", "topcis", "không có trường này"),
        ("regulations/101-qd-ttg.md", "type: Quyết", "type: Quyet", "type", "phải là một trong"),
        ("regulations/303-bnv-th.md", f"number: {LETTER}", f"number: {NEW}", "number", "đã có ở"),
        (
            "regulations/202-qd-ttg.md",
            "number: 114/2003/NĐ-CP",
            "number: 115/2003/NĐ-CP",
            "relations.1.number",
            "không có văn bản '115/2003/NĐ-CP'",
        ),
        (
            "criteria/202-xa.yaml",
            "    unit: '%'\n    requirement: 90",
            "    unit: '%'\n    requirement: true",
            "criteria.0.indicators.0.requirement",
            "ô phải là số, chữ hoặc null",
        ),
        (
            "criteria/202-xa.yaml",
            "counts:\n  criteria: 2",
            "counts:\n  criteria: hai",
            "counts.criteria",
            "phải là số nguyên",
        ),
        ("mentioned.yaml", "number: 114/2003/NĐ-CP", "number: 114", "0.number", "phải là chữ"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_field(
    file: str,
    old: str,
    new: str,
    field: str,
    problem: str,
    documents: Path,
    capsys: pytest.CaptureFixture[str],
):
    line = replace_in(documents / file, old, new) + old.count("\n")
    checked = Checked(documents, capsys)
    assert (checked.status, checked.out) == (1, "")
    where = f"{documents / file}:{line}" + (f" [{field}]" if field else "")
    told = [error for error in checked.errors if error.startswith(f"{where}: ")]
    assert len(told) == 1, checked.errors
    assert problem in told[0]
    assert f"Có {len(checked.errors)} lỗi" in checked.summary


def test_a_duplicate_number_names_both_files(documents: Path, capsys: pytest.CaptureFixture[str]):
    copy = write(documents / "regulations/999.md", FILES["regulations/101-qd-ttg.md"])
    (error,) = Checked(documents, capsys).errors
    assert error.startswith(f"{copy}:3 [number]: ")
    assert f"'{OLD}'" in error
    assert str(documents / "regulations/101-qd-ttg.md") in error


def test_a_table_with_a_row_missing_names_the_row(
    documents: Path, capsys: pytest.CaptureFixture[str]
):
    table = documents / "criteria/202-xa.yaml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text[: text.index("- number: '2'")], encoding="utf-8")
    checked = Checked(documents, capsys)
    assert checked.status == 1
    (error,) = checked.errors
    line = text[: text.index("criteria:\n\n")].count("\n") + 1
    assert error.startswith(f"{table}:{line} [criteria]: thiếu tiêu chí 2")


def test_every_mistake_is_told_at_once(documents: Path, capsys: pytest.CaptureFixture[str]):
    for file, old, new in (
        ("regulations/101-qd-ttg.md", "signed: 2010-01-05", "signed: 5/1/2010"),
        ("regulations/202-qd-ttg.md", "signer: Trần", "singer: Trần"),
        ("criteria/202-xa.yaml", "scale: vùng", "scale: miền"),
    ):
        replace_in(documents / file, old, new)
    checked = Checked(documents, capsys)
    assert len(checked.errors) == 3
    assert "Có 3 lỗi" in checked.summary


def test_several_folders_are_checked_together(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    own = tmp_path / "own"
    write(own / "a.md", FILES["regulations/303-bnv-th.md"].replace(LETTER, "9/BNV-TH"))
    assert main(["check", "--documents", str(own)]) == 1
    assert f"không có văn bản '{NEW}'" in capsys.readouterr().err
    assert main(["check", "--documents", str(documents), "--documents", str(own)]) == 0


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    checked = Checked(tmp_path / "nowhere", capsys)
    assert checked.status == 1
    assert "không có thư mục này" in checked.errors[0]
