import json
from pathlib import Path

import pytest

from bot.command.main import main
from tests.unit.builders import snapshot
from tests.unit.readers import samples
from tests.unit.readers.samples import Decision


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return samples.save(samples.to_docx(Decision()), tmp_path / "77.docx")


def test_what_a_maintainer_compares_is_shown_and_nothing_is_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before = snapshot(tmp_path)
    assert main(["read", str(file)]) == 0
    said = capsys.readouterr().out
    assert f"Số hiệu:     {Decision().number}" in said
    assert "Hiệu lực từ: 01/05/2024" in said
    assert "Quan hệ:     replaces 66/2019/QĐ-TTg" in said
    assert "  Điều 2  Tổ chức thực hiện" in said
    assert snapshot(tmp_path) == before


def test_json_is_machine_readable(file: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["read", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["number"], found["signed"]) == (Decision().number, "2024-03-15")


def test_what_is_missing_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bare = tmp_path / "trống.txt"
    bare.write_text("Điều 1. Nội dung mẫu của văn bản.\n\nĐiều 2. Nội dung mẫu khác.\n")
    assert main(["read", str(bare)]) == 0
    said = capsys.readouterr().out
    assert "Số hiệu:     (không thấy)" in said
    assert "Lưu ý:       không tìm thấy số hiệu" in said


def test_a_long_outline_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    long = tmp_path / "dài.txt"
    long.write_text("\n\n".join(f"Điều {n}. Nội dung {n}" for n in range(1, 60)))
    assert main(["read", str(long)]) == 0
    assert "… và 19 mục nữa" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"%PDF-1.4 gone", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "tệp.pdf"
    if content:
        file.write_bytes(content)
    assert main(["read", str(file)]) != 0
    said = capsys.readouterr()
    assert "tệp.pdf" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
