import numpy as np
import pytest

from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever
from knowledge.text import fold
from tests.unit.builders import passage

PASSAGES = [
    passage("1/QĐ-TTg", "Điều 1", text="Tỷ lệ hộ nghèo đa chiều", provinces=("Kiên Giang",)),
    passage("1/QĐ-TTg", "Điều 2", text="Đường trục xã được nhựa hóa"),
    passage("2/QĐ-TTg", "Điều 1", text="Đường trục xã được nhựa hóa"),
    passage("2/QĐ-TTg", "Điều 2", text="Thu gom rác thải sinh hoạt"),
]
QUERIES = ["đường trục xã", "hộ nghèo ở xã", "rác thải", "zzz"]


def retriever_of(passages: list[Passage], model: EmbeddingModel) -> Retriever:
    vectors = model.encode_passages([item.embedded_text() for item in passages])
    return Retriever(passages, LexicalIndex.build(passages), DenseIndex.build(vectors), model)


@pytest.fixture
def retriever(model: EmbeddingModel) -> Retriever:
    return retriever_of(PASSAGES, model)


def test_the_passage_that_has_the_words_comes_first(retriever: Retriever):
    best = retriever.search("Hộ nghèo đa chiều")[0]
    assert best.passage is PASSAGES[0]
    assert best.lexical > 0


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("weight", [0.0, 0.2, 0.5, 1.0])
def test_the_score_is_the_weighted_sum_of_both(
    retriever: Retriever, model: EmbeddingModel, query: str, weight: float
):
    lexical = LexicalIndex.build(PASSAGES).scores(query)
    cosine = (
        model.encode_passages([p.embedded_text() for p in PASSAGES])
        @ model.encode_queries([query])[0]
    )
    best = lexical.max() or 1
    wanted = (1 - weight) * lexical / best + weight * np.maximum(cosine, 0)
    hits = retriever.search(query, dense_weight=weight)
    found = {hit.passage.identity: hit.score for hit in hits}
    for item, score in zip(PASSAGES, wanted, strict=True):
        assert found.get(item.identity, 0) == pytest.approx(score, abs=1e-5)


def test_hits_are_best_first_and_scored_between_nothing_and_one(retriever: Retriever):
    for query in QUERIES:
        scores = [hit.score for hit in retriever.search(query)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 + 1e-6 for score in scores)


def test_equal_texts_in_two_documents_are_both_found(retriever: Retriever):
    first, second = retriever.search("đường trục xã được nhựa hóa", 2, dense_weight=0)
    assert {first.passage.document, second.passage.document} == {"1/QĐ-TTg", "2/QĐ-TTg"}
    assert first.score == second.score


@pytest.mark.parametrize("query", ["Đường trục xã", "Tỷ lệ hộ nghèo"])
def test_a_query_without_diacritics_finds_the_same(retriever: Retriever, query: str):
    wanted = retriever.search(query)
    found = retriever.search(fold(query))
    assert [hit.passage for hit in found] == [hit.passage for hit in wanted]
    assert [hit.lexical for hit in found] == [hit.lexical for hit in wanted]


@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_no_more_are_given_than_asked_for(retriever: Retriever, count: int):
    assert len(retriever.search("đường trục xã", count, dense_weight=0)) == min(count, 2)


def test_what_is_not_accepted_is_left_out_and_leaves_room(retriever: Retriever):
    hits = retriever.search("đường trục xã", 1, accept=lambda p: p.document == "2/QĐ-TTg")
    assert [hit.passage for hit in hits] == [PASSAGES[2]]
    assert retriever.search("đường trục xã", accept=lambda _: False) == []


def test_words_alone_need_no_model():
    lexical = LexicalIndex.build(PASSAGES)
    dense = DenseIndex.build(np.eye(4, dtype=np.float32))
    alone = Retriever(PASSAGES, lexical, dense, EmbeddingModel("nobody/no-such-model"))
    assert alone.search("rác thải", dense_weight=0)[0].passage is PASSAGES[3]


def test_an_opposite_meaning_takes_nothing_away(model: EmbeddingModel):
    lexical = LexicalIndex.build(PASSAGES)
    opposite = DenseIndex.build(
        np.repeat(-model.encode_passages(["rác thải"]), len(PASSAGES), axis=0)
    )
    hits = Retriever(PASSAGES, lexical, opposite, model).search("rác thải", dense_weight=0.2)
    assert [(hit.passage, hit.dense) for hit in hits] == [(PASSAGES[3], 0)]
    assert hits[0].score == pytest.approx(0.8)


def test_nothing_in_common_finds_nothing(retriever: Retriever):
    assert retriever.search("zzz", dense_weight=0) == []
    assert retriever.search("") == []


def test_only_the_nearest_have_a_dense_score(model: EmbeddingModel):
    passages = [passage(provision=f"Điều {n}", text=f"đoạn {n}") for n in range(230)]
    hits = retriever_of(passages, model).search("đoạn", 230)
    assert len(hits) == 230
    assert sum(hit.dense > 0 for hit in hits) <= 200


def test_the_best_come_in_one_order_however_many_are_asked_for(model: EmbeddingModel):
    passages = [passage(provision=f"Điều {n}", text=f"đoạn {n % 7}") for n in range(300)]
    searched = retriever_of(passages, model)
    every = searched.search("đoạn 3", 300)
    assert len(every) == 300
    for count in (1, 10, 100):
        assert searched.search("đoạn 3", count) == every[:count]
