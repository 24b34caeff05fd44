import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.claims import holding
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLD, NEW, IN_PART = "11/2011/NĐ-CP", "33/2023/NĐ-CP", "44/2021/NĐ-CP"


@pytest.fixture
def catalogue() -> Catalogue:
    day = dt.date(2023, 6, 1)
    return Catalogue(
        corpus_of(
            regulation(OLD, type="Nghị định", signed=dt.date(2011, 1, 1)),
            regulation(
                NEW,
                type="Nghị định",
                signed=day,
                effective=day,
                relations=[relation("replaces", OLD)],
            ),
            regulation(
                IN_PART,
                type="Nghị định",
                signed=dt.date(2021, 1, 1),
                period="2021-2025",
                caveats=["Trong năm 2026 vẫn áp dụng Điều 3."],
            ),
        )
    )


def asked(question: str, number: str, catalogue: Catalogue) -> Answer | None:
    return holding.answer(resolve(question, TODAY), catalogue, catalogue.regulations[number])


@pytest.mark.parametrize(
    ("question", "number", "outcome"),
    [
        (f"Nghị định {OLD} giờ vẫn là căn cứ để xét, đúng không?", OLD, Outcome.CORRECTED),
        (f"nghi dinh {OLD} het hieu luc roi phai khong", OLD, Outcome.ANSWERED),
        (f"Nghị định {NEW} vẫn đang áp dụng, phải không?", NEW, Outcome.ANSWERED),
        (f"nghe nói Nghị định {NEW} không còn hiệu lực", NEW, Outcome.CORRECTED),
    ],
)
def test_whether_it_holds_is_confirmed_or_put_right(
    question: str, number: str, outcome: Outcome, catalogue: Catalogue
):
    answer = asked(question, number, catalogue)
    assert answer is not None
    assert answer.outcome is outcome


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (f"Nghị định {OLD} còn áp dụng không?", OLD),
        (f"Nghị định {IN_PART} vẫn áp dụng, đúng không?", IN_PART),
    ],
)
def test_a_plain_question_and_a_text_that_holds_in_part_are_left_alone(
    question: str, number: str, catalogue: Catalogue
):
    assert asked(question, number, catalogue) is None
