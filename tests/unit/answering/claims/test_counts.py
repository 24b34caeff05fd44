import datetime as dt

import pytest

from knowledge.answering.claims import counts
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, indicator, regulation

TODAY = dt.date(2026, 11, 22)
SET = "77/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    rows = [indicator("1.1", name="Giếng"), indicator("1.2", name="Ao")]
    table = criteria_table(
        SET,
        criterion("1", *rows, name="Nước", group="I"),
        criterion("2", name="Đường", group="II"),
        groups={"I": "Làng", "II": "Đồng"},
        counts={"criteria": 2, "indicators": 3, "sources": ["https://nguon.example/trang"]},
    )
    return Catalogue(corpus_of(regulation(SET), tables=[table]))


def said(question: str, catalogue: Catalogue) -> str | None:
    return counts.wrong(resolve(question, TODAY), catalogue, catalogue.regulations[SET])


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (f"Bộ {SET} chia thành 4 nhóm đúng không?", "2 nhóm"),
        (f"{SET} co 7 tieu chi phai khong", "2 tiêu chí"),
        (f"nghe nói {SET} có tới 9 tiêu chí", "2 tiêu chí"),
        (f"tiêu chí 1 của {SET} chỉ có 5 chỉ tiêu thôi đúng không", "2 chỉ tiêu"),
    ],
)
def test_another_number_than_the_right_one_is_put_right(
    question: str, right: str, catalogue: Catalogue
):
    assert right in (said(question, catalogue) or "")


@pytest.mark.parametrize(
    "question",
    [
        f"Bộ {SET} chia thành hai nhóm đúng không?",
        f"{SET} có 2 tiêu chí phải không",
        f"tiêu chí 1 của {SET} có 2 chỉ tiêu đúng không",
        f"{SET} chia thành mấy nhóm?",
    ],
)
def test_the_right_number_and_a_question_are_not(question: str, catalogue: Catalogue):
    assert said(question, catalogue) is None
