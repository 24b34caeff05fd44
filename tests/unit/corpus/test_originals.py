"""Originals in the folder: documents of their own, or put over the digest of the same document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from knowledge.answering.documents import quoting
from knowledge.corpus.catalogue import indicator_of
from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import Requirement
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.fields import Level, Nature
from knowledge.corpus.folder import files_of, read
from knowledge.errors import FolderError
from knowledge.indexing.passages import passages_of
from tests.unit.builders import NEW, front_matter, write
from tests.unit.readers import samples
from tests.unit.readers.samples import Decision, Row

NUMBER = "77/2024/QĐ-TTg"


def put(folder: Path, decision: Decision | None = None, name: str = "77.docx") -> Path:
    return samples.save(samples.to_docx(decision or Decision()), folder / name)


def annex(
    folder: Path, number: str, rows: Sequence[Row | str], places: Sequence[str], title: str
) -> Path:
    """An annex without its decision."""
    document = docx.Document()
    for line in ("PHỤ LỤC", title, f"(Kèm theo Quyết định số {number} của Thủ tướng Chính phủ)"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    samples.criteria_docx(document, rows, places)
    return samples.save(document, folder / "annex.docx")


def regulation(corpus: Corpus, number: str = NUMBER) -> Regulation:
    found = corpus.documents[number]
    assert isinstance(found, Regulation)
    return found


def test_an_original_is_a_document_with_provisions_verbatim(documents: Path):
    put(documents)
    corpus = read([documents])
    found = regulation(corpus)
    assert (found.type, found.issuer) == ("Quyết định", "Thủ tướng Chính phủ")
    assert (found.signed, found.effective) == (dt.date(2024, 3, 15), dt.date(2024, 5, 1))
    text = {part.address: part.text for part in found.provisions}
    assert text["Điều 2 khoản 2"] == (
        "2. Ủy ban nhân dân cấp tỉnh quy định cụ thể các tiêu chí được giao."
    )
    assert all(part.nature is Nature.ORIGINAL for part in found.provisions)
    replaced = [r for r in found.relations if r.type is RelationType.REPLACES]
    assert [(r.number, r.verified) for r in replaced] == [("66/2019/QĐ-TTg", True)]
    assert "66/2019/QĐ-TTg" in corpus.mentioned
    assert corpus.refused == corpus.notes == []
    natures = {p.nature for p in passages_of(corpus) if p.document == NUMBER and not p.overview}
    assert natures == {Nature.ORIGINAL}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_text_originals_are_told_from_notes_and_digests(documents: Path, name: str):
    text = samples.to_html(Decision()) if name == "a.html" else samples.to_text(Decision())
    write(documents / name, text)
    write(documents / "ghi chú.txt", "Nhớ hỏi lại anh Ba.")
    assert documents / "ghi chú.txt" not in files_of(documents)
    assert regulation(read([documents])).signed == dt.date(2024, 3, 15)


def test_an_original_comes_before_the_digest_and_disagreements_are_told(documents: Path):
    extra = "signed: 2024-03-16\nsigner: Nguyễn Văn Mẫu\n"
    body = (
        "\n## Điều 2 khoản 2: Thẩm quyền\nTỉnh quy định.\nHỏi: Ai quy định?\nNguồn: https://a.vn\n"
    )
    body += "\n## Kinh phí\nChưa rõ kinh phí.\nKết quả: không biết\nNguồn: https://a.vn\n"
    write(documents / "77.md", front_matter(NUMBER, extra, body))
    file = put(documents)
    corpus = read([documents])
    found = regulation(corpus)
    assert found.signed == dt.date(2024, 3, 15)
    assert found.about == "Văn bản thử."
    notes = {note.field: note for note in corpus.notes}
    assert set(notes) == {"issuer", "signed"}
    assert notes["signed"].file == file
    assert "15/03/2024" in notes["signed"].problem
    assert "16/03/2024" in notes["signed"].problem
    same = [part.nature for part in found.provisions if part.address == "Điều 2 khoản 2"]
    assert same == [Nature.ORIGINAL, None]
    assert "Kinh phí" not in {part.address for part in found.provisions}


@pytest.mark.parametrize("notes", ["77.docx.yml", "77.yml"])
def test_notes_correct_what_was_detected(documents: Path, notes: str):
    put(documents)
    write(documents / notes, "signed: 2024-03-17\naliases: [Bộ mẫu]\nabout: Về bộ mẫu.\n")
    found = regulation(read([documents]))
    assert found.signed == dt.date(2024, 3, 17)
    assert (found.aliases, found.about) == (("Bộ mẫu",), "Về bộ mẫu.")


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("signed: hôm qua\n", 1, "signed"),
        ("title: Tên\nsigndate: 2024-01-01\n", 2, "signdate"),
        ("criteria:\n- level: thôn\n", 2, "criteria.0.level"),
    ],
)
def test_errors_in_notes_name_file_line_and_field(
    documents: Path, text: str, line: int, field: str
):
    put(documents)
    notes = write(documents / "77.docx.yml", text)
    with pytest.raises(FolderError) as caught:
        read([documents])
    (error,) = caught.value.errors
    assert (error.file, error.line, error.field) == (notes, line, field)


@pytest.mark.parametrize("notes", ["77.docx.yml", "77.yml"])
def test_notes_left_behind_are_told_and_hold_nothing_up(documents: Path, notes: str):
    write(documents / notes, "signed: 2024-03-17\n")
    (note,) = read([documents]).notes
    assert note.file == documents / notes


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_used(documents: Path):
    broken = documents / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    put(documents)
    corpus = read([documents])
    (refused,) = corpus.refused
    assert refused.file == broken
    assert "bỏ qua" in refused.problem
    assert NUMBER in corpus.documents


def test_the_same_document_twice_is_used_once(documents: Path):
    put(documents)
    put(documents, name="78.docx")
    corpus = read([documents])
    (note,) = corpus.notes
    assert note.file == documents / "78.docx"
    assert "đã có bản gốc" in note.problem


def test_an_annex_fills_the_gaps_of_the_table_and_nothing_else(documents: Path):
    rows: tuple[Row, ...] = (
        ("1", "Giao thông", "1.1. Tên khác", "≥ 95%", ("≥ 71%",) * 7),
        ("2", "Môi trường", "2.1. Tỷ lệ rác thải", "UBND cấp tỉnh quy định", ("≥ 61%",) * 7),
        ("2", "Môi trường", "2.2. Tỷ lệ hộ có nhà tiêu", "≥ 80%", ("≥ 75%",) * 7),
    )
    title = "BỘ TIÊU CHÍ MẪU VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2016 - 2020"
    annex(documents, NEW, rows, samples.REGION_NAMES, title)
    corpus = read([documents])
    (table,) = corpus.tables
    road, waste = indicator_of(table, "1.1"), indicator_of(table, "2.1")
    added = indicator_of(table, "2.2")
    assert road
    assert waste
    assert added
    assert road.name == "Tỷ lệ đường trục xã được nhựa hóa"
    assert road.requirement == Requirement(value=90)
    assert road.places["TN"] == Requirement(value=70)
    assert road.places["BTB"] == Requirement(value=71)
    assert road.original
    assert waste.places["DNB"] == Requirement(value=61)
    assert waste.places["TN"] == Requirement(value=60)
    assert added.places["DBSCL"] == Requirement(value=75)
    assert table.gaps == ()
    assert any("chỉ tiêu 1.1: mức trong bảng khác" in note.problem for note in corpus.notes)
    assert quoting.of_rows([road])
    assert quoting.of_rows([indicator_of(table, "1.2")]) is None  # type: ignore[list-item]


def test_a_new_decision_with_commune_groups_becomes_a_table(documents: Path):
    document = samples.to_docx(Decision())
    for line in ("PHỤ LỤC I", "BỘ TIÊU CHÍ VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2031 - 2035"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    samples.criteria_docx(document, samples.GROUP_ROWS, samples.GROUP_NAMES)
    samples.save(document, documents / "77.docx")
    corpus = read([documents])
    table = next(table for table in corpus.tables if table.document == NUMBER)
    assert (table.level, str(table.period), table.scale) == (Level.COMMUNE, "2031-2035", "nhóm xã")
    growth = indicator_of(table, "1.1")
    assert growth
    assert growth.places["nhom_2"] == Requirement(value=8)
    assert growth.original == f"{NUMBER}, Phụ lục I"


def test_a_document_without_a_number_is_reported(documents: Path):
    put(documents, replace(Decision(), number=""))
    corpus = read([documents])
    assert any("number" in problem.problem for problem in corpus.refused)


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("Điều 3 khoản 2 điểm đ của 77 nói gì", "Điều 3 khoản 2 điểm đ"),
        ("diem a khoan 2 dieu 3", "Điều 3 khoản 2 điểm a"),
        ("khoản 2, Điều 3a", "Điều 3a khoản 2"),
        ("dieu 12 quy dinh gi", "Điều 12"),
        ("điều kiện 3", None),
        ("Điều 3, địa điểm ở đâu", "Điều 3"),
    ],
)
def test_provisions_are_read_from_questions(question: str, address: str | None):
    found = quoting.asked(question)
    assert (found.address if found else None) == address


def test_a_province_may_set_only_some_of_the_criteria(documents: Path):
    rows = (("2", "Môi trường", "2.1. Tỷ lệ rác thải được thu gom", "≥ 85%", ("≥ 85%",) * 7),)
    title = "BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI TRÊN ĐỊA BÀN TỈNH GIAI ĐOẠN 2016 - 2020"
    annex(documents, "45/2017/QĐ-UBND", rows, samples.REGION_NAMES, title)
    corpus = read([documents])
    (found,) = [table for table in corpus.tables if table.document == "45/2017/QĐ-UBND"]
    roads, environment = found.criteria
    assert (roads.name, roads.indicators) == ("Đường giao thông", ())
    assert environment.indicators[0].requirement == Requirement(value=85)
    assert corpus.notes == []
