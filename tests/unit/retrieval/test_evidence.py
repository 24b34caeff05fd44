"""What speaks for a candidate, read off a small index."""

import numpy as np
import pytest

from knowledge.retrieval.evidence import NAMES, Evidence
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.static_model import StaticModel
from knowledge.training.tokenizer import build_tokenizer
from tests.unit.builders import passage

PASSAGES = [
    passage("1/QĐ-TTg", "Điều 1", heading="Hồ sơ xét công nhận", text="Hồ sơ gồm tờ trình."),
    passage("1/QĐ-TTg", "Điều 2", heading="Thời hạn", text="Trong 15 ngày làm việc, xã nộp."),
    passage("2/QĐ-TTg", "Điều 1", heading="Rác thải", text="Phạt tiền từ 500 nghìn đồng."),
    passage("2/QĐ-TTg", "Điều 2", heading="", text=""),
]
PLACES = np.arange(len(PASSAGES))


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    texts = [f"{item.heading}. {item.text}" for item in PASSAGES] * 10
    tokenizer = build_tokenizer(texts, 300)
    shape = (tokenizer.get_vocab_size(), 8)
    weights = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    return Evidence(PASSAGES, LexicalIndex.build(PASSAGES), StaticModel(tokenizer, weights))


def features(evidence: Evidence, question: str) -> dict[str, list[float]]:
    lexical = LexicalIndex.build(PASSAGES).scores(question)
    found = evidence.of(question, PLACES, lexical, np.zeros(len(PASSAGES), dtype=np.float32))
    assert found.shape == (len(PASSAGES), len(NAMES))
    assert np.isfinite(found).all()
    return dict(zip(NAMES, found.T.tolist(), strict=True))


def test_coverage_is_the_share_of_the_words_that_a_passage_has(evidence: Evidence):
    found = features(evidence, "hồ sơ xét công nhận")
    assert found["syllables"][0] == pytest.approx(1)
    assert found["pairs_in_heading"][0] == pytest.approx(1)
    assert found["syllables"][2] == found["syllables"][3] == 0


def test_a_heading_that_says_more_than_is_asked_is_asked_about_in_part(evidence: Evidence):
    found = features(evidence, "hồ sơ")
    assert 0 < found["heading_asked"][0] < 1
    assert found["heading_asked"][3] == 0


def test_the_same_word_is_met_in_full(evidence: Evidence):
    found = features(evidence, "rác thải")
    assert found["words_met"][2] == pytest.approx(1, abs=1e-5)
    assert found["words_met"][3] == 0


@pytest.mark.parametrize(
    ("question", "cue", "place"),
    [
        ("nộp trong bao lâu", "when", 1),
        ("bị phạt bao nhiêu tiền", "penalty", 2),
        ("cần giấy tờ gì", "dossier", 0),
    ],
)
def test_a_passage_answers_in_the_way_asked(
    evidence: Evidence, question: str, cue: str, place: int
):
    found = features(evidence, question)
    assert [bool(value) for value in found[f"{cue}_answered"]] == [n == place for n in PLACES]
    assert [bool(value) for value in found[f"{cue}_unanswered"]] == [n != place for n in PLACES]


def test_what_is_not_asked_for_is_no_cue(evidence: Evidence):
    found = features(evidence, "rác thải ở xã")
    assert not any(any(found[f"{cue}_answered"]) for cue in ("when", "penalty", "dossier"))


def test_numbers_of_the_question_must_be_there(evidence: Evidence):
    found = features(evidence, "trong 15 ngày")
    assert found["numbers"] == [0, 1, 0, 0]
    assert features(evidence, "trong mấy ngày")["numbers"] == [1, 1, 1, 1]


def test_diacritics_do_not_matter(evidence: Evidence):
    assert features(evidence, "hồ sơ gồm gì") == features(evidence, "ho so gom gi")


@pytest.mark.parametrize("question", ["", "???", "zzz"])
def test_a_question_without_known_words_has_features_too(evidence: Evidence, question: str):
    assert features(evidence, question)["pairs_in_heading"]
