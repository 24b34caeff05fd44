import datetime as dt

import pytest

from knowledge.answering.conversation import row_everywhere
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, indicator, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"
BEFORE = Context(
    document=NUMBER, row="1.1", region="TN", aspect="requirement", subject="đường xã bao nhiêu?"
)


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table(NUMBER, criterion("1", indicator("1.1"), name="Đường"))
    return Catalogue(corpus_of(regulation(NUMBER), tables=[table]))


@pytest.mark.parametrize(
    "message", ["miền núi có thấp hơn không?", "vung nao cao nhat", "vùng cao được giảm bao nhiêu"]
)
def test_a_kind_of_place_asks_for_the_row_in_every_region(message: str, catalogue: Catalogue):
    query = row_everywhere.resolved(resolve(message, TODAY, BEFORE))
    found = row_everywhere.target(query, catalogue)
    assert found is not None
    assert (found.address, query.context.region) == ("1.1", None)


@pytest.mark.parametrize(
    "message", ["chợ miền núi xét thế nào?", "ai ký?", "Tây Nguyên thấp hơn à"]
)
def test_another_matter_or_a_region_is_left(message: str):
    query = resolve(message, TODAY, BEFORE)
    assert row_everywhere.resolved(query) is query
