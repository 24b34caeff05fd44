import unicodedata
from pathlib import Path

import numpy as np
import pytest

from knowledge.corpus.lexicon import Entry
from knowledge.indexing.build import build
from knowledge.indexing.index import load
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.expansion import Lexicon
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.retriever import Retriever
from tests.unit.builders import passage

LEXICON = Lexicon(
    [
        Entry(say=("nước máy",), means=("nước sạch",)),
        Entry(say=("nước",), means=("thủy lợi",)),
        Entry(say=("bhyt",), means=("bảo hiểm y tế",)),
        Entry(say=("hđnd",), means=("hội đồng nhân dân",)),
        Entry(say=("chợ",), means=("chợ nông thôn", "hạ tầng thương mại")),
        Entry(say=("họp chợ",), means=("chợ nông thôn",)),
        Entry(say=("rác", "rac"), means=("chất thải rắn",)),
        Entry(say=("thu gom rác",), means=("chất thải rắn",)),
        Entry(say=("ma chay",), means=("mai táng",)),
        Entry(say=("gd&đt",), means=("giáo dục và đào tạo",)),
        Entry(say=("cấp 2",), means=("trung học cơ sở",)),
        Entry(say=("hòa giải mâu thuẫn",), means=("hòa giải ở cơ sở",)),
    ]
)


def added(question: str) -> str:
    expanded = LEXICON.expand(question)
    assert expanded.startswith(question)
    return expanded[len(question) :].strip()


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("Xã có nước máy chưa?", "nước sạch"),
        ("xa co nuoc may chua", "nước sạch"),
        ("NƯỚC MÁY", "nước sạch"),
        (unicodedata.normalize("NFD", "nước máy"), "nước sạch"),
        ("BHYT đạt bao nhiêu", "bảo hiểm y tế"),
        ("hdnd xã", "hội đồng nhân dân"),
        ("HĐND xã", "hội đồng nhân dân"),
        ("phòng GD&ĐT", "giáo dục và đào tạo"),
        ("trường cấp 2", "trung học cơ sở"),
        ("hoà giải mâu thuẫn", "hòa giải ở cơ sở"),
        ("tỷ lệ hộ nghèo", ""),
        ("", ""),
    ],
)
def test_the_official_term_is_appended(question: str, terms: str):
    assert added(question) == terms


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("chợ xã", "chợ nông thôn hạ tầng thương mại"),
        ("cho xã nông thôn mới", ""),
        ("cho xa", ""),
        ("rac thải", "chất thải rắn"),
        ("rạc", ""),
        ("má chạy", ""),
        ("nuoc máy", "nước sạch"),
    ],
)
def test_diacritics_decide_where_a_word_without_them_is_another(question: str, terms: str):
    assert added(question) == terms


@pytest.mark.parametrize("question", ["bhytx", "nước mắt máy", "nước. sạch máy", "cấp 2.1"])
def test_only_whole_syllables_in_a_row_are_a_word(question: str):
    assert "nước sạch" not in added(question)
    assert "bảo hiểm" not in added(question)
    assert "trung học" not in added(question)


def test_a_longer_word_hides_those_within():
    assert added("nước máy") == "nước sạch"
    assert added("nước máy và nước mưa") == "nước sạch thủy lợi"
    assert added("họp chợ") == "chợ nông thôn"


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("rác và thu gom rác", "chất thải rắn"),
        ("bhyt là bảo hiểm y tế", ""),
        ("rac la chat thai ran", ""),
        ("họp chợ, chợ", "chợ nông thôn hạ tầng thương mại"),
    ],
)
def test_a_term_is_never_there_twice(question: str, terms: str):
    assert added(question) == terms


def test_terms_come_in_the_order_of_the_question():
    assert added("ma chay, nước máy, bhyt") == "mai táng nước sạch bảo hiểm y tế"


def test_no_lexicon_adds_nothing():
    assert Lexicon().expand("nước máy") == "nước máy"


def test_the_words_found_are_told_with_their_place():
    found = LEXICON.find("xã có nước máy, bhyt")
    assert [(word.first, word.last, word.means) for word in found] == [
        (2, 4, ("nước sạch",)),
        (4, 5, ("bảo hiểm y tế",)),
    ]


def test_the_letters_are_searched_for_the_term_and_the_meaning_for_the_question(
    model: EmbeddingModel,
):
    passages = [
        passage(text="Tỷ lệ hộ được sử dụng nước sạch", provision="Điều 1"),
        passage(text="Tỷ lệ hộ nghèo", provision="Điều 2"),
    ]
    vectors = model.encode_passages([item.embedded_text() for item in passages])
    index = LexicalIndex.build(passages), DenseIndex.build(vectors), model
    plain, helped = Retriever(passages, *index), Retriever(passages, *index, LEXICON)
    assert plain.search("có ống máy", dense_weight=0) == []
    assert helped.search("nuoc may", dense_weight=0)[0].passage is passages[0]
    for retriever in (plain, helped):
        dense = {hit.passage.provision: hit.dense for hit in retriever.search("nước máy")}
        wanted = np.maximum(vectors @ model.encode_queries(["nước máy"])[0], 0)
        assert [dense.get(p.provision, 0) for p in passages] == pytest.approx(wanted, abs=1e-5)


def test_the_lexicon_is_part_of_the_index(documents: Path, tmp_path: Path, model: EmbeddingModel):
    (documents / "lexicon.yaml").write_text(
        "kind: lexicon\nentries:\n- {say: [nước máy], means: [nước sạch, nước hợp vệ sinh]}\n",
        encoding="utf-8",
    )
    build([documents], tmp_path / "built", model, report=lambda _: None)
    found = load(tmp_path / "built", model).retriever.lexicon
    assert found.expand("nuoc may") == "nuoc may nước sạch nước hợp vệ sinh"
