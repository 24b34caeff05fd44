"""Criteria annexes in Word, PDF and HTML become criteria with thresholds by place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from knowledge.corpus.criteria import Comparison, Criterion, Requirement
from knowledge.corpus.fields import Level, Period
from knowledge.readers import read, thresholds
from knowledge.readers.criteria_annex import CriteriaAnnex
from knowledge.references.places import GROUPS, REGIONS

from . import samples
from .samples import Decision, Row

ANNEX = (
    "PHỤ LỤC I",
    "BỘ TIÊU CHÍ MẪU VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2031 - 2035",
    "(Kèm theo Quyết định số 77/2024/QĐ-TTg ngày 15 tháng 3 năm 2024 của Thủ tướng Chính phủ)",
)
FORMS = ("docx", "pdf", "html")


def annex(
    kind: str, rows: Sequence[Row | str], places: Sequence[str], folder: Path
) -> CriteriaAnnex:
    """A decision with the annex, its table broken over pages, written and read."""
    path = folder / f"phụ lục.{kind}"
    if kind == "docx":
        document = samples.to_docx(Decision())
        for line in ANNEX:
            document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
        samples.criteria_docx(document, rows, places, per_table=8)
        samples.save(document, path)
    elif kind == "pdf":
        pdf = samples.to_pdf(Decision())
        pdf.new_page()
        for line in ANNEX[:2]:
            pdf.centred(line)
        pdf.paragraph(ANNEX[2])
        samples.criteria_pdf(pdf, rows, places)
        pdf.save(path)
    else:
        head = "".join(f'<p align="center">{line}</p>' for line in ANNEX)
        table = samples.criteria_html(rows, places, repeat_at=5)
        path.write_text(samples.to_html(Decision(), head + table))
    (found,) = read(path).criteria
    return found


def by_number(criteria: Sequence[Criterion]) -> dict[str, Criterion]:
    return {criterion.number: criterion for criterion in criteria}


@pytest.mark.parametrize("kind", FORMS)
def test_seven_regions(kind: str, tmp_path: Path) -> None:
    rows = (*samples.REGION_ROWS, *samples.FILLER)
    found = annex(kind, rows, samples.REGION_NAMES, tmp_path)
    criteria = by_number(found.criteria)

    assert (found.provision, found.document) == ("Phụ lục I", "77/2024/QĐ-TTg")
    assert (found.level, found.scale) == (Level.COMMUNE, "vùng")
    assert found.period == Period(first=2031, last=2035)
    assert not found.warnings
    assert list(criteria) == [str(number) for number in range(1, 12)]
    assert criteria["1"].group == "I. QUY HOẠCH"
    assert criteria["3"].name == "Môi trường"

    passed, left_open = criteria["1"].indicators
    assert (passed.number, passed.requirement) == ("1.1", Requirement(text="Đạt"))
    assert dict.fromkeys(REGIONS, Requirement(text="Đạt")) == passed.places
    assert left_open.places["TN"] == Requirement(set_by="UBND cấp tỉnh")

    (income,) = criteria["2"].indicators
    assert (income.number, income.unit) == (None, "triệu đồng/người")
    assert income.requirement == Requirement(value=81)
    assert [income.places[key].value for key in REGIONS] == [71, 91, 72.5, 74, 73, 92, 82]  # type: ignore[union-attr]

    water, poverty = criteria["3"].indicators
    assert water.name == "Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn"
    assert (water.comparison, water.unit) == (Comparison.AT_LEAST, "%")
    assert water.of_which_name == "nước sạch"
    assert water.places["TDMNPB"] == Requirement(value=90, of_which=30)
    assert water.places["DNB"] == Requirement(value=100, of_which=65)
    assert poverty.comparison is Comparison.AT_MOST
    assert poverty.places["DBSH"] == Requirement(value=1.5)

    for number in range(4, 12):
        parts = [indicator.number for indicator in criteria[str(number)].indicators]
        assert parts == [f"{number}.{part}" for part in range(1, 5)]


@pytest.mark.parametrize("kind", FORMS)
def test_three_groups_of_communes(kind: str, tmp_path: Path) -> None:
    found = annex(kind, samples.GROUP_ROWS, samples.GROUP_NAMES, tmp_path)
    economy, offices = found.criteria

    assert found.scale == "nhóm xã"
    growth, cooperatives = economy.indicators
    assert [growth.places[key] for key in GROUPS] == [Requirement(value=v) for v in (9, 8, 7)]
    assert growth.requirement is None
    assert cooperatives.unit == "hợp tác xã"
    assert cooperatives.places["nhom_1"] == Requirement(value=2)
    assert cooperatives.places["nhom_3"] == Requirement(set_by="UBND cấp tỉnh")
    assert offices.indicators[0].places["nhom_2"] == Requirement(value=100)


def test_years_of_one_indicator_are_kept_apart(tmp_path: Path) -> None:
    years = [f"Thu nhập (triệu đồng/người)</td><td>Năm {year}" for year in (2031, 2032)]
    path = tmp_path / "năm.html"
    path.write_text(
        "".join(f"<p>{line}</p>" for line in ANNEX)
        + '<table><tr><td>TT</td><td>Tên tiêu chí</td><td colspan="2">Nội dung tiêu chí</td>'
        "<td>Xã nhóm 1</td><td>Xã nhóm 2</td><td>Xã nhóm 3</td></tr>"
        f'<tr><td rowspan="2">1</td><td rowspan="2">Thu nhập</td><td>{years[0]}</td>'
        "<td>≥ 60</td><td>≥ 50</td><td>≥ 40</td></tr>"
        f"<tr><td>{years[1]}</td><td>≥ 66</td><td>≥ 55</td><td>≥ 44</td></tr></table>"
    )
    (found,) = read(path).criteria
    first, second = found.criteria[0].indicators

    assert first.name == "Thu nhập (triệu đồng/người): Năm 2031"
    assert second.places["nhom_3"] == Requirement(value=44)


def test_a_missing_region_is_reported(tmp_path: Path) -> None:
    rows = [(*row[:4], row[4][:6]) for row in samples.FILLER[:6]]
    document = samples.to_docx(Decision())
    for line in ANNEX:
        document.add_paragraph(line)
    samples.criteria_docx(document, rows, samples.REGION_NAMES[:6])
    found = read(samples.save(document, tmp_path / "thiếu.docx"))

    assert any("Đồng bằng sông Cửu Long" in warning for warning in found.warnings)


def test_other_tables_are_no_criteria(tmp_path: Path) -> None:
    path = tmp_path / "khác.html"
    table = "<table><tr><td>STT</td><td>Tên mẫu</td></tr><tr><td>1</td><td>Đơn</td></tr></table>"
    path.write_text(samples.to_html(Decision(), f"<p>PHỤ LỤC</p><p>BIỂU MẪU</p>{table}"))
    document = read(path)

    assert not document.criteria
    assert document.tables[-1].heading == ("STT", "Tên mẫu")
    assert document.tables[-1].rows == (("1", "Đơn"),)
    assert document.tables[-1].provision == "Phụ lục"


@pytest.mark.parametrize(
    ("cell", "requirement", "comparison"),
    [
        ("≥ 95%", Requirement(value=95), Comparison.AT_LEAST),
        (">= 95", Requirement(value=95), Comparison.AT_LEAST),
        ("từ 95% trở lên", Requirement(value=95), Comparison.AT_LEAST),
        ("Tối thiểu 02 mô hình", Requirement(value=2), Comparison.AT_LEAST),
        ("≤ 1,5%", Requirement(value=1.5), Comparison.AT_MOST),
        ("không quá 3%", Requirement(value=3), Comparison.AT_MOST),
        ("1.200", Requirement(value=1200), None),
        ("Đạt", Requirement(text="Đạt"), None),
        ("95% (≥ 50% nước sạch)", Requirement(value=95, of_which=50), None),
        ("UBND cấp tỉnh quy định cụ thể", Requirement(set_by="UBND cấp tỉnh"), None),
        ("Bộ Y tế công bố", Requirement(set_by="Bộ Y tế"), None),
        ("< 1%", Requirement(text="< 1%"), None),
        ("≥ 2 (trừ xã đảo)", Requirement(text="≥ 2 (trừ xã đảo)"), None),
        ("", None, None),
    ],
)
def test_cells(cell: str, requirement: Requirement | None, comparison: Comparison | None) -> None:
    found = thresholds.read(cell)

    assert (found.requirement, found.comparison) == (requirement, comparison)
