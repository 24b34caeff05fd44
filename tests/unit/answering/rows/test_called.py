"""A criterion is called by its whole name, by a thing that it lists, and for short."""

import pytest

from knowledge.answering.rows import called
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation

SET = "1/QĐ-TTg"
TABLE = criteria_table(
    SET,
    criterion("1", name="Cầu treo, giếng làng và ruộng nương"),
    criterion("2", name="Ao hồ dân cư"),
)


@pytest.mark.parametrize(
    ("topic", "is_name"),
    [
        ("cau treo gieng lang ruong nuong", True),
        ("gieng lang", True),
        ("ao ho", True),
        ("gieng", False),
        ("", False),
    ],
)
def test_nothing_but_a_name_is_said(topic: str, is_name: bool):
    catalogue = Catalogue(corpus_of(regulation(SET), tables=[TABLE]))
    assert called.is_all_said(topic, catalogue) is is_name
