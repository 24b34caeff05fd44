import math
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.lexical import FIELDS, STOP_SYLLABLES, LexicalIndex, fields_of, terms
from knowledge.retrieval.passage import Passage
from knowledge.text import fold
from tests.unit.builders import passage

# What is typed, and the token it stands for.
WORDS = {
    "xã": "xa",
    "Xà": "xa",
    "đường": "duong",
    "tiêu": "tieu",
    "chí": "chi",
    "18.1": "18.1",
    "2020": "2020",
    "ntm": "ntm",
    "của": "cua",
    "có": "co",
}
STOPS = {"cua", "co", "chi"}
SATURATION, PAIR_SHARE = 1.2, 0.85

words = st.lists(st.sampled_from(list(WORDS)), max_size=6)
drafts = st.fixed_dictionaries(
    {
        "title": words,
        "provision": words,
        "heading": words,
        "text": words,
        "questions": st.lists(words, max_size=2),
        "phrasings": st.lists(words, max_size=2),
    }
)


def made(draft: dict) -> Passage:
    return passage(
        title=" ".join(draft["title"]),
        provision=" ".join(draft["provision"]),
        heading=", ".join(draft["heading"]),
        text=" - ".join(draft["text"]),
        questions=tuple(" ".join(question) + "?" for question in draft["questions"]),
        phrasings=tuple(map(" ".join, draft["phrasings"])),
    )


def bag(typed: Sequence[str]) -> list[str]:
    """Content syllables and pairs, from the words and not from the text."""
    tokens = [WORDS[word] for word in typed]
    return [token for token in tokens if token not in STOPS] + [
        f"{tokens[place]}_{tokens[place + 1]}" for place in range(len(tokens) - 1)
    ]


def bags(draft: dict) -> dict[str, list[str]]:
    return {
        "title": bag(draft["title"]),
        "heading": bag([*draft["provision"], *draft["heading"]]),
        "text": bag(draft["text"]),
        "questions": bag([word for question in draft["questions"] for word in question]),
        "phrasings": bag([word for phrasing in draft["phrasings"] for word in phrasing]),
    }


def slow_bm25f(collection: list[dict], query: Sequence[str]) -> list[float]:
    """Robertson, Zaragoza, Taylor (2004), by the book: one passage and one term at a time."""
    documents = [bags(draft) for draft in collection]
    scores = []
    for document in documents:
        score = 0.0
        for term in bag(query):
            frequency = 0.0
            for field, (weight, b) in FIELDS.items():
                mean = sum(len(other[field]) for other in documents) / len(documents)
                relative = len(document[field]) / max(mean, 1.0)
                frequency += weight * document[field].count(term) / (1 - b + b * relative)
            having = sum(any(term in field for field in other.values()) for other in documents)
            idf = math.log(1 + (len(documents) - having + 0.5) / (having + 0.5))
            share = PAIR_SHARE if "_" in term else 1
            score += share * idf * frequency / (SATURATION + frequency)
        scores.append(score)
    return scores


@given(st.lists(drafts, min_size=1, max_size=6), words)
def test_scores_are_those_of_bm25f(collection: list[dict], query: list[str]):
    index = LexicalIndex.build([made(draft) for draft in collection])
    wanted = slow_bm25f(collection, query)
    assert index.scores(" ".join(query)) == pytest.approx(wanted, rel=1e-4, abs=1e-5)


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex.build(
        [
            passage("1/QĐ-TTg", text="Tỷ lệ hộ nghèo đa chiều của xã"),
            passage("2/QĐ-TTg", text="Đường trục xã được nhựa hóa, đường thôn sạch"),
            passage("3/QĐ-TTg", text="Môi trường và an toàn thực phẩm"),
            passage("4/QĐ-TTg", text="Môi trường và an toàn thực phẩm"),
        ]
    )


@pytest.mark.parametrize(
    "query", ["Đường trục xã nhựa hóa", "tỷ lệ hộ nghèo đa chiều", "An toàn thực phẩm?"]
)
def test_diacritics_case_and_form_make_no_difference(index: LexicalIndex, query: str):
    wanted = index.scores(query)
    assert wanted.max() > 0
    for typed in (fold(query), query.upper(), unicodedata.normalize("NFD", query)):
        np.testing.assert_array_equal(index.scores(typed), wanted)


def test_documents_without_diacritics_are_found_as_well():
    bare = LexicalIndex.build([passage(text="duong truc xa"), passage(text="moi truong")])
    assert bare.scores("đường trục xã")[0] > 0


def test_equal_texts_in_two_documents_are_scored_alike_and_both(index: LexicalIndex):
    scores = index.scores("an toàn thực phẩm")
    assert scores[2] == scores[3] > scores[0]


def test_a_query_without_known_words_scores_nothing(index: LexicalIndex):
    for query in ("", "???", "của là gì", "blockchain"):
        scores = index.scores(query)
        assert scores.shape == (4,)
        assert not scores.any()


def test_words_in_order_count_more_than_the_same_words_apart():
    index = LexicalIndex.build(
        [passage(text="trường học, môi giới"), passage(text="học giới: môi trường")]
    )
    scores = index.scores("môi trường")
    assert scores[1] > scores[0] > 0


def test_a_stop_syllable_counts_only_with_its_neighbour():
    assert terms("Của xã") == ["xa", "cua_xa"]
    assert terms("là") == []
    assert terms("chỉ tiêu 18.2") == ["tieu", "18.2", "chi_tieu", "tieu_18.2"]


def test_stop_syllables_are_folded():
    assert all(fold(syllable) == syllable for syllable in STOP_SYLLABLES)


def test_the_fields_of_a_passage_are_the_weighted_ones():
    fields = fields_of(
        passage(provision="Điều 3", title="t", heading="Vốn", text="x", questions=("a?", "b?"))
    )
    assert set(fields) == set(FIELDS)
    assert fields["heading"] == "Điều 3 Vốn"
    assert "a?" in fields["questions"]
    assert "b?" in fields["questions"]


def test_a_rare_word_tells_more_and_an_unknown_one_as_much_as_one_seen_once(index: LexicalIndex):
    assert index.rarity("xa") < index.rarity("ngheo")
    assert (
        index.rarity("blockchain")
        == index.rarity("ngheo")
        == pytest.approx(math.log(1 + 3.5 / 1.5))
    )


def test_a_saved_index_scores_the_same(index: LexicalIndex, tmp_path: Path):
    index.save(tmp_path)
    again = LexicalIndex.load(tmp_path)
    for query in ("đường xã", "an toàn", "không có"):
        np.testing.assert_array_equal(again.scores(query), index.scores(query))
    assert again.rarity("xa") == index.rarity("xa")


def test_no_passages_is_no_error():
    assert LexicalIndex.build([]).scores("xã").shape == (0,)
