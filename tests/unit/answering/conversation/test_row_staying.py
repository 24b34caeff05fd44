import datetime as dt

import pytest

from knowledge.answering.conversation import row_staying
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
    "message",
    ["Đông Nam Bộ cũng 70% à?", "con bac trung bo", "mức chung cả nước?", "thế vẫn là 70% chứ"],
)
def test_another_place_or_a_figure_leaves_the_row(message: str, catalogue: Catalogue):
    found = row_staying.target(resolve(message, TODAY, BEFORE), catalogue)
    assert found is not None
    assert (found.table.document, found.address) == (NUMBER, "1.1")


@pytest.mark.parametrize(
    "message", ["ai ký?", "còn nước sạch ở Đông Nam Bộ?", "giai đoạn 2040-2045?", "các vùng khác?"]
)
def test_what_asks_of_something_else_is_not_its_matter(message: str, catalogue: Catalogue):
    assert row_staying.target(resolve(message, TODAY, BEFORE), catalogue) is None
