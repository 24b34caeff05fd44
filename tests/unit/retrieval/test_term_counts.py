from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.term_counts import TermCounts
from tests.unit.builders import passage

OLD = ["đường trục xã", "môi trường", "đường trục xã", ""]
NEW = ["đường trục xã đường", "", "môi trường", "nước sạch", "môi trường"]


def told(counts: TermCounts, texts: list[str]) -> list[dict[str, int]]:
    names = {column: term for term, column in counts.vocabulary.items()}
    rows = counts.of(texts).toarray()
    return [{names[c]: int(row[c]) for c in np.flatnonzero(row)} for row in rows]


@given(*[st.lists(st.text("ab ", max_size=6), max_size=6)] * 2)
def test_what_is_taken_over_counts_the_same(old: list[str], new: list[str]):
    counts = TermCounts.of_texts(new, str.split, TermCounts.of_texts(old, str.split))
    assert told(counts, new) == [Counter(text.split()) for text in new]
    assert sorted(counts.vocabulary) == sorted({term for text in new for term in text.split()})


def test_a_text_that_is_known_is_not_taken_apart_again(tmp_path: Path):
    TermCounts.of_texts(OLD, str.split).save(tmp_path)
    seen: list[str] = []

    def split(text: str) -> list[str]:
        seen.append(text)
        return text.split()

    counts = TermCounts.of_texts(NEW, split, TermCounts.load(tmp_path))
    assert seen == ["đường trục xã đường", "nước sạch"]
    assert told(counts, NEW) == [Counter(text.split()) for text in NEW]


def test_a_version_without_counts_has_none_to_take_over(tmp_path: Path):
    assert TermCounts.load(tmp_path) is None


@pytest.mark.parametrize("query", ["đường trục", "nước sạch nông thôn", "môi trường xã"])
def test_an_index_that_takes_over_scores_as_one_built_from_nothing(query: str, tmp_path: Path):
    LexicalIndex.build([passage(text=text) for text in OLD]).save(tmp_path)
    passages = [passage(text=text, heading="xã") for text in NEW]
    taken_over = LexicalIndex.build(passages, TermCounts.load(tmp_path))
    fresh = LexicalIndex.build(passages)
    np.testing.assert_allclose(taken_over.scores(query), fresh.scores(query), rtol=1e-6)
    assert taken_over.rarity("duong") == fresh.rarity("duong")
