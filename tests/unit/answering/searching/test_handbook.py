import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import handbook
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, EARLY, LATE = "202/QĐ-TTg", "303/QĐ-BNN", "404/QĐ-BNN"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation(SET, title="Bộ tiêu chí trồng cây", period="2016-2020"),
            regulation(
                EARLY,
                title="Ban hành Sổ tay trồng cây",
                period="2016-2020",
                relations=[relation("guides", SET)],
            ),
            regulation(LATE, title="Ban hành Sổ tay trồng cây", period="2021-2025"),
        )
    )


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Sổ tay trồng cây 2016-2020 ban hành kèm theo quyết định nào?", EARLY),
        ("so tay cham tieu chi giai doan 2021-2025 la quyet dinh so may", LATE),
    ],
)
def test_the_handbook_of_the_time_asked_about_is_told(catalogue, question: str, number: str):
    told = handbook.answer(resolve(question, TODAY), catalogue)
    assert told is not None
    assert [citation.document for citation in told.citations] == [number]


@pytest.mark.parametrize(
    "question",
    [
        "Sổ tay trồng cây ban hành kèm theo quyết định nào?",
        "Bộ tiêu chí 2016-2020 ban hành kèm theo quyết định nào?",
        "Sổ tay 2016-2020 yêu cầu mấy cây?",
    ],
)
def test_several_handbooks_or_another_question_are_left_to_others(catalogue, question: str):
    assert handbook.answer(resolve(question, TODAY), catalogue) is None
