import datetime as dt

from knowledge.answering.comparing import told_places
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import article, corpus_of

TODAY = dt.date(2026, 11, 22)
SAID = [
    {"address": "Huyện Sông Đò", "heading": "", "text": "Huyện Sông Đò có 5 con đò.", "line": 1},
    {"address": "Xã Bến Lở", "heading": "", "text": "Ở xã Bến Lở không có đò.", "line": 2},
]
CATALOGUE = Catalogue(corpus_of(article("bao-2019", provisions=SAID)))


def found(question: str) -> list[str]:
    return [m.value for m in told_places.find(resolve(question, TODAY), CATALOGUE)]


def test_places_that_an_article_tells_of_are_sides():
    assert sorted(found("song do va ben lo noi nao nhieu do hon")) == ["Bến Lở", "Sông Đò"]


def test_one_place_is_set_against_nothing():
    assert found("Sông Đò có mấy con đò") == []
    assert found("Sông Đò và Bến Lở của Hà Giang có mấy con đò") == []
