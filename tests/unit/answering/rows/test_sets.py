"""Which sets of criteria a question is answered from."""

import datetime as dt

from knowledge.answering.query import resolve
from knowledge.answering.rows.sets import choose
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLDEST, OLD, NEW = "55/QĐ-TTg", "66/QĐ-TTg", "77/QĐ-TTg"


def catalogue() -> Catalogue:
    documents = [
        regulation(OLDEST, period="2009-2016"),
        regulation(OLD, period="2016-2020", relations=[relation("replaces", OLDEST)]),
        regulation(NEW, period="2021-2025", relations=[relation("succeeds", OLD)]),
    ]
    tables = [
        criteria_table(OLDEST, period="2009-2016"),
        criteria_table(OLD),
        criteria_table(NEW, period="2021-2025"),
        criteria_table(NEW, period="2021-2025", level="xã nâng cao"),
    ]
    return Catalogue(corpus_of(*documents, tables=tables))


def before_a_title(document: str) -> list[str]:
    before = Context(document=document, level="xã nâng cao", row="1.1", subject="1.1 bao nhiêu?")
    query = resolve("giai đoạn trước thì sao?", TODAY, before)
    choice = choose(query, catalogue())
    assert choice.note
    assert "xã nông thôn mới nâng cao" in choice.note
    return [table.document for table in choice.tables]


def test_before_a_title_had_a_set_of_its_own_that_of_the_communes_is_told():
    assert before_a_title(NEW) == [OLD]


def test_and_before_that_the_one_before_it():
    assert before_a_title(OLD) == [OLDEST]


def two_sets(**of_the_new: str) -> Catalogue:
    signed = {"signed": dt.date(2026, 1, 1), "effective": dt.date(2026, 1, 1)}
    documents = [
        regulation(OLD, period="2021-2025"),
        regulation(NEW, period="2026-2030", **signed),
    ]
    tables = [
        criteria_table(OLD, period="2021-2025"),
        criteria_table(NEW, period="2026-2030", **of_the_new),
    ]
    return Catalogue(corpus_of(*documents, tables=tables))


def test_a_group_of_communes_is_one_of_the_set_in_force():
    known = two_sets(scale="nhóm xã")
    assert len(choose(resolve("tiêu chí 1 bao nhiêu", TODAY), known).all) == 2
    of_group = choose(resolve("tiêu chí 1 của xã nhóm 2 bao nhiêu", TODAY), known)
    assert [table.document for table in of_group.all] == [NEW]


def test_a_row_called_as_only_the_set_in_force_calls_it_is_of_that_set():
    known = two_sets(indicator_word="nội dung tiêu chí")
    assert len(choose(resolve("1.1 bao nhiêu", TODAY), known).all) == 2
    called = choose(resolve("nội dung 1.1 bao nhiêu", TODAY), known)
    assert [table.document for table in called.all] == [NEW]
    after = Context(criterion="1.1", subject="nội dung 1.1 bao nhiêu")
    follow_up = choose(resolve("còn 1.2?", TODAY, after), known)
    assert [table.document for table in follow_up.all] == [NEW]
