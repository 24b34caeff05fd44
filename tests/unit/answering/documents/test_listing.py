import datetime as dt

from knowledge.answering.documents import listing
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)


def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation("1/QĐ-TTg", signed=dt.date(2018, 1, 2), topics=["giảm nghèo", "vốn"]),
            regulation("2/QĐ-TTg", signed=dt.date(2022, 3, 4), topics=["giảm nghèo"]),
            regulation("3/QĐ-TTg", signed=dt.date(2023, 3, 4), topics=["cán bộ công chức xã"]),
        )
    )


def test_the_documents_on_a_topic_are_listed_latest_first():
    found = listing.answer(resolve("liệt kê các văn bản về giảm nghèo", TODAY), catalogue())
    assert found is not None
    assert [citation.document for citation in found.citations] == ["2/QĐ-TTg", "1/QĐ-TTg"]


def test_the_kind_asked_for_is_kept_to():
    found = listing.answer(resolve("liệt kê các thông tư về giảm nghèo", TODAY), catalogue())
    assert found is None


def test_a_topic_need_not_be_said_with_its_everyday_words():
    found = listing.answer(resolve("tong hop cac van ban ve can bo cong chuc", TODAY), catalogue())
    assert found is not None
    assert "3/QĐ-TTg" in found.text


def test_nothing_is_listed_without_a_topic_or_without_documents_asked_for():
    assert listing.answer(resolve("liệt kê các văn bản về thời tiết", TODAY), catalogue()) is None
    assert listing.answer(resolve("liệt kê các tiêu chí giảm nghèo", TODAY), catalogue()) is None


def test_what_was_signed_in_a_year_is_listed():
    found = listing.answer(resolve("liệt kê những văn bản mới năm 2023", TODAY), catalogue())
    assert found is not None
    assert [citation.document for citation in found.citations] == ["3/QĐ-TTg"]


def test_the_decisions_that_laid_down_the_sets_are_listed_whatever_the_year():
    table = criteria_table("4/QĐ-TTg", criterion("1"), period="2016-2020")
    known = Catalogue(corpus_of(regulation("4/QĐ-TTg"), regulation("5/QĐ-TTg"), tables=[table]))
    question = "liệt kê các quyết định ban hành bộ tiêu chí xã từ 2009 tới nay"
    found = listing.answer(resolve(question, TODAY), known)
    assert found is not None
    assert [citation.document for citation in found.citations] == ["4/QĐ-TTg"]
