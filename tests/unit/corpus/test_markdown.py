import unicodedata
from pathlib import Path

import pytest

from knowledge.corpus.document import Provision
from knowledge.corpus.markdown import provisions, split
from knowledge.errors import DocumentError

FILE = Path("văn-bản.md")


def read(body: str) -> list[Provision]:
    return provisions(body, FILE, 1)


def read_one(body: str) -> Provision:
    (found,) = read(body)
    return found


def test_front_matter_and_body_are_separated():
    text = "---\na: 1\nb: 2\n---\n\n## Điều 1. Tên\nchữ\n"
    assert split(text, FILE) == ("a: 1\nb: 2", "\n## Điều 1. Tên\nchữ", 5)


def test_the_body_begins_on_the_line_that_is_told():
    text = "---\na: 1\n---\n\n## Một\nchữ\nNguồn: x\n"
    _, body, first_line = split(text, FILE)
    (found,) = provisions(body, FILE, first_line)
    assert text.splitlines()[found.line - 1] == "## Một"


def test_a_file_may_have_no_body():
    assert split("---\na: 1\n---", FILE) == ("a: 1", "", 4)
    assert read("") == read("\n\n") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "thiếu phần đầu"),
        ("kind: regulation\n", "thiếu phần đầu"),
        ("\n---\na: 1\n---\n", "thiếu phần đầu"),
        ("---\na: 1\n", "không khép lại"),
        ("---", "không khép lại"),
    ],
)
def test_front_matter_that_is_missing_or_open_is_an_error(text: str, problem: str):
    with pytest.raises(DocumentError, match=problem) as caught:
        split(text, FILE)
    assert caught.value.line == 1


def test_lines_that_begin_with_a_name_are_fields_and_the_rest_is_text():
    found = read_one(
        "## Điều 2. Thẩm quyền\n"
        "Dòng một.\n"
        "Hỏi: câu một?\n"
        "\n\n\n"
        "- dòng hai: có dấu hai chấm\n"
        "Hỏi: câu hai?\n"
        "Lưu ý: cẩn thận\n"
        "Nay: đã khác\n"
        "Tiêu chí: 18, 18.1\n"
        "Tiêu chí: 2\n"
        "Nguồn: https://a\n"
        "Nguồn:   https://b  \n"
    )
    assert found.text == "Dòng một.\n\n- dòng hai: có dấu hai chấm"
    assert found.questions == ("câu một?", "câu hai?")
    assert found.caveats == ("cẩn thận",)
    assert found.now == ("đã khác",)
    assert found.criteria == ("18", "18.1", "2")
    assert found.sources == ("https://a", "https://b")
    assert found.known


def test_every_heading_begins_a_provision_of_its_own():
    found = read("## Một\na\nNguồn: x\n\n## Hai\nb\n### nhỏ hơn\nNguồn: y\n")
    assert [(p.address, p.text, p.sources, p.line) for p in found] == [
        ("Một", "a", ("x",), 1),
        ("Hai", "b\n### nhỏ hơn", ("y",), 5),
    ]


@pytest.mark.parametrize(
    ("heading", "address", "rest"),
    [
        ("Điều 3. Tổ chức thực hiện", "Điều 3", "Tổ chức thực hiện"),
        ("Điều 3 khoản 2: Mức vốn", "Điều 3 khoản 2", "Mức vốn"),
        ("Phụ lục II. Khung thí điểm", "Phụ lục II", "Khung thí điểm"),
        ("Chỉ tiêu 18.1: Cán bộ", "Chỉ tiêu 18.1", "Cán bộ"),
        ("Điều 3.", "Điều 3.", ""),
        ("Điều 3", "Điều 3", ""),
        ("Mục tiêu: ba việc", "Mục tiêu", "ba việc"),
        ("Điều kiện 10: tăng trưởng", "Điều kiện 10", "tăng trưởng"),
        ("Kinh phí thực hiện", "Kinh phí thực hiện", ""),
        ("Kinh phí: hai nguồn", "Kinh phí: hai nguồn", ""),
    ],
)
def test_a_heading_may_begin_with_an_address(heading: str, address: str, rest: str):
    found = read_one(f"## {heading}\nchữ\nNguồn: x\n")
    assert (found.address, found.heading) == (address, rest)


@pytest.mark.parametrize("value", ["không biết", "Không biết", "KHÔNG BIẾT"])
def test_a_provision_may_say_what_is_not_known(value: str):
    assert not read_one(f"## A\nchữ\nKết quả: {value}\nNguồn: x\n").known


@pytest.mark.parametrize(
    ("body", "line", "field", "problem"),
    [
        ("\nchữ lạc\n## A\nchữ\nNguồn: x\n", 2, "", "đứng trước tiêu đề"),
        ("## A\nNguồn: x\n", 1, "A / text", "không có nội dung"),
        ("## A\n\n \nNguồn: x\n", 1, "A / text", "không có nội dung"),
        ("## A\nchữ\nNguồn: x\n## B\nchữ\n", 4, "B / Nguồn", "thiếu dòng 'Nguồn"),
        ("## A\nchữ\nNguồn:\n", 3, "", "dòng 'Nguồn:' để trống"),
        ("# A\nchữ\nNguồn: x\n", 1, "", "'## Tên mục'"),
        ("##A\nchữ\nNguồn: x\n", 1, "", "'## Tên mục'"),
        ("## A\nchữ\nnguồn: x\n", 3, "", "viết đúng 'Nguồn:'"),
        ("## A\nchữ\nNguon: x\n", 3, "", "viết đúng 'Nguồn:'"),
        ("## A\nchữ\n- Lưu ý: x\nNguồn: x\n", 3, "", "viết đúng 'Lưu ý:'"),
        ("## A\nchữ\nHỏi:\nNguồn: x\n", 3, "", "để trống"),
        ("## A\nchữ\nTiêu chí: 18, x\nNguồn: x\n", 1, "A / Tiêu chí", "'x' không phải số"),
        ("## A\nchữ\nTiêu chí: 18,\nNguồn: x\n", 1, "A / Tiêu chí", "'' không phải số"),
        ("## A\nchữ\nKết quả: có lẽ\nNguồn: x\n", 1, "A / Kết quả", "chỉ nhận giá trị"),
    ],
)
def test_a_body_that_cannot_be_read_is_an_error_with_line_and_field(
    body: str, line: int, field: str, problem: str
):
    with pytest.raises(DocumentError, match=problem) as caught:
        read(body)
    assert (caught.value.line, caught.value.field) == (line, field)


def test_an_empty_heading_is_an_error():
    with pytest.raises(DocumentError, match="để trống"):
        read("## A\nchữ\nNguồn: x\n## \nchữ khác\nNguồn: y\n")


def test_a_body_in_decomposed_letters_is_read_alike():
    body = "## Điều 2. Thẩm quyền\nDòng một.\nHỏi: câu?\nTiêu chí: 18\nNguồn: x\n"
    found = read_one(unicodedata.normalize("NFD", body))
    assert found.questions == read_one(body).questions
