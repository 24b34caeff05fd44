"""Files that must be refused, with a reason, in bounded time and memory."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from knowledge.errors import DocumentError
from knowledge.readers import Limits, UnreadableFileError, read
from knowledge.readers.errors import (
    BrokenFileError,
    NoTextError,
    ProtectedFileError,
    TooLargeError,
    UnsafeFileError,
)

from . import ole_writer, pdf_writer
from .samples import Decision, save, to_docx, to_pdf, to_text


def _repacked(source: Path, target: Path, extra: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in extra:
                new.writestr(name, old.read(name))
        for name, data in extra.items():
            new.writestr(name, data)
    return target


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return save(to_docx(Decision()), tmp_path / "gốc.docx")


def test_a_zip_bomb_is_refused_at_once(word: Path, tmp_path: Path) -> None:
    bomb = _repacked(word, tmp_path / "bom.docx", {"word/document.xml": b" " * 400_000_000})
    started = time.monotonic()

    with pytest.raises(UnsafeFileError, match="bom nén"):
        read(bomb)
    assert time.monotonic() - started < 5


def test_xml_entities_are_not_expanded(word: Path, tmp_path: Path) -> None:
    entities = "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12)
    )
    xml = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e11;</x>'

    with pytest.raises(BrokenFileError):
        read(_repacked(word, tmp_path / "thực thể.docx", {"word/document.xml": xml.encode()}))


def test_macros_in_a_docx_are_refused(word: Path, tmp_path: Path) -> None:
    with pytest.raises(UnsafeFileError, match="macro"):
        read(_repacked(word, tmp_path / "m.docx", {"word/vbaProject.bin": b"x"}))


def test_a_docm_is_refused(word: Path, tmp_path: Path) -> None:
    path = word.rename(tmp_path / "m.docm")

    with pytest.raises(UnreadableFileError, match="macro"):
        read(path)


def test_macros_in_a_doc_are_refused(tmp_path: Path) -> None:
    path = ole_writer.write(tmp_path / "m.doc", {"WordDocument": bytes(12)}, ("Macros",))

    with pytest.raises(UnsafeFileError, match="macro"):
        read(path)


def test_a_docx_with_a_password_is_refused(tmp_path: Path) -> None:
    parts = {"EncryptedPackage": b"x", "EncryptionInfo": b"x"}

    with pytest.raises(ProtectedFileError, match="mật khẩu"):
        read(ole_writer.write(tmp_path / "khóa.docx", parts))


def test_a_doc_with_a_password_is_refused(tmp_path: Path) -> None:
    encrypted = bytes(10) + b"\x00\x01"

    with pytest.raises(ProtectedFileError, match="mật khẩu"):
        read(ole_writer.write(tmp_path / "khóa.doc", {"WordDocument": encrypted}))


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    path = to_pdf(Decision()).save(tmp_path / "khóa.pdf", encrypted=True)

    with pytest.raises(ProtectedFileError, match="mật khẩu"):
        read(path)


def test_a_scan_is_recognised_and_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoTextError, match="OCR"):
        read(pdf_writer.scan(tmp_path / "quét.pdf"))


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".doc"])
def test_half_a_file_is_refused(suffix: str, word: Path, tmp_path: Path) -> None:
    if suffix == ".pdf":
        whole = to_pdf(Decision()).save(tmp_path / "a.pdf").read_bytes()
        data = whole[: len(whole) // 3].replace(b"/Catalog", b"/Xatalog")
    elif suffix == ".docx":
        data = word.read_bytes()[:5000]
    else:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
    path = tmp_path / f"hỏng{suffix}"
    path.write_bytes(data)

    with pytest.raises(BrokenFileError):
        read(path)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".doc", ".html"])
def test_a_file_that_is_not_what_its_name_says_is_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"giả{suffix}"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    with pytest.raises(BrokenFileError):
        read(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trống.txt"
    path.touch()

    with pytest.raises(BrokenFileError, match="trống"):
        read(path)


def test_a_file_over_the_allowed_size_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)

    with pytest.raises(TooLargeError, match="100 MB"):
        read(path)


def test_more_pages_than_allowed_are_refused(tmp_path: Path) -> None:
    pdf = _pages(tmp_path, 4)

    with pytest.raises(TooLargeError, match="trang"):
        read(pdf, Limits(pages=3))


def _pages(folder: Path, count: int) -> Path:
    pdf = to_pdf(Decision())
    for _ in range(count):
        pdf.new_page()
        pdf.paragraph("Nội dung quy định thêm.")
    return pdf.save(folder / "nhiều trang.pdf")


def test_more_text_than_allowed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dài.txt"
    path.write_text(to_text(Decision()) * 20)

    with pytest.raises(TooLargeError, match="ký tự"):
        read(path, Limits(characters=5000))


def test_a_parser_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = to_pdf(Decision()).save(tmp_path / "a.pdf")
    started = time.monotonic()

    with pytest.raises(TooLargeError, match="giây"):
        read(path, Limits(seconds=0))
    assert time.monotonic() - started < 5


def test_a_parser_that_takes_too_much_memory_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(to_text(Decision()) * 20_000)

    with pytest.raises(BrokenFileError, match="bộ nhớ"):
        read(path, Limits(memory_mb=120))


def test_deeply_nested_html_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "sâu.html"
    path.write_text("<html><body>" + "<div>" * 50_000 + "Điều 1. Phạm vi" + "</div>" * 50_000)

    assert read(path).number == ""


def test_refusals_name_the_file_and_are_document_errors(tmp_path: Path) -> None:
    path = tmp_path / "ảnh.png"
    path.write_bytes(b"x")

    with pytest.raises(DocumentError, match=r"ảnh\.png.*\.docx") as caught:
        read(path)
    assert isinstance(caught.value, UnreadableFileError)
