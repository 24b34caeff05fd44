import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.documents import predecessor
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation
from tests.unit.builders import relation as related

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "11/2011/NĐ-CP", "33/2023/NĐ-CP"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation(OLD, type="Nghị định"),
            regulation(NEW, type="Nghị định", relations=[related("replaces", OLD)]),
        )
    )


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    return predecessor.answer(resolve(question, TODAY), catalogue)


@pytest.mark.parametrize(
    "question",
    [
        f"Trước khi có {NEW} thì áp dụng nghị định nào?",
        f"truoc nghi dinh {NEW} thi theo van ban nao",
        f"hồi chưa có {NEW} thì căn cứ văn bản nào",
        f"còn trước {NEW} thì văn bản nào",
    ],
)
def test_what_held_before_is_what_was_replaced(question: str, catalogue: Catalogue):
    answer = asked(question, catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert answer.citations[0].document == OLD


@pytest.mark.parametrize(
    "question",
    [
        f"{NEW} hướng dẫn thế nào, theo văn bản nào?",
        f"Trước {OLD} thì theo nghị định nào?",
    ],
)
def test_nothing_is_told_where_nothing_earlier_is_asked_or_known(
    question: str, catalogue: Catalogue
):
    assert asked(question, catalogue) is None
