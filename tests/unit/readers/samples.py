"""Small documents in the official layout, in every format; all figures are made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from .pdf_writer import LEFT, RIGHT, PdfWriter

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
FREEDOM = "Độc lập - Tự do - Hạnh phúc"
GAZETTE = "CÔNG BÁO/Số 12 + 13/Ngày 20-3-2024"

REGION_NAMES = (
    "Trung du miền núi phía Bắc",
    "Đồng bằng sông Hồng",
    "Bắc Trung Bộ",
    "Duyên hải Nam Trung Bộ",
    "Tây Nguyên",
    "Đông Nam Bộ",
    "Đồng bằng sông Cửu Long",
)
GROUP_NAMES = ("Xã nhóm 1", "Xã nhóm 2", "Xã nhóm 3")


@dataclass(frozen=True)
class Decision:
    """A decision with preamble, articles and signature."""

    number: str = "77/2024/QĐ-TTg"
    issuer: str = "THỦ TƯỚNG CHÍNH PHỦ"
    type: str = "QUYẾT ĐỊNH"
    place_date: str = "Hà Nội, ngày 15 tháng 3 năm 2024"
    title: tuple[str, ...] = (
        "Ban hành Bộ tiêu chí mẫu về xã nông thôn mới",
        "giai đoạn 2031 - 2035",
    )
    preamble: tuple[str, ...] = (
        "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;",
        "Theo đề nghị của Bộ trưởng Bộ Nông nghiệp và Môi trường;",
        "Thủ tướng Chính phủ ban hành Quyết định ban hành Bộ tiêu chí mẫu.",
    )
    body: tuple[str, ...] = (
        "Điều 1. Ban hành kèm theo Quyết định này Bộ tiêu chí mẫu về xã nông thôn mới.",
        "Điều 2. Tổ chức thực hiện",
        "1. Bộ Nông nghiệp và Môi trường chủ trì, phối hợp với các bộ, ngành liên quan:",
        "a) Hướng dẫn thực hiện các tiêu chí thuộc lĩnh vực quản lý nhà nước được giao trong giai "
        "đoạn và tổng hợp kết quả của các địa phương hằng năm;",
        "b) Kiểm tra việc thực hiện.",
        "2. Ủy ban nhân dân cấp tỉnh quy định cụ thể các tiêu chí được giao.",
        "Điều 3. Hiệu lực thi hành",
        "1. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2024.",
        "2. Quyết định này thay thế Quyết định số 66/2019/QĐ-TTg ngày 02 tháng 3 năm 2019 của Thủ "
        "tướng Chính phủ ban hành Bộ tiêu chí cũ.",
    )
    signature: tuple[str, ...] = ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Nguyễn Văn Mẫu")


def to_docx(decision: Decision) -> DocxDocument:
    """The decision with letterhead and signature as tables, as ministries write it."""
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = f"{decision.issuer}\n-------\nSố: {decision.number}"
    head.cell(0, 1).text = f"{MOTTO}\n{FREEDOM}\n---------------\n{decision.place_date}"
    for line in (decision.type, *decision.title):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (*decision.preamble, *decision.body):
        document.add_paragraph(line)
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Ban Bí thư Trung ương Đảng;\n- Lưu: VT, NN (2b)."
    *offices, name = decision.signature
    foot.cell(0, 1).text = "\n".join([*offices, "", "(Đã ký)", "", name])
    return document


def to_pdf(decision: Decision) -> PdfWriter:
    """The decision as the gazette prints it: stamp, running head, two columns."""
    pdf = PdfWriter(GAZETTE)
    pdf.line(LEFT, "Ký bởi: CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    pdf.line(LEFT, "Cơ quan: VĂN PHÒNG CHÍNH PHỦ")
    pdf.line(LEFT, "Ngày ký: 2024-03-20 08:00:24 +07:00")
    pdf.columns(decision.issuer, MOTTO)
    pdf.columns(f"Số: {decision.number}", FREEDOM)
    pdf.line(RIGHT - len(decision.place_date) * 6, decision.place_date)
    for line in (decision.type, *decision.title):
        pdf.centred(line)
    for line in (*decision.preamble, *decision.body):
        pdf.paragraph(line)
    for line in decision.signature:
        pdf.line(360, line)
    return pdf


def to_html(decision: Decision, annex: str = "") -> str:
    """The decision as portals publish it."""
    title = "<br>".join(decision.title)
    paragraphs = "\n".join(f"<p>{line}</p>" for line in (*decision.preamble, *decision.body))
    return f"""<html><head><meta charset="utf-8"><script>var a;</script></head><body>
<table><tr><td>{decision.issuer}<br>-------</td><td>{MOTTO}<br>{FREEDOM}</td></tr>
<tr><td>Số: {decision.number}</td><td><i>{decision.place_date}</i></td></tr></table>
<p align="center"><b>{decision.type}</b></p><p align="center">{title}</p>
{paragraphs}
<table><tr><td>Nơi nhận:<br>- Lưu: VT.</td><td>{"<br>".join(decision.signature)}</td></tr></table>
{annex}</body></html>"""


def to_text(decision: Decision) -> str:
    """The decision as plain text, paragraphs not wrapped."""
    lines = [decision.issuer, "-------", MOTTO, FREEDOM, f"Số: {decision.number}"]
    lines += [decision.place_date, decision.type, *decision.title]
    lines += [*decision.preamble, *decision.body, *decision.signature]
    return "\n\n".join(lines)


Row = tuple[str, str, str, str, tuple[str, ...]]
"""Number and name of the criterion, indicator, common threshold, thresholds by place."""

REGION_ROWS: tuple[Row | str, ...] = (
    "I. QUY HOẠCH",
    ("1", "Quy hoạch", "1.1. Có quy hoạch chung xây dựng xã được phê duyệt", "Đạt", ("Đạt",) * 7),
    (
        "1",
        "Quy hoạch",
        "1.2. Ban hành quy định quản lý quy hoạch",
        "UBND cấp tỉnh quy định cụ thể",
        ("UBND cấp tỉnh quy định cụ thể",) * 7,
    ),
    "II. KINH TẾ VÀ MÔI TRƯỜNG",
    (
        "2",
        "Thu nhập",
        "Thu nhập bình quân đầu người (triệu đồng/người)",
        "≥ 81",
        ("≥71", "≥ 91", "≥ 72,5", "≥ 74", "≥ 73", "≥ 92", "≥ 82"),
    ),
    (
        "3",
        "Môi trường",
        "3.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn",
        "≥ 95% (≥ 50% nước sạch)",
        (
            "từ 90% trở lên (≥ 30% nước sạch)",
            "≥ 98% (≥ 65% nước sạch)",
            "≥ 95% (≥ 45% nước sạch)",
            "≥ 95% (≥ 45% nước sạch)",
            "≥ 95% (≥ 35% nước sạch)",
            "100% (≥ 65% nước sạch)",
            "≥ 95% (≥ 55% nước sạch)",
        ),
    ),
    (
        "3",
        "Môi trường",
        "3.2. Tỷ lệ hộ nghèo đa chiều",
        "≤ 5%",
        ("≤ 13%", "≤ 1,5%", *("≤ 5%",) * 5),
    ),
)
GROUP_ROWS: tuple[Row | str, ...] = (
    ("1", "Kinh tế nông thôn", "1.1. Tốc độ tăng thu nhập", "", ("≥ 9%", "≥ 8%", "≥ 7%")),
    (
        "1",
        "Kinh tế nông thôn",
        "1.2. Xã có hợp tác xã hoạt động hiệu quả",
        "",
        ("≥ 02 hợp tác xã", "≥ 01 hợp tác xã", "UBND cấp tỉnh quy định cụ thể"),
    ),
    ("2", "Hành chính công", "2.1. Tỷ lệ hồ sơ trực tuyến", "", ("100%", "100%", "≥ 80%")),
)
FILLER: tuple[Row, ...] = tuple(
    (
        str(number),
        f"Tiêu chí bổ sung {number}",
        f"{number}.{part}. Nội dung thử nghiệm thứ {part} của tiêu chí số {number}",
        "Đạt",
        ("Đạt",) * 7,
    )
    for number in range(4, 12)
    for part in range(1, 5)
)
"""Rows that make the table longer than a page."""


def criteria_pdf(pdf: PdfWriter, rows: Sequence[Row | str], places: Sequence[str]) -> None:
    """A criteria table with merged cells, its heading repeated on every page."""
    common = 1 if any(not isinstance(row, str) and row[3] for row in rows) else 0
    first = 3 + common
    edges = [40.0, 62.0, 122.0, 232.0]
    step = (555.0 - edges[-1]) / (common + len(places))
    edges += [edges[-1] + step * (number + 1) for number in range(common + len(places))]
    words = "Chỉ tiêu theo vùng" if len(places) == 7 else "Chỉ tiêu theo nhóm xã"
    head = [
        [(0, 1, "TT"), (1, 1, "Tên tiêu chí"), (2, 1, "Nội dung tiêu chí")]
        + [(3, 1, "Chỉ tiêu chung")] * common
        + [(first, len(places), words)],
        [(first + number, 1, name) for number, name in enumerate(places)],
    ]
    pages: list[list[list[tuple[int, int, str]]]] = [[]]
    for cells in _pdf_rows(rows, common, first):
        if len(pages[-1]) >= 9:
            pages.append([])
        pages[-1].append(cells)
    for number, page in enumerate(pages):
        if number:
            pdf.new_page()
        pdf.table(edges, [*head, *page], heading=len(head))


def _pdf_rows(
    rows: Sequence[Row | str], common: int, first: int
) -> list[list[tuple[int, int, str]]]:
    found = []
    last = ""
    for row in rows:
        if isinstance(row, str):
            found.append([(0, first + 7 if common else first + 3, row)])
            last = ""
            continue
        number, name, content, whole, values = row
        cells = [(2, 1, content)]
        if number != last:
            cells = [(0, 1, number), (1, 1, name), *cells]
        if common and len({whole, *values}) == 1:
            cells.append((3, 1 + len(values), whole))
        else:
            cells += [(3, 1, whole)] * common
            cells += [(first + place, 1, value) for place, value in enumerate(values)]
        found.append(cells)
        last = number
    return found


def criteria_docx(
    document: DocxDocument, rows: Sequence[Row | str], places: Sequence[str], per_table: int = 99
) -> None:
    """The table in Word; after `per_table` rows a new one begins with the same heading."""
    for start in range(0, len(rows), per_table):
        _docx_table(document, rows[start : start + per_table], places)
        document.add_paragraph("")


def _docx_table(document: DocxDocument, rows: Sequence[Row | str], places: Sequence[str]) -> None:
    common = 1 if any(not isinstance(row, str) and row[3] for row in rows) else 0
    first = 3 + common
    width = first + len(places)
    table = document.add_table(2 + len(rows), width)
    titles = ["TT", "Tên tiêu chí", "Nội dung tiêu chí", *["Chỉ tiêu chung"] * common]
    for column, words in enumerate(titles):
        table.cell(0, column).merge(table.cell(1, column)).text = words
    over = "Chỉ tiêu theo vùng" if len(places) == 7 else "Chỉ tiêu theo nhóm xã"
    table.cell(0, first).merge(table.cell(0, width - 1)).text = over
    for place, title in enumerate(places):
        table.cell(1, first + place).text = title
    started: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        if isinstance(row, str):
            table.cell(line, 0).merge(table.cell(line, width - 1)).text = row
            continue
        number, name, content, whole, values = row
        top = started.setdefault(number, line)
        for column, words in ((0, number), (1, name)):
            table.cell(top, column).merge(table.cell(line, column)).text = words
        table.cell(line, 2).text = content
        if common and len({whole, *values}) == 1:
            table.cell(line, 3).merge(table.cell(line, width - 1)).text = whole
            continue
        if common:
            table.cell(line, 3).text = whole
        for place, value in enumerate(values):
            table.cell(line, first + place).text = value


def criteria_html(rows: Sequence[Row | str], places: Sequence[str], repeat_at: int = 99) -> str:
    """The table on a web page, its heading once more in the middle."""
    common = 1 if any(not isinstance(row, str) and row[3] for row in rows) else 0
    over = "Chỉ tiêu theo vùng" if len(places) == 7 else "Chỉ tiêu theo nhóm xã"
    chung = '<td rowspan="2">Chỉ tiêu chung</td>' * common
    head = (
        '<tr><td rowspan="2">TT</td><td rowspan="2">Tên tiêu chí</td>'
        f'<td rowspan="2">Nội dung tiêu chí</td>{chung}<td colspan="{len(places)}">{over}</td></tr>'
        f"<tr>{''.join(f'<td>{name}</td>' for name in places)}</tr>"
    )
    lines = [head]
    last = ""
    for number, row in enumerate(rows):
        if number == repeat_at:
            lines.append(head)
            last = ""
        if isinstance(row, str):
            lines.append(f'<tr><td colspan="{3 + common + len(places)}"><b>{row}</b></td></tr>')
            continue
        key, name, content, whole, values = row
        lead = ""
        if key != last:
            span = 0
            for later in rows[number:repeat_at] if number < repeat_at else rows[number:]:
                if isinstance(later, str) or later[0] != key:
                    break
                span += 1
            lead = f'<td rowspan="{span}">{key}</td><td rowspan="{span}">{name}</td>'
        if common and len({whole, *values}) == 1:
            cells = f'<td colspan="{1 + len(values)}">{whole}</td>'
        else:
            cells = f"<td>{whole}</td>" * common + "".join(f"<td>{value}</td>" for value in values)
        lines.append(f"<tr>{lead}<td>{content}</td>{cells}</tr>")
        last = key
    return f'<table border="1">{"".join(lines)}</table>'


def save(document: DocxDocument, path: Path) -> Path:
    """Writes a Word document."""
    document.save(str(path))
    return path
