"""Criteria annexes that come without their decision, as offices keep them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from knowledge.corpus.criteria import Requirement
from knowledge.corpus.fields import Level
from knowledge.readers import ReadFile, read

from . import samples
from .pdf_writer import PdfWriter

KINDS = ("docx", "html", "pdf")
HEADS = (
    (
        "Phụ lục I",
        "BỘ TIÊU CHÍ MẪU VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2031 - 2035",
        "(Kèm theo Quyết định số 77/2024/QĐ-TTg ngày 15 tháng 3 năm 2024 của Thủ tướng Chính phủ)",
    ),
    (
        "BỘ TIÊU CHÍ MẪU VỀ XÃ NÔNG THÔN MỚI",
        "GIAI ĐOẠN 2031 - 2035",
        "(Ban hành kèm theo Quyết định số 77/2024/QĐ-TTg ngày 15/3/2024",
        "của Thủ tướng Chính phủ)",
    ),
)
ROWS = (*samples.REGION_ROWS, *samples.FILLER[:4])


def annex(kind: str, head: tuple[str, ...], folder: Path) -> ReadFile:
    path = folder / f"phụ lục.{kind}"
    if kind == "docx":
        document = docx.Document()
        for line in head:
            document.add_paragraph(line)
        samples.criteria_docx(document, ROWS, samples.REGION_NAMES)
        samples.save(document, path)
    elif kind == "html":
        lines = "".join(f"<p>{line}</p>" for line in head)
        path.write_text(
            f"<meta charset='utf-8'>{lines}{samples.criteria_html(ROWS, samples.REGION_NAMES)}"
        )
    else:
        pdf = PdfWriter("")
        for line in head:
            pdf.centred(line) if line.isupper() else pdf.paragraph(line)
        samples.criteria_pdf(pdf, ROWS, samples.REGION_NAMES)
        pdf.save(path)
    return read(path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("head", HEADS)
def test_it_names_its_decision_its_level_and_its_period(
    head: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    found = annex(kind, head, tmp_path)
    (criteria,) = found.criteria

    assert found.part_only
    assert (found.number, found.type) == ("77/2024/QĐ-TTg", "Quyết định")
    assert (found.issuer, f"{found.signed}") == ("Thủ tướng Chính phủ", "2024-03-15")
    assert (criteria.level, f"{criteria.period}") == (Level.COMMUNE, "2031-2035")
    water = criteria.criteria[2].indicators[0]
    assert water.places["TN"] == Requirement(value=95, of_which=35)
    assert found.warnings == ("tệp chỉ có phụ lục của Quyết định 77/2024/QĐ-TTg",)
    assert found.as_json()["number"] == "77/2024/QĐ-TTg"


def test_a_whole_decision_is_not_taken_for_its_annex(tmp_path: Path) -> None:
    found = read(samples.save(samples.to_docx(samples.Decision()), tmp_path / "đủ.docx"))

    assert not found.part_only


def test_lettered_rows_belong_to_the_indicator_above_them(tmp_path: Path) -> None:
    places = samples.GROUP_NAMES
    rows = (
        ("3", "Kinh tế", "3.1. Tỷ lệ sản phẩm chủ lực:", "", ("", "", "")),
        ("3", "Kinh tế", "a) Bán qua hợp đồng", "", ("≥ 30%", "≥ 25%", "≥ 20%")),
        ("3", "Kinh tế", "b) Bán trên mạng", "", ("≥ 13%", "≥ 12%", "-")),
        ("3", "Kinh tế", "3.2. Thu nhập (triệu đồng/người)", "", ("≥ 9", "≥ 8", "0")),
    )
    document = docx.Document()
    for line in HEADS[0]:
        document.add_paragraph(line)
    samples.criteria_docx(document, rows, places)
    (found,) = read(samples.save(document, tmp_path / "chữ.docx")).criteria
    products, income = found.criteria[0].indicators

    assert (products.number, products.name) == ("3.1", "Tỷ lệ sản phẩm chủ lực")
    told = Requirement(text="a) Bán qua hợp đồng: ≥ 25%; b) Bán trên mạng: ≥ 12%")
    assert products.places["nhom_2"] == told
    assert income.places["nhom_3"] == Requirement(value=0)
