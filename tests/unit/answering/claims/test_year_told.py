import datetime as dt

import pytest

from knowledge.answering.claims import year_told
from knowledge.answering.query import resolve

TODAY = dt.date(2026, 11, 22)
ROW = "tiêu chí 10, vùng Tây Nguyên: năm 2013: 14 giỏ; năm 2014: 16 giỏ."


@pytest.mark.parametrize(
    ("question", "missing"),
    [("năm 2015 bao nhiêu?", "2015"), ("năm 2014 bao nhiêu?", None), ("bao nhiêu giỏ?", None)],
)
def test_a_year_that_a_row_does_not_list_is_missing(question: str, missing: str | None):
    assert year_told.missing_of_row(resolve(question, TODAY), ROW) == missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("năm 2023 mức bao nhiêu?", "Mức năm 2022 là 39 giỏ.", "2023"),
        ("năm 2022 mức bao nhiêu?", "Mức năm 2022 là 39 giỏ.", None),
        ("năm 2023 mức bao nhiêu?", "Mức giai đoạn 2021-2025 là 39 giỏ.", None),
        ("năm 2023 mức bao nhiêu?", "Mức là 39 giỏ.", None),
        ("năm 2023 ai xét?", "Mức năm 2022 là 39 giỏ.", None),
    ],
)
def test_a_figure_of_another_year_is_none_of_the_year_asked_about(
    question: str, text: str, missing: str | None
):
    assert year_told.missing_of_text(resolve(question, TODAY), text) == missing
