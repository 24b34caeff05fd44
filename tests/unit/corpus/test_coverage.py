from pathlib import Path

from knowledge.corpus.contents import Corpus
from knowledge.corpus.coverage import coverage
from knowledge.corpus.folder import read
from tests.unit.builders import NEW, corpus_of, criteria_table, criterion, indicator


def test_a_folder_is_summed_up(documents: Path):
    report = coverage(read([documents]))
    for line in (
        "Văn bản: 3; bài báo: 1; văn bản chỉ được nhắc đến: 1",
        "Mục nội dung: 6, trong đó 1 mục nói rõ điều chưa biết",
        "Quan hệ giữa văn bản: 3, trong đó 1 chưa đối chiếu",
        "Câu hỏi ví dụ: 6",
    ):
        assert line in report


def test_a_table_is_summed_up_by_its_cells(documents: Path):
    assert (
        f"Bảng {NEW} (xã): 2 tiêu chí, 3 chỉ tiêu (có tên: 3), ô đã biết: 6/24"
        in coverage(read([documents])).splitlines()
    )


def test_the_columns_of_a_table_by_groups_are_the_three_groups_and_the_common_one():
    rows = criterion(
        "1",
        indicator("1.1", requirement="Đạt", places={"nhom_1": "Đạt", "nhom_2": None}),
        {"number": "1.2", "name": None},
    )
    table = criteria_table(NEW, rows, scale="nhóm xã", indicator_word="nội dung tiêu chí")
    wanted = f"Bảng {NEW} (xã): 1 tiêu chí, 2 nội dung tiêu chí (có tên: 1), ô đã biết: 2/8"
    assert wanted in coverage(corpus_of(tables=[table])).splitlines()


def test_an_empty_folder_can_be_summed_up():
    assert "Văn bản: 0; bài báo: 0" in coverage(Corpus())
