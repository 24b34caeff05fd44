from knowledge.answering.documents import document_relations
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation
from tests.unit.builders import relation as related

FIRST, SECOND, THIRD = "11/QĐ-TTg", "22/QĐ-TTg", "33/QĐ-TTg"
CATALOGUE = Catalogue(
    corpus_of(
        regulation(FIRST, signed="2010-01-05"),
        regulation(SECOND, signed="2016-01-05", relations=[related("replaces", FIRST)]),
        regulation(THIRD, signed="2021-01-05", relations=[related("succeeds", SECOND)]),
    )
)


def test_the_line_is_followed_to_its_end():
    first = CATALOGUE.regulations[FIRST]
    assert document_relations.latest(CATALOGUE, first).number == THIRD


def test_what_was_followed_is_told_where_nothing_was_replaced():
    said = document_relations.replaces(CATALOGUE, CATALOGUE.regulations[THIRD])
    assert f"giai đoạn trước là Quyết định {SECOND}" in said


def test_what_was_replaced_is_told_alone():
    said = document_relations.replaces(CATALOGUE, CATALOGUE.regulations[SECOND])
    assert FIRST in said
    assert "giai đoạn trước" not in said
