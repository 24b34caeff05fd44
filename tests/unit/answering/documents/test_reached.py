import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import reached
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.parser import DOCUMENT
from tests.unit.builders import corpus_of, regulation
from tests.unit.builders import relation as related

TODAY = dt.date(2026, 11, 22)
OLD, NEW, CHANGE, GUIDE = "11/2011/NĐ-CP", "33/2023/NĐ-CP", "44/2024/NĐ-CP", "55/2024/TT-BNV"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation(OLD, type="Nghị định"),
            regulation(NEW, type="Nghị định", relations=[related("replaces", OLD)]),
            regulation(
                CHANGE, type="Nghị định", relations=[related("amends", NEW, verified=False)]
            ),
            regulation(GUIDE, type="Thông tư", relations=[related("guides", NEW)]),
        )
    )


def read(question: str, catalogue: Catalogue) -> Query:
    return reached.named(resolve(question, TODAY), catalogue)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        (f"văn bản thay thế {OLD} ai ký", NEW),
        (f"cai thay nghi dinh {OLD} co hieu luc tu bao gio", NEW),
        (f"nghị định ra sau {OLD} ký ngày nào", NEW),
        (f"nghị định trước {NEW} ai ký", OLD),
        (f"van ban ma {NEW} thay the ban hanh nam nao", OLD),
        (f"cái bị {NEW} thay ai ký", OLD),
        (f"nghị định sửa đổi {NEW} ký ngày nào", CHANGE),
        (f"thông tư hướng dẫn {NEW} do ai ký", GUIDE),
    ],
)
def test_what_a_relation_reaches_is_what_is_asked_about(
    question: str, meant: str, catalogue: Catalogue
):
    query = read(question, catalogue)
    assert query.references.values(DOCUMENT) == [f"{catalogue.regulations[meant].number}"]
    assert query.context.document == meant


@pytest.mark.parametrize(
    "question",
    [
        f"văn bản nào thay thế {OLD}, ai ký?",
        f"{NEW} thay thế văn bản nào",
        f"văn bản thay thế {OLD} là gì",
        f"nghị định trước {OLD} ai ký",
        f"{NEW} có thay {OLD} không, ai ký",
    ],
)
def test_a_relation_that_is_asked_for_or_not_known_is_left(question: str, catalogue: Catalogue):
    query = resolve(question, TODAY)
    assert reached.named(query, catalogue) is query


def test_how_they_are_tied_is_said_after_what_was_asked(catalogue: Catalogue):
    query = read(f"nghị định sửa {NEW} ký ngày nào", catalogue)
    told = Answer(Outcome.ANSWERED, Kind.DOCUMENT, "Ký ngày 1.\n\nCăn cứ.", TODAY)
    lead, basis = reached.noted(query, told).text.split("\n\n")
    assert lead.startswith(f"Ký ngày 1. Nghị định {CHANGE}")
    assert f"sửa đổi, bổ sung Nghị định {NEW}" in lead
    assert lead.endswith("(quan hệ này chưa đối chiếu với nguyên văn).")
    assert basis == "Căn cứ."


def test_nothing_is_said_of_ties_where_something_else_was_told(catalogue: Catalogue):
    query = read(f"nghị định sửa {NEW} ký ngày nào", catalogue)
    told = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Không biết.", TODAY)
    assert reached.noted(query, told) is told
