"""Which of the texts found is the one meant, and what that rests on."""

import datetime as dt

import pytest

from knowledge.answering.query import resolve
from knowledge.answering.searching import candidates, likeliest
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.reranker import Network, Reranker
from knowledge.retrieval.retriever import Retriever
from knowledge.settings import ROOT
from tests.unit.builders import passage

TODAY = dt.date(2026, 11, 22)
MEANT = passage("1/QĐ-TTg", "Vốn đối ứng", text="Ngân sách tỉnh bố trí vốn đối ứng cho xã.")
ROW = passage("2/QĐ-TTg", "Chỉ tiêu 2.1", text="Đường xã được cứng hóa", row=True)
PASSAGES = [
    MEANT,
    ROW,
    *(passage("3/QĐ-TTg", f"Điều {n}", text=f"Xã lập hồ sơ, bước {n}.") for n in range(60)),
]


def retriever_with(model: EmbeddingModel) -> Retriever:
    lexical = LexicalIndex.build(PASSAGES)
    vectors = model.encode_passages([item.embedded_text() for item in PASSAGES])
    reranker = Reranker.over(PASSAGES, lexical, model)
    return Retriever(PASSAGES, lexical, DenseIndex.build(vectors), model, reranker=reranker)


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return retriever_with(EmbeddingModel(str(ROOT / "knowledge" / "model")))


def test_what_says_all_that_is_asked_is_likelier_than_the_rest(retriever: Retriever):
    query = resolve("tỉnh bố trí vốn đối ứng cho xã thế nào", TODAY)
    hits = retriever.search(query.search_text, 5, accept=likeliest.is_text)
    chances = likeliest.chances(query, hits, retriever)
    assert chances
    assert hits[chances.index(max(chances))].passage is MEANT


def test_the_only_one_accepted_is_not_sure_to_be_meant(retriever: Retriever):
    query = resolve("tỉnh bố trí vốn đối ứng cho xã thế nào", TODAY)
    last = PASSAGES[-1]
    hits = retriever.search(query.search_text, accept=lambda one: one is last)
    assert [hit.passage for hit in hits] == [last]
    chances = likeliest.chances(query, hits, retriever)
    assert chances
    assert chances[0] < 0.5


def test_rows_are_not_weighed_with_texts(retriever: Retriever):
    query = resolve("đường xã được cứng hóa thế nào", TODAY)
    near = candidates.retrieve(query, retriever)
    chances = {one.hit.passage.identity: one.chance for one in near}
    assert chances.pop(ROW.identity) is None
    assert chances
    assert all(chance is not None for chance in chances.values())


def test_with_another_embedding_model_nothing_is_weighed(model: EmbeddingModel):
    retriever = retriever_with(model)
    query = resolve("tỉnh bố trí vốn đối ứng", TODAY)
    hits = retriever.search(query.search_text, 3, accept=likeliest.is_text)
    assert likeliest.chances(query, hits, retriever) is None
    assert all(one.chance is None for one in candidates.retrieve(query, retriever))


def test_the_shipped_network_serves_with_the_shipped_model():
    fingerprint = EmbeddingModel(str(ROOT / "knowledge" / "model")).fingerprint
    assert Network.shipped(fingerprint, likeliest.WEIGHTS, likeliest.FEATURES)
    assert Network.shipped("another", likeliest.WEIGHTS, likeliest.FEATURES) is None
