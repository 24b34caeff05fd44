"""What docs/kho-tri-thuc.md shows passes `ntm check`, and its error messages are the real ones."""

import re
from pathlib import Path

import pytest

from bot.command.main import main
from knowledge import settings
from knowledge.corpus.contents import Corpus
from knowledge.errors import FolderError
from knowledge.indexing.build import checked_corpus
from knowledge.retrieval.expansion import Lexicon
from tests.unit.builders import front_matter, write

PAGE = (settings.ROOT / "docs" / "kho-tri-thuc.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"Tệp `([^`]+)`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
MESSAGES = re.findall(r"^\| `(.+?)` \| ", PAGE.partition("## Thông báo lỗi")[2], re.MULTILINE)
LAW, NEWS, TABLE, WORDS, MENTIONED, PHRASINGS = (
    "regulations/9999-qd-ttg.md",
    "articles/gia-lai-2031-05-20.md",
    "criteria/9999-xa.yaml",
    "tu-dien.yaml",
    "mentioned.yaml",
    "phrasings/9999-qd-ttg.yaml",
)


def folder_of(tmp_path: Path, **changed: tuple[str, str]) -> Path:
    """The examples as files; `changed` says what a maintainer mistypes in which of them."""
    for name, text in EXAMPLES.items():
        file = tmp_path / "own" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if name in changed:
            old, new = changed[name]
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "own"


def shipped(tmp_path: Path) -> Path:
    """A little of what ships: the lexicon, one decision, the number of another."""
    folder = tmp_path / "shipped"
    write(folder / "318.md", front_matter("318/QĐ-TTg"))
    write(folder / "mentioned.yaml", "- {number: 51/2025/QĐ-TTg, source: x}\n")
    lexicon = settings.shipped_documents() / "lexicon.yaml"
    write(folder / "lexicon.yaml", lexicon.read_text(encoding="utf-8"))
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return checked_corpus([settings.shipped_documents(), folder_of(tmp_path)])


def test_there_is_an_example_of_everything():
    assert set(EXAMPLES) == {LAW, NEWS, TABLE, WORDS, MENTIONED, PHRASINGS}


def test_the_examples_pass_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folders = [settings.shipped_documents(), folder_of(tmp_path)]
    assert (
        main(["check", *(part for folder in folders for part in ("--documents", str(folder)))]) == 0
    )
    assert "Bảng 9999/QĐ-TTg (xã): 2 tiêu chí, 3 chỉ tiêu" in capsys.readouterr().out


def test_the_examples_are_read_as_they_are_meant(corpus: Corpus):
    law, news = corpus.documents["9999/QĐ-TTg"], corpus.documents["gia-lai-2031-05-20"]
    assert [provision.known for provision in law.provisions] == [True, False]
    assert law.provisions[0].criteria == ("2.1",)
    assert news.provinces == ("Gia Lai",)
    table = next(table for table in corpus.tables if table.document == "9999/QĐ-TTg")
    rows = table.criteria[1].indicators
    assert [row.number for row in rows] == ["2.1", "2.2", "2.3"]
    assert rows[0].places["nhom_1"].value == 90
    assert "8888/QĐ-TTg" in corpus.mentioned
    expanded = Lexicon(corpus.lexicon).expand("nuoc mo va QLBVR")
    assert expanded.endswith("nước hợp vệ sinh quản lý bảo vệ rừng lâm nghiệp")


MISTAKES = {
    "không có trường này; có phải 'signed'?": (LAW, "signed: ", "signd: "),
    "'trật tự' đứng như một khóa": (WORDS, "nước hợp vệ sinh", "an ninh, trật tự"),
    "thiếu trường này": (LAW, "issuer: Thủ tướng Chính phủ\n", ""),
    "phải là ngày dạng YYYY-MM-DD": (LAW, "2030-10-15", "15/10/2030"),
    "không có ngày 2030-02-30 trong lịch": (LAW, "2030-10-15", "2030-02-30"),
    "thiếu dòng 'Nguồn:": (NEWS, "\nNguồn: Báo Ví Dụ", "\nTheo báo"),
    "viết đúng 'Nguồn:' ở đầu dòng": (LAW, "Nguồn: ", "Nguon: "),
    "có phím Tab ở đầu dòng": (LAW, "  - {type", "\t- {type"),
    "phải đặt trong dấu nháy, ví dụ unit: '%'": (TABLE, "unit: '%'", "unit: %"),
    "giá trị có dấu hai chấm phải đặt trong dấu nháy đơn": (
        NEWS,
        "'Gia Lai: Kết quả năm đầu của giai đoạn mới'",
        "Gia Lai: Kết quả",
    ),
    "thụt đầu dòng không khớp": (TABLE, "    comparison", "   comparison"),
    "thiếu phần đầu: dòng 1 phải là ---": (LAW, "---\nkind", "kind"),
    "thiếu dòng --- thứ hai": (LAW, "---\n\n## Điều 2", "\n## Điều 2"),
    "tiêu đề của mục viết '## Tên mục'": (LAW, "## Điều 2", "##Điều 2"),
    "mỗi văn bản chỉ một tệp": (LAW, "number: 9999/QĐ-TTg", "number: 318/QĐ-TTg"),
    "không phải số hiệu văn bản": (LAW, "number: 9999/QĐ-TTg", "number: số 9999"),
    "không có văn bản '8887/QĐ-TTg' trong kho": (
        LAW,
        "number: 51/2025/QĐ-TTg",
        "number: 8887/QĐ-TTg",
    ),
    "không ghi quan hệ ngược": (LAW, "type: succeeds", "type: replaced_by"),
    "phải là một trong:": (LAW, "type: Quyết định", "type: QĐ"),
    "phải là danh sách": (LAW, "levels: [xã]", "levels: xã"),
    "thiếu tiêu chí 3": (TABLE, "{criteria: 2", "{criteria: 3"),
    "không có cột 'Tây Nguyên'": (TABLE, "{nhom_1: Đạt", "{Tây Nguyên: Đạt"),
    "có số thì phải có đơn vị": (TABLE, "    unit: '%'\n", ""),
    "không thuộc tiêu chí 2": (TABLE, "number: 2.2", "number: 3.1"),
    "mỗi từ chỉ một mục": (WORDS, "nước lần", "nước máy"),
    "không có tỉnh, thành phố 'Gia Lay'": (NEWS, "provinces: [Gia Lai]", "provinces: [Gia Lay]"),
}
IN_ANOTHER_ENCODING = "tệp không phải UTF-8"


def test_every_message_of_the_page_is_tried():
    assert {*MISTAKES, IN_ANOTHER_ENCODING} == set(MESSAGES)


@pytest.mark.parametrize("message", MISTAKES)
def test_a_mistake_is_met_by_the_message_of_the_page(message: str, tmp_path: Path):
    name, old, new = MISTAKES[message]
    own = folder_of(tmp_path, **{name: (old, new)})
    with pytest.raises(FolderError) as caught:
        checked_corpus([shipped(tmp_path), own])
    met = [error for error in caught.value.errors if message in error.problem]
    assert met, str(caught.value)
    assert met[0].file == own / name
    assert met[0].line is not None
    assert re.search(r"[;:]", met[0].problem), "says how to mend it"


def test_a_file_in_another_encoding_is_met_by_the_message_of_the_page(tmp_path: Path):
    own = folder_of(tmp_path)
    (own / LAW).write_text(EXAMPLES[LAW], encoding="utf-16")
    with pytest.raises(FolderError, match=IN_ANOTHER_ENCODING):
        checked_corpus([shipped(tmp_path), own])
