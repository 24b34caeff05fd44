import datetime as dt

import pytest

from knowledge.answering.conversation import sets_compared
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "66/QĐ-TTg", "77/QĐ-TTg"
BEFORE = Context(document=OLD, aspect="difference", told=f"{OLD}; {NEW}", subject="…")


@pytest.fixture
def catalogue() -> Catalogue:
    tables = [
        criteria_table(OLD, criterion("1", name="Đường"), period="2010-2015"),
        criteria_table(NEW, criterion("1", name="Cầu"), period="2016-2020"),
    ]
    return Catalogue(corpus_of(regulation(OLD), regulation(NEW), tables=tables))


@pytest.mark.parametrize(
    "message", ["tiêu chí nào đổi tên?", "cái nào giữ nguyên", "tieu chi nao bi thay doi ten goi"]
)
def test_what_changed_is_asked_of_the_sets_compared(message: str, catalogue: Catalogue):
    query = sets_compared.resolved(resolve(message, TODAY, BEFORE), catalogue)
    assert query.follows
    assert (query.context.document, query.context.aspect) == (OLD, "difference")


@pytest.mark.parametrize("message", ["văn bản nào thay thế?", "ai ký?", "QĐ 318 đổi tên gì?"])
def test_a_document_is_asked_for_otherwise(message: str, catalogue: Catalogue):
    query = resolve(message, TODAY, BEFORE)
    assert sets_compared.resolved(query, catalogue) is query


def test_nothing_was_compared(catalogue: Catalogue):
    query = resolve("cái nào giữ nguyên", TODAY, Context(document=OLD, told=OLD, subject="…"))
    assert sets_compared.resolved(query, catalogue) is query
