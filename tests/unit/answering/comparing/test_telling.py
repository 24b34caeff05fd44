"""Which passage of one side is told."""

import datetime as dt

import pytest

from knowledge.answering.comparing import telling
from knowledge.answering.query import resolve
from knowledge.answering.searching.candidates import Found
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.passage import Passage
from tests.unit.builders import corpus_of, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
FERRY = passage(provision="Điều 1", text="Bến đò của xã được công nhận khi đủ điều kiện.")
SHARE = passage(provision="Điều 2", text="Bến đò đạt khi 70% số đò có phao.")
INTRODUCED = passage(provision="giới thiệu", text="Quy định về bến đò.", overview=True)


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    return index_of(corpus_of(regulation("1/QĐ-TTg")), [FERRY, SHARE, INTRODUCED], model)


def told(question: str, index: Index, *found: tuple[Passage, float]) -> Passage:
    candidates = [Found(Hit(one, 1.0, 1.0, 1.0), sure) for one, sure in found]
    return telling.best(resolve(question, TODAY), index, candidates)


def test_a_figure_asked_for_is_told_by_a_passage_that_has_one(index: Index):
    assert told("tỷ lệ đò có phao", index, (FERRY, 0.6), (SHARE, 0.5)) is SHARE


def test_a_passage_much_less_likely_is_not_told_for_its_figure(index: Index):
    assert told("tỷ lệ đò có phao", index, (FERRY, 0.6), (SHARE, 0.1)) is FERRY


def test_no_figure_is_told_where_none_is_asked_for(index: Index):
    assert told("bến đò do ai công nhận", index, (FERRY, 0.6), (SHARE, 0.5)) is FERRY


def test_an_introduction_makes_way_for_the_figure(index: Index):
    assert told("bến đò phải đạt mức nào", index, (INTRODUCED, 0.6), (SHARE, 0.5)) is SHARE
