import datetime as dt

import pytest

from knowledge.answering.conversation import item_pointing
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, indicator, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"


@pytest.fixture
def catalogue() -> Catalogue:
    roads = criterion("1", indicator("1.1"), indicator("1.2"), indicator("1.3"), name="Đường")
    table = criteria_table(NUMBER, roads, criterion("2", name="Cầu"), criterion("3", name="Chợ"))
    return Catalogue(corpus_of(regulation(NUMBER), tables=[table]))


@pytest.mark.parametrize(
    ("message", "carried", "aspect", "meant"),
    [
        ("cái thứ hai là gì", "1", "list", "1.2"),
        ("chi tieu thu ba?", "1", "about", "1.3"),
        ("còn cái đầu tiên", "1.3", "requirement", "1.1"),
        ("cái cuối cùng", "1", "count", "1.3"),
        ("cái thứ 8", "1", "list", "1.8"),
        ("tiêu chí thứ hai thì sao", "1", "list", "2"),
        ("cai cuoi", None, "list", "3"),
        ("cái thứ 2", "3", "about", "2"),
    ],
)
def test_an_item_is_read_as_its_number(
    message: str, carried: str | None, aspect: str, meant: str, catalogue: Catalogue
):
    before = Context(document=NUMBER, criterion=carried, aspect=aspect, subject="…")
    query = item_pointing.resolved(resolve(message, TODAY, before), catalogue)
    assert query.context.criterion == meant
    assert query.context.document == NUMBER


@pytest.mark.parametrize("message", ["cái thứ hai của QĐ 77", "chỉ tiêu 1.2"])
def test_what_is_named_otherwise_is_left_as_it_is(message: str, catalogue: Catalogue):
    before = Context(document=NUMBER, criterion="3", subject="…")
    query = resolve(message, TODAY, before)
    assert item_pointing.resolved(query, catalogue) is query


@pytest.mark.parametrize("message", ["số 2 tên gì", "con so 2?", "QĐ 66 thì số 2 gọi là gì?"])
def test_a_bare_number_is_that_of_a_row(message: str, catalogue: Catalogue):
    before = Context(document=NUMBER, criterion="3", aspect="title", subject="…")
    query = item_pointing.resolved(resolve(message, TODAY, before), catalogue)
    assert query.context.criterion == "2"


@pytest.mark.parametrize("message", ["phụ lục số 2", "thì số 2 người", "nhóm số 2"])
def test_a_number_of_something_else_is_not(message: str, catalogue: Catalogue):
    before = Context(document=NUMBER, criterion="3", aspect="title", subject="…")
    query = resolve(message, TODAY, before)
    assert item_pointing.resolved(query, catalogue).context.criterion != "2"


def test_nothing_was_listed(catalogue: Catalogue):
    query = resolve("cái thứ hai?", TODAY, Context(document="99/QĐ-TTg", subject="…"))
    assert item_pointing.resolved(query, catalogue) is query
