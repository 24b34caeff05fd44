import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.query import resolve
from knowledge.answering.searching import of_its_part
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, criteria_table, index_of, passage, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, GUIDE = "66/QĐ-TTg", "77/2026/TT-BTC"
MET = "Xã đạt chỉ tiêu 4.1 khi có hai giếng khơi."
COUNTED = "Giếng khơi được đếm vào tháng ba."
PROVEN = "Theo Thông tư 77/2026/TT-BTC, hồ sơ gồm ảnh chụp giếng. Ảnh chụp ban ngày."


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    guide = regulation(GUIDE, type="Thông tư", relations=[relation("guides", SET)])
    passages = [
        passage(GUIDE, "Điều 2", text=COUNTED, criteria=("4.1",)),
        passage(GUIDE, "Điều 3", text=MET, criteria=("4.1",)),
        passage(GUIDE, "Điều 4", text=PROVEN, criteria=("4.1",)),
        passage(GUIDE, "Điều 1", text="Thông tư này nói về giếng và ao.", criteria=("4.1", "4.2")),
        passage(GUIDE, "Phụ lục II: Ao cá", text="Phụ lục II nói về ao cá."),
        passage(GUIDE, "Ao làng", text="Ao làng phải sâu hai mét.", criteria=("5",)),
    ]
    corpus = corpus_of(regulation(SET), guide, tables=[criteria_table(SET)])
    return index_of(corpus, passages, model)


def asked(question: str, index: Index, document: str = GUIDE) -> Answer | None:
    return of_its_part.answer(resolve(question, TODAY), index, index.catalogue.find(document))


def test_all_that_is_said_on_a_row_is_told_and_when_it_is_met_first(index: Index):
    answer = asked("Thông tư 77/2026 hướng dẫn chỉ tiêu 4.1 thế nào?", index)
    assert answer is not None
    assert answer.direct.split("\n")[1:] == [
        "- Xã đạt chỉ tiêu 4.1 khi có hai giếng khơi",
        "- Giếng khơi được đếm vào tháng ba",
        "- Hồ sơ gồm ảnh chụp giếng",
    ]


def test_a_row_of_which_it_says_nothing_is_not_known(index: Index):
    answer = asked("Thông tư 77/2026 hướng dẫn chỉ tiêu 9.3 thế nào?", index)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN


def test_what_is_said_of_the_criterion_holds_for_its_indicator(index: Index):
    answer = asked("Thông tư 77/2026 hướng dẫn chỉ tiêu 5.2 ra sao?", index)
    assert answer is not None
    assert "Ao làng" in answer.text


@pytest.mark.parametrize("name", ["phụ lục II", "phu luc 2", "phu luc so 2"])
def test_an_annex_is_found_by_either_number(name: str, index: Index):
    answer = asked(f"{name} của Thông tư 77/2026 hướng dẫn gì?", index)
    assert answer is not None
    assert answer.text.startswith("Phụ lục II nói về ao cá.")


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư 77/2026 hướng dẫn gì?",
        "Chỉ tiêu 4.1 theo Thông tư 77/2026 còn hiệu lực không?",
        "Thông tư 77/2026 có hướng dẫn chỉ tiêu 4.1 không?",
    ],
)
def test_what_names_no_part_or_asks_another_thing_is_left(question: str, index: Index):
    assert asked(question, index) is None


def test_a_row_of_a_set_is_left_to_its_table(index: Index):
    assert asked("Quyết định 66 quy định chỉ tiêu 1.1 thế nào?", index, SET) is None
