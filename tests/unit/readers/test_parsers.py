"""Details of the single formats."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from knowledge.readers import cleaning, pdf, plain_text, relations
from knowledge.readers import docx as docx_reader
from knowledge.readers import html as html_reader
from knowledge.readers.blocks import Paragraph, Table
from knowledge.readers.limits import DEFAULT_LIMITS

from .pdf_writer import LEFT, PdfWriter
from .samples import save


def texts(blocks: list[Paragraph | Table]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_automatic_numbers_of_word_are_written_out(tmp_path: Path) -> None:
    document = docx.Document()
    for words in ("Thứ nhất", "Thứ hai"):
        document.add_paragraph(words, style="List Number")
    blocks = docx_reader.parse(save(document, tmp_path / "a.docx"), DEFAULT_LIMITS).blocks

    assert texts(blocks) == ["1. Thứ nhất", "2. Thứ hai"]


def test_deleted_words_of_word_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Còn lại ")
    run = paragraph.add_run("đã xóa")
    deleted = OxmlElement("w:del")
    run._element.addprevious(deleted)
    deleted.append(run._element)
    text = run._element.find(qn("w:t"))
    assert text is not None
    text.tag = qn("w:delText")
    blocks = docx_reader.parse(save(document, tmp_path / "a.docx"), DEFAULT_LIMITS).blocks

    assert texts(blocks) == ["Còn lại"]


def test_a_table_that_only_places_things_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<table><tr><td>Cột trái</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>"
        "</table>"
    )
    blocks = html_reader.parse(path, DEFAULT_LIMITS).blocks

    assert Table((("a", "b"),)) in blocks
    assert texts(blocks)[0] == "Cột trái"


def test_cells_merged_down_and_across_are_repeated(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<table><tr><td rowspan="2">x</td><td colspan="2">y</td></tr>'
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    (table,) = html_reader.parse(path, DEFAULT_LIMITS).blocks

    assert isinstance(table, Table)
    assert table.rows == (("x", "y", "y"), ("x", "1", "2"))


def test_footnotes_of_a_pdf_are_kept_apart_and_their_marks_removed(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.paragraph(
        "1. Khoản này quy định nội dung chính của văn bản và các nội dung khác có liên"
    )
    for _ in range(6):
        writer.paragraph(
            "Nội dung tiếp theo của khoản được trình bày đầy đủ trong văn bản này như sau;"
        )
    writer.text(LEFT + 30, writer.y, "2.")
    writer.text(LEFT + 42, writer.y + 5, "7", 7)
    writer.line(LEFT + 46, " (được bãi bỏ)")
    writer.text(LEFT, 90, "7", 6)
    writer.text(LEFT + 3, 88, " Khoản này được bãi bỏ theo quy định mới.", 9)
    blocks = pdf.parse(writer.save(tmp_path / "a.pdf"), DEFAULT_LIMITS).blocks

    assert "2. (được bãi bỏ)" in texts(blocks)
    (note,) = (block for block in blocks if isinstance(block, Paragraph) and block.note)
    assert note.text == "7 Khoản này được bãi bỏ theo quy định mới."


def test_a_page_without_text_layer_among_others_is_reported(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(20):
        writer.paragraph("Nội dung của trang có chữ được đọc đầy đủ như bình thường.")
    writer.new_page()
    writer.picture()
    path = writer.save(tmp_path / "a.pdf")
    (warning,) = pdf.parse(path, DEFAULT_LIMITS).warnings

    assert warning.startswith("trang 2 là ảnh quét")


def test_lines_added_by_gazettes_and_portals_are_dropped() -> None:
    added = [
        "CÔNG BÁO/Số 851 + 852/Ngày 01-7-2025",
        "4 CÔNG BÁO/Số 851 + 852/Ngày 01-7-2025",
        "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ",
        "Email: thongtinchinhphu@chinhphu.vn",
        "Cơ quan: VĂN PHÒNG CHÍNH PHỦ",
        "Thời gian ký: 08.07.2025 14:58:33 +07:00",
        "_______________",
    ]
    kept = ["Cơ quan: ......", "Điều 1. Phạm vi", "- Lưu: VT."]
    blocks = cleaning.clean(Paragraph(line) for line in (*added, *kept))

    assert texts(blocks) == kept


def test_text_that_is_not_wrapped_keeps_its_lines() -> None:
    text = "Điều 1. Phạm vi\nLuật này quy định.\nĐiều 2. Đối tượng\nLuật này áp dụng."

    assert texts(plain_text.paragraphs(text)) == text.split("\n")


def test_replaced_and_partly_abolished_documents_are_told_apart() -> None:
    article = (
        "2. Kể từ ngày Nghị định này có hiệu lực, các Nghị định và điều khoản sau đây hết hiệu "
        "lực thi hành:\na) Nghị định số 115/2015/NĐ-CP ngày 11 tháng 11 năm 2015;\n"
        "b) Khoản 2 Điều 3 Nghị định số 135/2020/NĐ-CP ngày 18 tháng 11 năm 2020."
    )
    found = relations.read("158/2025/NĐ-CP", "Quy định", (), (article,))

    assert {(item.type.value, item.number) for item in found} == {
        ("amends", "135/2020/NĐ-CP"),
        ("replaces", "115/2015/NĐ-CP"),
    }


def test_a_guided_law_is_found_by_its_name() -> None:
    found = relations.read(
        "356/2025/NĐ-CP",
        "Quy định chi tiết một số điều của Luật Bảo vệ dữ liệu cá nhân",
        ("Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15;",),
        (),
    )
    assert ("guides", "91/2025/QH15") in {(item.type.value, item.number) for item in found}
