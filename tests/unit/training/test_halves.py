"""Phrasings are asked of an index that does not hold them."""

import pytest

from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.retriever import Retriever
from knowledge.training import halves
from tests.unit.builders import passage

PASSAGES = [
    passage(text="Đường trục xã", phrasings=("lối đi chính", "con lộ lớn", "đường to")),
    passage(text="Trạm y tế xã", phrasings=("nơi chích ngừa",), row=True),
    passage(text="Chợ xã"),
]


@pytest.fixture
def retriever(model: EmbeddingModel) -> Retriever:
    vectors = model.encode_passages([one.embedded_text() for one in PASSAGES])
    return Retriever(PASSAGES, LexicalIndex.build(PASSAGES), DenseIndex.build(vectors), model)


def test_every_phrasing_is_asked_once_where_it_is_left_out(retriever: Retriever):
    found = list(halves.asked(retriever, lambda _: True))
    assert sorted((text, position) for text, position, _ in found) == [
        ("con lộ lớn", 0),
        ("lối đi chính", 0),
        ("nơi chích ngừa", 1),
        ("đường to", 0),
    ]
    for text, position, kept in found:
        held = kept.passages[position].phrasings
        assert text not in held
        assert {*held} <= {*PASSAGES[position].phrasings}
        assert kept.search(text, rerank=False) != retriever.search(text, rerank=False)


def test_one_half_is_held_while_the_other_is_asked(retriever: Retriever):
    asked = halves.asked(retriever, lambda one: not one.row)
    held = {text: kept.passages[0].phrasings for text, _, kept in asked}
    assert held == {
        "con lộ lớn": ("lối đi chính", "đường to"),
        "lối đi chính": ("con lộ lớn",),
        "đường to": ("con lộ lớn",),
    }
