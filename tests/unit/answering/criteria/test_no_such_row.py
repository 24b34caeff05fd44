import datetime as dt

import pytest

from knowledge.answering.criteria import no_such_row
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
SET = "77/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table(SET, criterion("1", name="Giếng làng"), period="2026-2030")
    signed = {"signed": dt.date(2026, 1, 1), "effective": dt.date(2026, 1, 1)}
    return Catalogue(corpus_of(regulation(SET, period="2026-2030", **signed), tables=[table]))


def test_the_number_of_a_criterion_that_no_set_has_is_told_with_those_it_has(catalogue: Catalogue):
    query = resolve("Tiêu chí bến tàu là tiêu chí số mấy?", TODAY)
    assert no_such_row.asked(query)
    answer = no_such_row.answer(query, catalogue)
    assert answer is not None
    assert "1. Giếng làng" in answer.text
    assert not no_such_row.asked(resolve("Tiêu chí 3 yêu cầu gì?", TODAY))
