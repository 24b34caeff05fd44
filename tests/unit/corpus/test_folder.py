import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.contents import Corpus
from knowledge.corpus.document import Article, Regulation
from knowledge.corpus.folder import collecting, files_of, read
from knowledge.errors import DocumentError, FolderError
from tests.unit.builders import (
    ARTICLE,
    FILES,
    LETTER,
    NEW,
    OLD,
    front_matter,
    replace_in,
    write,
)

BODY = "\n## Một\nchữ\nNguồn: x\n"


def errors_of(*folders: Path) -> list[DocumentError]:
    with pytest.raises(FolderError) as caught:
        read(folders)
    return list(caught.value.errors)


def files_with_errors(folder: Path) -> set[Path]:
    try:
        read([folder])
    except FolderError as caught:
        return {error.file for error in caught.errors}
    return set()


def error_of(text: str | bytes, tmp_path: Path, name: str = "văn-bản.md") -> DocumentError:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (error,) = errors_of(folder)
    assert error.file == folder / name
    return error


def test_a_folder_is_read_as_typed_values(documents: Path):
    corpus = read([documents])
    assert set(corpus.documents) == {OLD, NEW, LETTER, ARTICLE}
    assert [doc.number for doc in corpus.regulations] == [OLD, NEW, LETTER]
    assert [doc.id for doc in corpus.articles] == [ARTICLE]
    assert list(corpus.mentioned) == ["114/2003/NĐ-CP"]
    assert [(t.document, t.level) for t in corpus.tables] == [(NEW, "xã")]


def test_what_a_file_says_is_what_the_value_says(documents: Path):
    corpus = read([documents])
    found = corpus.documents[NEW]
    assert isinstance(found, Regulation)
    assert (found.signed, found.effective) == (dt.date(2016, 10, 17), dt.date(2016, 12, 1))
    assert [p.address for p in found.provisions] == [
        "Điều 1",
        "Điều 2 khoản 1",
        "Kinh phí thẩm định hồ sơ",
    ]
    assert [p.known for p in found.provisions] == [True, True, False]
    lines = found.path.read_text(encoding="utf-8").splitlines()
    assert lines[found.provisions[1].line - 1] == "## Điều 2 khoản 1: Thẩm quyền quy định"
    report = corpus.documents[ARTICLE]
    assert isinstance(report, Article)
    assert report.corrections[0].correct == "21 xã"


def test_hidden_files_and_other_kinds_are_left_alone(documents: Path):
    for name in (".git/config.yaml", ".nháp.md", "ảnh.png", "ghi-chú.txt", "bảng.yaml~"):
        write(documents / name, "không phải tài liệu")
    found = [str(file.relative_to(documents)) for file in files_of(documents)]
    assert found == sorted(FILES)
    assert len(read([documents]).documents) == 4


def test_a_later_folder_adds_to_the_earlier_ones(documents: Path, tmp_path: Path):
    write(tmp_path / "own" / "nested" / "a.md", front_matter("9/QĐ-UBND", body=BODY))
    corpus = read([documents, tmp_path / "own"])
    assert list(corpus.documents) == [*read([documents]).documents, "9/QĐ-UBND"]


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path):
    assert read([tmp_path]) == Corpus()


def test_an_empty_list_of_mentioned_documents_is_fine(documents: Path):
    write(documents / "mentioned.yaml", "# chưa có văn bản nào\n")
    assert not read([documents]).mentioned


def test_windows_line_ends_are_read_alike(documents: Path):
    before = read([documents])
    for file in files_of(documents):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read([documents]) == before


def test_a_folder_that_is_not_there_is_an_error(documents: Path, tmp_path: Path):
    (error,) = errors_of(documents, tmp_path / "nowhere")
    assert error.file == tmp_path / "nowhere"
    assert error.line is None
    assert "không có thư mục này" in error.problem


def test_every_error_of_every_file_is_told(documents: Path):
    new, old = documents / "regulations/202-qd-ttg.md", documents / "regulations/101-qd-ttg.md"
    line_of_type = replace_in(new, "type: Quyết định", "type: Sắc lệnh")
    line_of_day = replace_in(new, "effective: 2016-12-01", "effective: 1/12/2016")
    replace_in(old, "kind: regulation\n", "")
    found = {(e.file, e.line, e.field) for e in errors_of(documents)}
    assert found == {
        (new, line_of_type, "type"),
        (new, line_of_day, "effective"),
        (old, 2, "kind"),
    }


def test_an_error_reads_as_file_line_and_field():
    error = DocumentError(Path("a/b.md"), "sai", line=3, field="relations.0.number")
    assert str(error) == "a/b.md:3 [relations.0.number]: sai"
    assert str(DocumentError(Path("a/b.md"), "sai")) == "a/b.md: sai"
    assert str(FolderError([error, error])).splitlines() == [str(error)] * 2


@pytest.mark.parametrize(
    ("extra", "line", "field", "problem"),
    [
        ("colour: đỏ", 8, "colour", "không có trường này"),
        ("signed: 16/8/2016", 8, "signed", "YYYY-MM-DD (đang ghi: '16/8/2016')"),
        ("signed: hôm qua", 8, "signed", "YYYY-MM-DD"),
        ("signed: [1]", 8, "signed", "YYYY-MM-DD"),
        ("title: 5", 8, "title", "phải là chữ (đang ghi: 5)"),
        ("title: ''", 8, "title", "không được để trống"),
        ("levels: xã", 8, "levels", "phải là danh sách"),
        ("levels:\n- xã\n- thôn", 10, "levels.1", "phải là một trong: 'xã'"),
        ("topics:\n- 1", 9, "topics.0", "phải là chữ"),
        ("period: 2020-2016", 8, "period", "năm đầu của giai đoạn lớn hơn năm cuối"),
        ("relations: [a]", 8, "relations.0", "phải là các cặp khóa"),
        (
            "relations:\n- {type: amends,\n   number: 1980,\n   verified: true}",
            10,
            "relations.0.number",
            "phải là chữ",
        ),
        (
            "relations:\n- type: amends\n  number: một\n  verified: true",
            10,
            "relations.0.number",
            "'một' không phải số hiệu",
        ),
        (
            "relations:\n- type: sửa\n  number: 1/QĐ-TTg\n  verified: true",
            9,
            "relations.0.type",
            "phải là một trong: 'based_on', 'amends'",
        ),
        (
            "relations:\n- type: amends\n  number: 1/QĐ-TTg\n  verified: có",
            11,
            "relations.0.verified",
            "phải là true hoặc false",
        ),
        (
            "relations:\n- type: amends\n  number: 1/QĐ-TTg",
            9,
            "relations.0.verified",
            "thiếu trường này",
        ),
        (
            "relations:\n- {type: amends, number: 1/QĐ-TTg, verified: true, provisions: [x]}",
            9,
            "relations.0.provisions.0",
            "viết không đúng dạng",
        ),
        ("signed: 2016-05-05\neffective: 2016-05-04", 9, "effective", "sớm hơn ngày ký"),
        ("title: a\ntitle: b", 9, "title", "viết hai lần"),
        ("title: [a", 8, "", "YAML hỏng"),
    ],
)
def test_a_mistake_in_front_matter_is_named_in_vietnamese(
    extra: str, line: int, field: str, problem: str, tmp_path: Path
):
    error = error_of(front_matter("1/QĐ-TTg", extra, BODY), tmp_path)
    assert (error.line, error.field) == (line, field)
    assert problem in error.problem


@pytest.mark.parametrize(
    ("name", "text", "line", "field", "problem"),
    [
        ("a.md", "chữ", 1, "", "thiếu phần đầu"),
        ("a.md", "---\n- a\n---\n", 2, "", "phải là các cặp khóa"),
        ("a.md", "---\n---\n", 2, "", "phải là các cặp khóa"),
        ("a.md", "---\na: 1\nkind: law\n---\n", 3, "kind", "regulation (văn bản) hoặc article"),
        ("a.md", "---\na: 1\nb: 2\n---\n", 2, "kind", "regulation (văn bản) hoặc article"),
        ("a.md", front_matter("1/QĐ-TTg", body="## A\nchữ\n"), 10, "A / Nguồn", "thiếu dòng"),
        ("a.yaml", "a: 1\n", 1, "", "kind: criteria_table"),
        ("a.yml", "- 1\n", 1, "", "kind: criteria_table"),
        ("a.yaml", "", 1, "", "kind: criteria_table"),
        ("a.yaml", "kind: criteria_table\nlevel: thôn\n", 2, "level", "phải là một trong"),
        ("mentioned.yaml", "- number: 1/QĐ-TTg\n", 1, "0.source", "thiếu trường này"),
        ("mentioned.yaml", "- source: a\n  number: một\n", 2, "0.number", "không phải số hiệu"),
    ],
)
def test_a_file_of_the_wrong_kind_is_named(
    name: str, text: str, line: int, field: str, problem: str, tmp_path: Path
):
    folder = tmp_path / "own"
    write(folder / name, text)
    found = {(e.line, e.field): e.problem for e in errors_of(folder)}
    assert problem in found[(line, field)]


def test_a_file_in_another_encoding_is_named(tmp_path: Path):
    error = error_of(front_matter("1/QĐ-TTg").encode("utf-16"), tmp_path)
    assert "UTF-8" in error.problem


def test_a_row_that_is_missing_from_a_table_is_named(documents: Path):
    table = documents / "criteria/202-xa.yaml"
    replace_in(table, "- number: '2'", "- number: '3'")
    replace_in(table, "- number: '2.1'", "- number: '3.1'")
    (error,) = errors_of(documents)
    assert error.file == table
    assert error.problem.startswith("thiếu tiêu chí 2: counts.criteria ghi 2")


def test_a_cell_that_cannot_be_is_named_by_its_row(documents: Path):
    table = documents / "criteria/202-xa.yaml"
    line = replace_in(table, "TN: 70", "TN: {valeu: 70}")
    found = {(e.line, e.field) for e in errors_of(documents)}
    assert found == {(line, "criteria.0.indicators.0.places.TN.valeu")}


def test_a_number_in_two_files_is_an_error_of_the_later_one(documents: Path):
    copy = write(documents / "regulations/999.md", FILES["regulations/202-qd-ttg.md"])
    (error,) = errors_of(documents)
    assert (error.file, error.field) == (copy, "number")
    assert f"'{NEW}' đã có ở {documents / 'regulations/202-qd-ttg.md'}" in error.problem


def test_an_article_in_two_folders_is_an_error(documents: Path, tmp_path: Path):
    copy = write(tmp_path / "own/a.md", FILES["articles/kien-giang-2018.md"])
    (error,) = errors_of(documents, tmp_path / "own")
    assert (error.file, error.field) == (copy, "id")


def test_collected_errors_are_raised_together():
    first, second = (DocumentError(Path("a"), problem) for problem in ("một", "hai"))
    with pytest.raises(FolderError) as caught, collecting() as errors:
        errors.extend([first, second])
    assert caught.value.errors == (first, second)
    with collecting():
        pass


def test_a_number_in_two_files_is_named_by_its_line(documents: Path):
    write(documents / "regulations/999.md", FILES["regulations/202-qd-ttg.md"])
    (error,) = errors_of(documents)
    assert error.line == 3


def test_a_kind_that_is_a_list_is_an_error_of_the_file(tmp_path: Path):
    assert error_of("---\nkind: [regulation]\n---\n", tmp_path).field == "kind"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", front_matter("1/QĐ-TTg", "signed: 2016")),
        ("a.md", front_matter("1/QĐ-TTg", "signed: 2016-08-16 10:00:00")),
        ("mentioned.yaml", "number: 1/QĐ-TTg\nsource: a\n"),
    ],
)
def test_every_mistake_is_told_in_vietnamese(name: str, text: str, tmp_path: Path):
    problem = error_of(text, tmp_path, name).problem
    assert "should" not in problem


def test_a_number_that_ends_in_zero_is_not_silently_another_one(documents: Path):
    letter = documents / "regulations/303-bnv-th.md"
    replace_in(letter, "provisions: ['1.2']", "provisions: [3.10]")
    try:
        corpus = read([documents])
    except FolderError:
        return
    assert corpus.documents[LETTER].relations[0].provisions == ("3.10",)


def test_a_byte_order_mark_is_no_part_of_the_text(documents: Path):
    before = read([documents])
    for file in files_of(documents):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read([documents]) == before


def test_files_in_decomposed_letters_are_read_alike(documents: Path):
    before = read([documents])
    for file in files_of(documents):
        text = file.read_text(encoding="utf-8")
        file.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert read([documents]) == before


def test_a_document_mentioned_twice_is_an_error(documents: Path):
    mentioned = documents / "mentioned.yaml"
    mentioned.write_text(FILES["mentioned.yaml"] * 2, encoding="utf-8")
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (mentioned, 6, "1.number")


@given(st.binary(max_size=80), st.sampled_from(["a.md", "a.yaml", "mentioned.yaml"]))
def test_a_file_of_rubbish_is_an_error_of_the_file_and_no_crash(
    tmp_path_factory: pytest.TempPathFactory, rubbish: bytes, name: str
):
    folder = tmp_path_factory.mktemp("rubbish")
    (folder / name).write_bytes(rubbish)
    assert files_with_errors(folder) <= {folder / name}


# What a slip of the keyboard does to a file of the right kind.
slips = st.lists(
    st.tuples(st.integers(0, 4000), st.sampled_from([*"-:#'\"[]{}&*!|>%@`,\t\n 0Đ", "\x0c", ""])),
    min_size=1,
    max_size=3,
)


@given(st.sampled_from(sorted(FILES)), slips)
def test_slips_of_the_keyboard_are_errors_of_the_file_and_no_crash(
    tmp_path_factory: pytest.TempPathFactory, name: str, slips: list[tuple[int, str]]
):
    text = FILES[name]
    for place, typed in slips:
        place %= len(text)
        text = text[:place] + typed + text[place + 1 :]
    folder = tmp_path_factory.mktemp("slips")
    file = write(folder / name, text)
    assert files_with_errors(folder) <= {file}
