"""Metadata and articles of whole documents, in every format."""

from __future__ import annotations

import datetime as dt
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.readers import ReadFile, read
from knowledge.readers.errors import MissingToolError

from .samples import Decision, save, to_docx, to_html, to_pdf, to_text

FORMATS = ("docx", "pdf", "html", "txt", "md")
KEYS = {
    "number", "type", "issuer", "signer", "signed", "effective", "title", "relations",
    "outline", "tables", "warnings",
}  # fmt: skip


def write(decision: Decision, kind: str, folder: Path) -> Path:
    path = folder / f"văn bản.{kind}"
    if kind == "docx":
        return save(to_docx(decision), path)
    if kind == "pdf":
        return to_pdf(decision).save(path)
    text = to_html(decision) if kind == "html" else to_text(decision)
    path.write_text(text.replace("Điều 2.", "## Điều 2.") if kind == "md" else text)
    return path


def articles(document: ReadFile) -> list[str]:
    return [item["id"] for item in document.outline if item["id"].startswith("Điều")]


def relations(document: ReadFile) -> set[tuple[str, str]]:
    return {(item.type.value, item.number) for item in document.relations}


@pytest.mark.parametrize("kind", FORMATS)
def test_metadata_and_articles_are_the_same_in_every_format(kind: str, tmp_path: Path) -> None:
    document = read(write(Decision(), kind, tmp_path))

    assert document.number == "77/2024/QĐ-TTg"
    assert document.type == "Quyết định"
    assert document.issuer == "Thủ tướng Chính phủ"
    assert document.signer == "Nguyễn Văn Mẫu"
    assert document.place == "Hà Nội"
    assert document.signed == dt.date(2024, 3, 15)
    assert document.effective == dt.date(2024, 5, 1)
    assert document.title == "Ban hành Bộ tiêu chí mẫu về xã nông thôn mới giai đoạn 2031 - 2035"
    assert articles(document) == ["Điều 1", "Điều 2", "Điều 3"]
    assert relations(document) == {
        ("based_on", "63/2025/QH15"),
        ("replaces", "66/2019/QĐ-TTg"),
    }
    assert not document.warnings


@pytest.mark.parametrize("kind", FORMATS)
def test_khoan_and_diem_keep_their_whole_words(kind: str, tmp_path: Path) -> None:
    document = read(write(Decision(), kind, tmp_path))
    parts = {part.id: part for item in document.provisions for part in item.walk()}

    assert parts["Điều 2"].heading == "Tổ chức thực hiện"
    assert parts["Điều 2 khoản 1 điểm a"].text == Decision().body[3]
    assert parts["Điều 2 khoản 2"].text == Decision().body[5]
    assert parts["Điều 2 khoản 1"].text.count("\n") == 2
    assert "CÔNG BÁO" not in "".join(part.text for part in parts.values())


def test_json_has_exactly_the_agreed_keys(tmp_path: Path) -> None:
    found = read(write(Decision(), "docx", tmp_path)).as_json()

    assert set(found) == KEYS
    assert found["signed"] == "2024-03-15"
    assert found["outline"][1] == {"id": "Điều 2", "heading": "Tổ chức thực hiện"}


def test_an_article_without_heading_shows_its_opening_words(tmp_path: Path) -> None:
    document = read(write(Decision(), "docx", tmp_path))

    assert document.provisions[0].heading == ""
    assert document.outline[0]["heading"].startswith("Ban hành kèm theo Quyết định này")


def test_a_law_is_named_with_its_type_and_dated_by_its_adoption(tmp_path: Path) -> None:
    law = Decision(
        number="12/2030/QH16",
        issuer="QUỐC HỘI",
        type="LUẬT",
        place_date="",
        title=("BẢO HIỂM MÙA MÀNG",),
        preamble=("Căn cứ Hiến pháp;", "Quốc hội ban hành Luật Bảo hiểm mùa màng."),
        body=(
            "Chương I",
            "NHỮNG QUY ĐỊNH CHUNG",
            "Điều 1. Phạm vi điều chỉnh",
            "Luật này quy định về bảo hiểm mùa màng.",
            "Chương II",
            "ĐIỀU KHOẢN THI HÀNH",
            "Điều 2. Hiệu lực thi hành",
            "Luật này có hiệu lực thi hành từ ngày 01/7/2031.",
            "Luật này được Quốc hội khóa XVI thông qua ngày 20 tháng 11 năm 2030.",
        ),
        signature=("CHỦ TỊCH QUỐC HỘI", "Trần Thị Thử"),
    )
    document = read(write(law, "txt", tmp_path))

    assert (document.type, document.issuer) == ("Luật", "Quốc hội")
    assert document.title == "Luật Bảo hiểm mùa màng"
    assert document.signed == dt.date(2030, 11, 20)
    assert document.effective == dt.date(2031, 7, 1)
    assert document.signer == "Trần Thị Thử"
    assert [item["id"] for item in document.outline] == [
        "Chương I", "Điều 1", "Chương II", "Điều 2",
    ]  # fmt: skip
    assert document.provisions[3].within == ("Chương II",)


def test_a_consolidated_text_is_numbered_and_dated_where_it_is_certified(tmp_path: Path) -> None:
    decree = replace(
        Decision(),
        issuer="",
        number="",
        place_date="",
        type="NGHỊ ĐỊNH",
        body=Decision().body[:3],
        signature=(
            "BỘ TÀI CHÍNH",
            "Số: 09/VBHN-BTC",
            "XÁC THỰC VĂN BẢN HỢP NHẤT",
            "Hà Nội, ngày 12 tháng 02 năm 2026",
            "KT. BỘ TRƯỞNG",
            "THỨ TRƯỞNG",
            "Lê Văn Thật",
        ),
    )
    document = read(write(decree, "txt", tmp_path))

    assert document.number == "09/VBHN-BTC"
    assert document.type == "Văn bản hợp nhất"
    assert document.issuer == "Bộ Tài chính"
    assert document.signed == dt.date(2026, 2, 12)
    assert document.signer == "Lê Văn Thật"
    assert document.effective is None
    assert any("hợp nhất" in warning for warning in document.warnings)


def test_a_provincial_resolution_names_its_province(tmp_path: Path) -> None:
    resolution = replace(
        Decision(),
        number="05/2024/NQ-HĐND",
        issuer="HỘI ĐỒNG NHÂN DÂN\nTỈNH KIÊN GIANG",
        type="NGHỊ QUYẾT",
        place_date="Kiên Giang, ngày 02 tháng 4 năm 2024",
        title=("QUY ĐỊNH MỨC HỖ TRỢ XÂY DỰNG NÔNG THÔN MỚI",),
        body=(
            "Điều 1. Thông qua mức hỗ trợ xây dựng nông thôn mới trên địa bàn.",
            "Điều 2. Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.",
        ),
        signature=("CHỦ TỊCH", "Phạm Văn Ví Dụ"),
    )
    document = read(write(resolution, "docx", tmp_path))

    assert document.issuer == "Hội đồng nhân dân tỉnh Kiên Giang"
    assert document.place == "Kiên Giang"
    assert document.title == "Quy định mức hỗ trợ xây dựng nông thôn mới"
    assert document.effective == dt.date(2024, 4, 12)
    assert document.signer == "Phạm Văn Ví Dụ"


def test_an_official_letter_has_its_subject_for_a_title(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text(
        "BỘ NỘI VỤ\n\nSố: 1311/BNV-TH\n\nV/v hướng dẫn thực hiện tiêu chí 18.1\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHà Nội, ngày 04 tháng 4 năm 2017\n\n"
        "Kính gửi: Ủy ban nhân dân các tỉnh.\n\n"
        "Bộ Nội vụ hướng dẫn việc thực hiện tiêu chí như sau:\n\n"
        "I. NỘI DUNG\n\nCán bộ, công chức xã đạt chuẩn theo quy định của pháp luật.\n\n"
        "II. TỔ CHỨC THỰC HIỆN\n\nCác địa phương báo cáo trước ngày 30 tháng 6 hằng năm.\n\n"
        "KT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\nNguyễn Trọng Thử\n"
    )
    document = read(path)

    assert (document.type, document.number) == ("Công văn", "1311/BNV-TH")
    assert document.title == "hướng dẫn thực hiện tiêu chí 18.1"
    assert document.issuer == "Bộ Nội vụ"
    assert [item["id"] for item in document.outline][-2:] == ["Mục I", "Mục II"]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "nfd.txt"
    path.write_text(unicodedata.normalize("NFD", to_text(Decision())), encoding="utf-8")
    document = read(path)

    assert document.title.startswith("Ban hành Bộ tiêu chí mẫu")
    assert articles(document) == ["Điều 1", "Điều 2", "Điều 3"]
    assert all(unicodedata.is_normalized("NFC", item.text) for item in document.provisions)


def test_a_doc_file_without_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cũ.doc"
    path.write_bytes(b"{\\rtf1 hello}")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingToolError, match="LibreOffice"):
        read(path)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_doc_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "cũ.doc"
    body = "".join(
        "".join(f"\\u{ord(letter)}?" for letter in line) + "\\par "
        for line in to_text(Decision()).split("\n\n")
    )
    path.write_bytes(f"{{\\rtf1\\ansi {body}}}".encode())
    document = read(path)

    assert document.number == "77/2024/QĐ-TTg"
    assert articles(document) == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_doc_file_that_is_a_web_page_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "trang.doc"
    path.write_text(to_html(Decision()))

    assert read(path).number == "77/2024/QĐ-TTg"
