import datetime as dt

import pytest

from knowledge.answering.conversation import group_of_row
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "66/QĐ-TTg"
BEFORE = Context(document=NUMBER, criterion="2", subject="tiêu chí 2 là gì?")


@pytest.fixture
def catalogue() -> Catalogue:
    table = criteria_table(
        NUMBER,
        criterion("1", name="Đường", group="I"),
        criterion("2", name="Cầu", group="I"),
        criterion("3", name="Chợ", group="II"),
        groups={"I": "Hạ tầng", "II": "Kinh tế"},
    )
    return Catalogue(corpus_of(regulation(NUMBER), tables=[table]))


@pytest.mark.parametrize(
    "message",
    ["cùng nhóm với nó còn tiêu chí nào?", "no thuoc nhom nao", "nhóm đó còn tiêu chí nào khác?"],
)
def test_the_others_of_its_group_are_told(message: str, catalogue: Catalogue):
    found = group_of_row.answer(resolve(message, TODAY, BEFORE), catalogue)
    assert found is not None
    assert "Đường" in found.text
    assert "Chợ" not in found.text


@pytest.mark.parametrize("message", ["xã nhóm 2 thì sao?", "nhóm này ai hướng dẫn nước sạch?"])
def test_another_group_or_matter_is_left(message: str, catalogue: Catalogue):
    assert group_of_row.answer(resolve(message, TODAY, BEFORE), catalogue) is None
