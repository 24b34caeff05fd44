"""Letters that are not Unicode are converted, or the file is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import pytest

from knowledge.readers import legacy_fonts, read, vietnamese
from knowledge.readers.errors import BrokenFileError, EncodingError

from .pdf_writer import PdfWriter
from .samples import Decision, save, to_text

TEXT = to_text(Decision())
TO_TCVN3 = {
    letter: code
    for code, letter in zip(
        legacy_fonts._TCVN3_CODES, legacy_fonts._TCVN3_LETTERS, strict=True
    )
}  # fmt: skip
VNI = (
    "Nghò ñònh naøy quy ñònh chi tieát vaø höôùng daãn thi haønh moät soá ñieàu cuûa Luaät Baûo "
    "hieåm xaõ hoäi veà baûo hieåm xaõ hoäi baét buoäc, nhöõng ñöôøng löôùi chöõ"
)


def tcvn3(text: str) -> str:
    """Small letters only: capitals have no codes of their own in the common fonts."""
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def test_tcvn3_and_vni_are_told_apart_and_converted() -> None:
    text = "nghị định này quy định chi tiết, hướng dẫn những điều được giao; đường xã, lưới điện"

    assert legacy_fonts.detect(tcvn3(text)) == "TCVN3"
    assert legacy_fonts.from_tcvn3(tcvn3(text)) == text
    assert legacy_fonts.detect(VNI) == "VNI"
    assert legacy_fonts.from_vni(VNI).startswith("Nghị định này quy định chi tiết và hướng dẫn")
    assert legacy_fonts.detect(text) is None


def test_a_tcvn3_text_file_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "tcvn3.txt"
    path.write_bytes(tcvn3(TEXT).encode("latin-1", "replace"))
    document = read(path)

    assert "Hướng dẫn thực hiện các tiêu chí" in document.provisions[1].text


def test_a_tcvn3_word_document_is_converted_by_its_font(tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT.split("\n\n"):
        run = document.add_paragraph().add_run(tcvn3(line))
        run.font.name = ".VnTime"
    found = read(save(document, tmp_path / "tcvn3.docx"))

    assert "Hướng dẫn thực hiện các tiêu chí" in found.provisions[1].text


def test_tcvn3_letters_without_a_font_name_are_converted_and_told(tmp_path: Path) -> None:
    path = tmp_path / "tcvn3-trong-unicode.txt"
    path.write_text(tcvn3(TEXT), encoding="utf-8")
    document = read(path)

    assert "Hướng dẫn thực hiện các tiêu chí" in document.provisions[1].text
    assert any("TCVN3" in warning for warning in document.warnings)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "vb.txt"
    path.write_text(TEXT, encoding=encoding)

    assert read(path).number == "77/2024/QĐ-TTg"


def test_windows_1258_is_read(tmp_path: Path) -> None:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for letter in TEXT:
        split = unicodedata.normalize("NFD", letter)
        marks = "".join(mark for mark in split if mark in tones)
        base = "".join(mark for mark in split if mark not in tones)
        parts.append(unicodedata.normalize("NFC", base) + marks)
    path = tmp_path / "vb.txt"
    path.write_bytes("".join(parts).encode("cp1258", "replace"))

    assert read(path).title.startswith("Ban hành Bộ tiêu chí mẫu")


def test_bytes_in_an_unknown_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "vb.txt"
    path.write_bytes(bytes(range(0xC0, 0xFF)) * 50)

    with pytest.raises(EncodingError, match="UTF-8"):
        read(path)


def test_a_binary_file_named_txt_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vb.txt"
    path.write_bytes(b"\x00\x01\x02" * 100)

    with pytest.raises(BrokenFileError):
        read(path)


def test_letters_without_a_unicode_map_are_refused(tmp_path: Path) -> None:
    pdf = PdfWriter()
    for _ in range(30):
        pdf.paragraph("Xqzw jkfw bzzt qwrt plkw zxcv bnmq wrtp sdfg hjkl zzxq wwkq")

    with pytest.raises(EncodingError, match="OCR"):
        read(pdf.save(tmp_path / "rác.pdf"))


def test_plausibility_tells_vietnamese_from_garbage() -> None:
    assert vietnamese.plausibility(TEXT) > 0.9
    assert vietnamese.plausibility(tcvn3(TEXT.lower())) < 0.7
