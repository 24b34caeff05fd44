"""A body that does not guide a row, and what it says on others of the set."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.criteria import no_guidance
from knowledge.answering.query import resolve
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    indicator,
    regulation,
    relation,
)

SET, GUIDE = "1/QĐ-TTg", "5/QĐ-BXD"
TODAY = dt.date(2022, 11, 22)
TABLE = criteria_table(
    SET,
    criterion("1", indicator("1.1"), name="Đò giang"),
    criterion("2", indicator("2.1"), name="Bến bãi"),
)


@pytest.fixture
def catalogue() -> Catalogue:
    guides = relation("guides", SET, provisions=["2"])
    documents = [
        regulation(SET, effective=dt.date(2021, 1, 1)),
        regulation(GUIDE, issuer="Bộ Xây dựng", relations=[guides]),
    ]
    return Catalogue(corpus_of(*documents, tables=[TABLE]))


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    query = resolve(question, TODAY)
    return no_guidance.answer(query, catalogue, Target(TABLE, "1"), choose(query, catalogue))


def test_what_the_body_says_on_other_rows_stands_beside_the_refusal(catalogue: Catalogue):
    answer = asked("Bộ Xây dựng hướng dẫn tiêu chí 1 ở đâu?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.direct.startswith("Kho chưa ghi nhận")
    assert GUIDE in answer.text


def test_where_the_row_is_not_named_again_the_body_is_asked_about_the_set(catalogue: Catalogue):
    answer = asked("Vậy Bộ Xây dựng đã hướng dẫn bằng văn bản nào?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert GUIDE in answer.direct
    assert answer.citations[0].document == GUIDE


def test_a_body_that_says_nothing_on_the_set_is_said_to_have_none(catalogue: Catalogue):
    answer = asked("Vậy Bộ Y tế đã hướng dẫn bằng văn bản nào?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert GUIDE not in answer.text
