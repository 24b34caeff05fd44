"""Which provisions are the document's own, and what belongs to annexes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from knowledge.readers import ReadFile, read

from .samples import Decision, to_pdf, to_text

AMENDING = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 40/2020/NĐ-CP ngày 01 tháng 4 năm 2020",
    "1. Sửa đổi Điều 2 như sau:",
    "“Điều 2. Đối tượng áp dụng",
    "1. Ủy ban nhân dân các xã.",
    "2. Tổ chức, cá nhân có liên quan.",
    "Điều 3. Giải thích từ ngữ",
    "Trong Nghị định này, các từ ngữ dưới đây được hiểu như sau.”.",
    "2. Bãi bỏ khoản 3 Điều 7 của Nghị định số 40/2020/NĐ-CP.",
    "Điều 2. Thay thế cụm từ tại một số văn bản",
    "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã”.",
    "Điều 3. Hiệu lực thi hành",
    "Nghị định này có hiệu lực thi hành kể từ ngày ký.",
)


def _read(body: tuple[str, ...], folder: Path, after: tuple[str, ...] = ()) -> ReadFile:
    decision = replace(Decision(), number="91/2024/NĐ-CP", type="NGHỊ ĐỊNH", body=body)
    path = folder / "vb.txt"
    path.write_text("\n\n".join([to_text(decision), *after]))
    return read(path)


def _ids(document: ReadFile) -> list[str]:
    return [item["id"] for item in document.outline]


def test_quoted_articles_are_not_in_the_outline(tmp_path: Path) -> None:
    document = _read(AMENDING, tmp_path)

    assert _ids(document) == ["Điều 1", "Điều 2", "Điều 3"]
    assert document.outline[1]["heading"] == "Thay thế cụm từ tại một số văn bản"
    assert "Điều 3. Giải thích từ ngữ" in document.provisions[0].text
    assert [part.id for part in document.provisions[0].parts] == [
        "Điều 1 khoản 1",
        "Điều 1 khoản 2",
    ]


def test_amended_documents_are_related(tmp_path: Path) -> None:
    document = _read(AMENDING, tmp_path)

    assert ("amends", "40/2020/NĐ-CP") in {(r.type.value, r.number) for r in document.relations}
    assert document.effective == document.signed


def test_a_quotation_that_is_never_closed_hides_no_article(tmp_path: Path) -> None:
    body = tuple(line.replace("như sau.”.", "như sau.") for line in AMENDING)

    assert _ids(_read(body, tmp_path)) == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_missing_article_is_reported(tmp_path: Path) -> None:
    body = (*AMENDING[8:10], "Điều 4. Hiệu lực", "Nghị định này có hiệu lực từ ngày 01/01/2025.")
    document = _read(("Điều 1. Phạm vi", "Quy định phạm vi áp dụng.", *body), tmp_path)

    assert any("Điều 3" in warning for warning in document.warnings)


def test_references_at_the_beginning_of_a_line_open_no_article(tmp_path: Path) -> None:
    body = (
        "Điều 1. Phạm vi điều chỉnh",
        "Nghị định này quy định các nội dung tại",
        "Điều 2 và Điều 3 của Luật về các nội dung sau đây.",
        "Điều 2. Hiệu lực thi hành",
        "Nghị định này có hiệu lực từ ngày 01/01/2025.",
    )
    assert _ids(_read(body, tmp_path)) == ["Điều 1", "Điều 2"]


def test_a_table_of_contents_is_not_taken_for_the_articles(tmp_path: Path) -> None:
    contents = (
        AMENDING[0],
        "Điều 2. Thay thế cụm từ tại một số văn bản",
        "Điều 3. Hiệu lực thi hành",
    )
    document = _read((*contents, *AMENDING), tmp_path)

    assert _ids(document) == ["Điều 1", "Điều 2", "Điều 3"]
    assert document.provisions[0].parts


def test_articles_of_an_attached_regulation_have_its_address(tmp_path: Path) -> None:
    attached = (
        "QUY CHẾ",
        "QUẢN LÝ THỬ NGHIỆM",
        "(Ban hành kèm theo Nghị định số 91/2024/NĐ-CP ngày 15 tháng 3 năm 2024)",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Quy chế này quy định việc quản lý.",
        "Điều 2. Đối tượng",
        "Quy chế này áp dụng đối với các xã.",
        "Phụ lục I",
        "BIỂU MẪU",
        "Điều 1. Điều khoản của hợp đồng mẫu",
    )
    document = _read(Decision().body, tmp_path, attached)

    assert _ids(document) == [
        "Điều 1",
        "Điều 2",
        "Điều 3",
        "Quy định kèm theo",
        "Quy định kèm theo / Chương I",
        "Quy định kèm theo / Điều 1",
        "Quy định kèm theo / Điều 2",
        "Quy định kèm theo / Phụ lục I",
    ]
    assert document.provisions[3].heading == "QUY CHẾ QUẢN LÝ THỬ NGHIỆM"
    assert document.provisions[6].heading == "Đối tượng"


def test_articles_of_a_form_in_an_annex_are_not_the_documents_own(tmp_path: Path) -> None:
    annex = ("PHỤ LỤC II", "HỢP ĐỒNG MẪU", "Điều 4. Bên A", "Bên A có trách nhiệm thực hiện.")
    document = _read(Decision().body, tmp_path, annex)

    assert _ids(document)[2:] == ["Điều 3", "Phụ lục II"]
    assert "Điều 4. Bên A" in document.provisions[-1].text


def test_the_signature_block_is_in_no_provision(tmp_path: Path) -> None:
    document = _read(Decision().body, tmp_path)

    assert "PHÓ THỦ TƯỚNG" not in document.provisions[-1].text
    assert document.signer == "Nguyễn Văn Mẫu"


def test_lines_wrapped_by_hand_are_joined(tmp_path: Path) -> None:
    lines: list[str] = []
    for paragraph in to_text(Decision()).split("\n\n"):
        words, line = paragraph.split(), ""
        for word in words:
            if len(line) + len(word) > 66:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines.append(line)
    path = tmp_path / "wrapped.txt"
    path.write_text("\n".join(lines))
    document = read(path)
    parts = {part.id: part.text for item in document.provisions for part in item.walk()}

    assert parts["Điều 2 khoản 1 điểm a"] == Decision().body[3]
    assert document.title.endswith("giai đoạn 2031 - 2035")


def test_a_paragraph_goes_on_over_a_page_break(tmp_path: Path) -> None:
    long = "Nội dung quy định được thực hiện thống nhất trên phạm vi cả nước " * 70
    body = ("Điều 1. Phạm vi điều chỉnh", f"1. {long.strip()}.", "2. Khoản cuối.", *AMENDING[8:])
    decision = replace(Decision(), type="NGHỊ ĐỊNH", body=body)
    document = read(to_pdf(decision).save(tmp_path / "dài.pdf"))
    parts = {part.id: part.text for item in document.provisions for part in item.walk()}

    assert parts["Điều 1 khoản 1"] == body[1]
    assert parts["Điều 1 khoản 2"] == "2. Khoản cuối."


def test_a_number_broken_over_two_lines_is_whole_again(tmp_path: Path) -> None:
    path = tmp_path / "vb.txt"
    filler = "\n".join(
        ["thực hiện theo quy định của pháp luật về xây dựng nông thôn mới và các"] * 9
    )
    path.write_text(
        "Điều 1. Phạm vi điều chỉnh\n"
        f"{filler}\nquy định tại Nghị định số 158/2025/NĐ-\nCP của Chính phủ và văn bản khác.\n"
    )
    assert "158/2025/NĐ-CP của" in read(path).provisions[0].text
