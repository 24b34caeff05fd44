"""Layouts that offices, portals and careless hands make of the official one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from knowledge.readers import ReadFile, read

from .samples import FREEDOM, MOTTO, Decision, to_html, to_text

BODY = ("Điều 1. Phê duyệt kế hoạch.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu")


def text(folder: Path, *lines: str) -> ReadFile:
    path = folder / "văn bản.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return read(path)


def own_articles(document: ReadFile) -> list[str]:
    return [item.id for item in document.provisions if re.fullmatch(r"Điều \d+[a-z]?", item.id)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Hà Nội, ngày 15", "tháng 3 năm 2024"),
        ("Hà Nội, ngày 15 tháng 3", "năm 2024"),
        ("Hà Nội, ngày", "15 tháng 3 năm 2024"),
    ],
)
def test_a_date_broken_over_two_lines_is_one_date(lines: tuple[str, str], tmp_path: Path) -> None:
    broken = to_text(Decision()).replace(Decision().place_date, "\n\n".join(lines))
    path = tmp_path / "ngày.txt"
    path.write_text(broken)

    assert f"{read(path).signed}" == "2024-03-15"


def test_a_number_below_its_label_is_found(tmp_path: Path) -> None:
    head = ("QUỐC HỘI", "Luật số:", "12/2030/QH16", MOTTO, "LUẬT", "MÙA MÀNG", "Căn cứ Hiến pháp;")
    document = text(tmp_path, *head, "Điều 1. Phạm vi", "Luật này quy định về mùa màng.")

    assert (document.number, document.title) == ("12/2030/QH16", "Luật Mùa màng")


def test_a_draft_without_its_number_keeps_its_issuer(tmp_path: Path) -> None:
    head = ("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK", "Số:      /QĐ-UBND", MOTTO, "QUYẾT ĐỊNH")
    document = text(tmp_path, *head, "Về kế hoạch", "Căn cứ Luật mẫu;", *BODY, *SIGNED)

    assert (document.number, document.issuer) == ("", "Ủy ban nhân dân tỉnh Đắk Lắk")
    assert any("số hiệu" in warning for warning in document.warnings)


def test_number_and_date_may_stand_below_the_type(tmp_path: Path) -> None:
    head = ("THỦ TƯỚNG CHÍNH PHỦ", MOTTO, "QUYẾT ĐỊNH", "Số: 99/QĐ-TTg", "Ngày 10 tháng 6 năm 2030")
    document = text(tmp_path, *head, "Phê duyệt Đề án mẫu", "Căn cứ Luật mẫu;", *BODY, *SIGNED)

    assert (document.number, document.title) == ("99/QĐ-TTg", "Phê duyệt Đề án mẫu")
    assert f"{document.signed}" == "2030-06-10"


def test_the_type_may_be_followed_by_the_office(tmp_path: Path) -> None:
    head = ("BỘ NỘI VỤ", "Số: 4/2030/QĐ-BNV", MOTTO, "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ NỘI VỤ")
    document = text(tmp_path, *head, "Về tiêu chuẩn mẫu", "Căn cứ Luật mẫu;", "QUYẾT ĐỊNH", *BODY)

    assert (document.issuer, document.title) == ("Bộ Nội vụ", "Về tiêu chuẩn mẫu")


def test_the_heading_of_a_portal_is_not_the_title(tmp_path: Path) -> None:
    path = tmp_path / "cổng.html"
    above = "<h1>QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 77/2024/QĐ-TTg NGÀY 15/3/2024</h1>"
    path.write_text(to_html(Decision()).replace("<body>", f"<body>{above}"))
    document = read(path)

    assert document.title == " ".join(Decision().title)
    assert document.issuer == "Thủ tướng Chính phủ"


def test_a_head_in_one_line_is_taken_apart(tmp_path: Path) -> None:
    line = "QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 186/2004/QĐ-TTg NGÀY 29/10/2004 VỀ ĐỀ ÁN MẪU"
    document = text(tmp_path, line, "Căn cứ Luật mẫu;", *BODY, "THỦ TƯỚNG", "Nguyễn Văn Mẫu")

    assert (document.number, document.issuer) == ("186/2004/QĐ-TTg", "Thủ tướng Chính phủ")
    assert (f"{document.signed}", document.title) == ("2004-10-29", "Về đề án mẫu")


def test_a_title_ends_where_the_text_begins_without_a_preamble(tmp_path: Path) -> None:
    head = ("THỦ TƯỚNG CHÍNH PHỦ", "Số: 5/CT-TTg", MOTTO, "CHỈ THỊ", "VỀ XÂY DỰNG NÔNG THÔN MỚI")
    opening = "Thời gian qua, các địa phương đã tích cực thực hiện. Thủ tướng Chính phủ yêu cầu:"
    document = text(tmp_path, *head, opening, "1. Các bộ", "2. Các tỉnh", "THỦ TƯỚNG", SIGNED[-1])

    assert document.title == "Về xây dựng nông thôn mới"


def test_names_of_laws_and_numbers_keep_their_capitals_in_a_title(tmp_path: Path) -> None:
    title = "SỬA ĐỔI MỘT SỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI SỐ 31/2024/QH15"
    head = ("QUỐC HỘI", MOTTO, "Luật số: 43/2024/QH15", "LUẬT", title, "Căn cứ Hiến pháp;")
    amended = "Điều 1. Sửa đổi Luật Đất đai số 31/2024/QH15"
    document = text(tmp_path, *head, amended, "Bãi bỏ khoản 2.", "Điều 2. Hiệu lực", "Từ năm 2025.")

    assert document.title == "Luật Sửa đổi một số điều của Luật Đất đai số 31/2024/QH15"


def test_short_articles_before_an_attached_regulation_are_no_table_of_contents(
    tmp_path: Path,
) -> None:
    resolution = replace(
        Decision(),
        number="12/2030/NQ-HĐND",
        issuer="HỘI ĐỒNG NHÂN DÂN",
        type="NGHỊ QUYẾT",
        body=(
            "Điều 1. Ban hành kèm theo Nghị quyết này Quy định mẫu.",
            "Điều 2. Giao Ủy ban nhân dân.",
            "Điều 3. Nghị quyết này có hiệu lực từ ngày 20/7/2030.",
        ),
        signature=("CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    )
    attached = ("QUY ĐỊNH", "Mức hỗ trợ mẫu", "(Kèm theo Nghị quyết số 12/2030/NQ-HĐND)")
    articles = [f"Điều {number}. Nội dung {number}" for number in range(1, 6)]
    document = text(tmp_path, to_text(resolution), *attached, *articles)

    assert own_articles(document) == ["Điều 1", "Điều 2", "Điều 3"]
    assert document.provisions[-1].id == "Quy định kèm theo / Điều 5"
    assert document.signer == "Nguyễn Văn Mẫu"


def test_a_table_of_contents_is_not_taken_for_the_articles(tmp_path: Path) -> None:
    names = [f"Điều {number}. Nội dung thứ {number}" for number in range(1, 5)]
    listed = [f"{name} ........ {page}" for page, name in enumerate(names, start=3)]
    told = [line for name in names for line in (name, "Cơ quan nhà nước thực hiện.")]
    document = text(tmp_path, *to_text(replace(Decision(), body=())).split("\n\n"), *listed, *told)

    assert own_articles(document) == ["Điều 1", "Điều 2", "Điều 3", "Điều 4"]
    assert document.provisions[0].heading == "Nội dung thứ 1"


def test_a_reference_cut_by_a_line_break_is_no_article(tmp_path: Path) -> None:
    cut = ("thực hiện theo quy định tại", "Điều 12. của Luật mẫu thì được hỗ trợ.")
    document = text(tmp_path, *to_text(Decision()).split("\n\n")[:-3], *cut)

    assert own_articles(document) == ["Điều 1", "Điều 2", "Điều 3"]


def test_footnote_marks_do_not_hide_an_article_of_a_consolidated_text(tmp_path: Path) -> None:
    body = ("Điều 1. Phạm vi", "Văn bản này quy định.", "Điều 2[2]. Đối tượng", "Mọi người.")
    certified = ("XÁC THỰC VĂN BẢN HỢP NHẤT", "CHỦ NHIỆM", "Nguyễn Văn Mẫu")
    notes = ("[2] Sửa theo Luật mẫu như sau:", "“Điều 3. Hiệu lực", "Từ năm 2031.”.")
    head = ("VĂN PHÒNG QUỐC HỘI", MOTTO, "Số: 12/VBHN-VPQH", "LUẬT", "MÙA MÀNG", "Căn cứ Luật;")
    document = text(tmp_path, *head, *body, *certified, *notes)

    assert own_articles(document) == ["Điều 1", "Điều 2"]


@pytest.mark.parametrize("acting", ["K/T TRƯỞNG BAN", "KT TRƯỞNG BAN", "T/L TRƯỞNG BAN"])
def test_a_signature_for_another_may_lack_its_dot(acting: str, tmp_path: Path) -> None:
    lines = (*BODY, "Nơi nhận:", "- Các tỉnh.", acting, "PHÓ TRƯỞNG BAN", "Nguyễn Văn Mẫu")
    document = text(tmp_path, *to_text(replace(Decision(), body=())).split("\n\n")[:-3], *lines)

    assert document.signer == "Nguyễn Văn Mẫu"


def _page(kind: str, folder: Path) -> Path:
    """A whole decision inside one table, as some portals and offices lay out a page."""
    left, right = "ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 7/QĐ-UBND", f"{MOTTO}\n{FREEDOM}"
    middle = ("QUYẾT ĐỊNH", "Về việc công nhận xã mẫu", "Căn cứ Luật mẫu;", *BODY)
    path = folder / f"trang.{kind}"
    if kind == "html":
        cells = [cell.replace("\n", "<br>") for cell in (left, right)]
        lines = "".join(f"<p>{line}</p>" for line in middle)
        path.write_text(
            f"<html><meta charset='utf-8'><table><tr><td>{cells[0]}</td><td>{cells[1]}</td></tr>"
            f"<tr><td colspan=2>{lines}</td></tr></table></html>"
        )
        return path
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = left, right
    table.cell(1, 0).merge(table.cell(1, 1)).text = "\n".join(middle)
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_a_table_that_holds_the_whole_document_only_places_it(kind: str, tmp_path: Path) -> None:
    document = read(_page(kind, tmp_path))

    assert (document.number, document.title) == ("7/QĐ-UBND", "Về việc công nhận xã mẫu")
    assert own_articles(document) == ["Điều 1", "Điều 2"]


def test_a_joint_resolution_states_its_effect(tmp_path: Path) -> None:
    body = ("Điều 1. Nghị quyết liên tịch này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2030.",)
    joint = replace(Decision(), type="NGHỊ QUYẾT LIÊN TỊCH", body=body)
    document = text(tmp_path, to_text(joint))

    assert f"{document.effective}" == "2030-08-01"
