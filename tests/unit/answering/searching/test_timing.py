import datetime as dt

from knowledge.answering.query import resolve
from knowledge.answering.searching import timing
from knowledge.answering.searching.candidates import Found
from knowledge.corpus.catalogue import Catalogue
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.passage import Passage
from tests.unit.builders import corpus_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "202/QĐ-TTg"
CATALOGUE = Catalogue(corpus_of(regulation(NUMBER, period="2016-2020")))
LATER = passage(NUMBER, "Thủ tục giai đoạn 2021-2025", period="2016-2020", known=False)
OWN = passage(NUMBER, "Thủ tục", period="2016-2020", known=True)


def first(question: str, *passages: Passage) -> Passage:
    found = [Found(Hit(one, 0.5, 0.5, 0.5), 0.5) for one in passages]
    return timing.of_its_own(resolve(question, TODAY), CATALOGUE, found)[0].passage


def test_what_is_not_known_of_a_later_period_is_no_lead_where_no_time_is_named():
    assert first(f"{NUMBER} quy định thủ tục thế nào?", LATER, OWN) is OWN


def test_it_is_where_it_is_asked_for():
    assert first(f"{NUMBER} có dùng cho giai đoạn 2021-2025 không?", LATER, OWN) is LATER
    assert first(f"{NUMBER} quy định thủ tục thế nào?", LATER) is LATER
