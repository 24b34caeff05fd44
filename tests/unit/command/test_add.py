from dataclasses import replace
from pathlib import Path

import pytest

from bot.command.main import main
from tests.unit.builders import snapshot
from tests.unit.readers import samples
from tests.unit.readers.samples import Decision

NUMBER = Decision().number


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's own folder."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("NTM_DOCUMENTS", str(folder))
    return folder


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


def decision(folder: Path, name: str = "quyết định.docx", **fields: str) -> Path:
    return samples.save(samples.to_docx(replace(Decision(), **fields)), folder / name)


def test_a_file_is_copied_and_what_was_detected_is_told(
    own: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
):
    file = decision(incoming)
    assert main(["add", str(file)]) == 0
    said = capsys.readouterr().out
    assert (own / file.name).read_bytes() == file.read_bytes()
    assert f"Số hiệu:     {NUMBER}" in said
    assert "Ngày ký:     15/03/2024" in said
    assert f"{file.name}.yml" in said  # where to correct it
    assert "ntm index" in said


def test_the_receiving_folder_can_be_chosen(own: Path, incoming: Path, tmp_path: Path):
    chosen = tmp_path / "made" / "on demand"
    assert main(["add", str(decision(incoming)), "--to", str(chosen)]) == 0
    assert [file.name for file in chosen.iterdir()] == ["quyết định.docx"]
    assert not list(own.iterdir())


def test_the_same_content_is_added_once(
    own: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
):
    file = decision(incoming)
    assert main(["add", str(file)]) == 0
    again = file.rename(file.with_name("tên khác.docx"))
    assert main(["add", str(again)]) == 0
    assert "đã có trong kho" in capsys.readouterr().out
    assert len(list(own.iterdir())) == 1


def test_a_new_version_takes_the_place_of_the_same_document(own: Path, incoming: Path):
    decision(own)
    file = decision(incoming, place_date="Hà Nội, ngày 16 tháng 3 năm 2024")
    assert main(["add", str(file)]) == 0
    assert snapshot(own) == {file.name: file.read_bytes()}


def test_another_document_of_the_same_file_name_is_never_overwritten(
    own: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
):
    decision(own)
    before = snapshot(own)
    assert main(["add", str(decision(incoming, number="78/2024/QĐ-TTg"))]) == 1
    said = capsys.readouterr().err
    assert NUMBER in said
    assert "đổi tên" in said
    assert snapshot(own) == before


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("bảng.xlsx", b"x", "chỉ nhận"),
        ("ghi chép.txt", "Mua sữa.\n".encode(), "không giống văn bản"),
        ("hỏng.docx", b"PK\x03\x04 gone", ""),
        ("trống.pdf", b"", ""),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(
    name: str,
    content: bytes,
    problem: str,
    own: Path,
    incoming: Path,
    capsys: pytest.CaptureFixture[str],
):
    (incoming / name).write_bytes(content)
    assert main(["add", str(incoming / name)]) == 1
    said = capsys.readouterr()
    assert name in said.err
    assert problem in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not list(own.iterdir())


def test_a_file_that_is_not_there_is_told(own: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["add", str(own / "không có.pdf")]) == 1
    assert "không có.pdf" in capsys.readouterr().err


def test_the_good_ones_of_several_files_are_added(
    own: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
):
    (incoming / "hỏng.pdf").write_bytes(b"%PDF-1.4 gone")
    assert main(["add", str(incoming / "hỏng.pdf"), str(decision(incoming))]) == 1
    assert [file.name for file in own.iterdir()] == ["quyết định.docx"]


def test_an_annex_alone_says_what_it_belongs_to(
    own: Path, incoming: Path, capsys: pytest.CaptureFixture[str]
):
    heads = ("PHỤ LỤC I", "BỘ TIÊU CHÍ MẪU", f"(Kèm theo Quyết định số {NUMBER})")
    table = samples.criteria_html(samples.GROUP_ROWS, samples.GROUP_NAMES)
    file = incoming / "phụ lục.html"
    file.write_text("<meta charset='utf-8'>" + "".join(f"<p>{h}</p>" for h in heads) + table)
    assert main(["add", str(file)]) == 0
    assert f"Đây là phụ lục của {NUMBER}" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told(
    incoming: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").write_text("")
    assert main(["add", str(decision(incoming)), "--to", str(tmp_path / "file" / "below")]) == 1
    assert "không ghi được vào" in capsys.readouterr().err
