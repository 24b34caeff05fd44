import pytest

from knowledge.answering.rows.naming import Matter, contained, covered, typed_in
from knowledge.references.aspects import subject
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from tests.unit.builders import passage

ROADS = passage(text="Đường liên thôn được cứng hóa", questions=("bê tông đường thôn",))
FOOD = passage(
    text="Tỷ lệ hộ và cơ sở chế biến thực phẩm bảo đảm an toàn",
    questions=("Nơi chế biến thực phẩm có bắt buộc ký cam kết không?", "an toàn thực phẩm"),
)
POWER = passage(text="Điện")
MODELS = passage(text="Có mô hình điển hình về hòa giải")
LEXICAL = LexicalIndex.build([ROADS, FOOD, POWER, MODELS])


def likeness(question: str, row: Passage) -> float:
    return covered(Matter.of(subject(question), typed_in([question])), row, LEXICAL)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("đường liên thôn cứng hóa", ROADS),
        ("duong lien thon cung hoa", ROADS),
        ("đường lien thôn cứng hoá", ROADS),
        ("bê tông đường thôn", ROADS),
        ("an toàn thực phẩm", FOOD),
        ("điện", POWER),
        ("dien", POWER),
    ],
)
def test_a_row_is_named_with_and_without_diacritics(question: str, row: Passage):
    assert likeness(question, row) > 0.8


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("điện", MODELS),  # `điển hình`
        ("ho so gom gi", FOOD),  # `hộ … cơ sở`
        ("hồ sơ", FOOD),
        ("giai đoạn nào thì bắt buộc", FOOD),
        ("che do bao hanh", FOOD),
    ],
)
def test_syllables_that_agree_by_accident_name_no_row(question: str, row: Passage):
    assert likeness(question, row) < 0.62


def test_a_longer_question_contains_a_whole_name():
    question = "an toàn thực phẩm bị tố cáo nhiều lần"
    named = passage(text="An toàn thực phẩm")
    matter = Matter.of(subject(question), typed_in([question]))
    assert contained(matter, named, LEXICAL) > 0.62
    assert contained(matter, FOOD, LEXICAL) == 0


def test_diacritics_that_no_text_has_are_mistyped_and_say_nothing():
    spellings = {("ngheo", "\u0300"), ("ho", "\u0323\u0302")}
    assert "ngheo" not in typed_in(["hộ nghéo"], spellings)
    assert "ngheo" in typed_in(["hộ nghèo"], spellings)
