import datetime as dt

from knowledge.answering.documents import called
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.parser import DOCUMENT
from tests.unit.builders import corpus_of, regulation

CATALOGUE = Catalogue(
    corpus_of(
        regulation("88/QĐ-TTg", aliases=["Đề án cầu treo dân sinh"]),
        regulation("9/2024/QH15", type="Luật", title="Luật Cầu đường nông thôn"),
    )
)


def named(question: str) -> list[str]:
    query = called.named(resolve(question, dt.date(2026, 11, 22)), CATALOGUE)
    return query.references.values(DOCUMENT)


def test_another_name_of_a_document_or_the_title_of_a_law_names_it():
    assert named("de an cau treo dan sinh ai ky") == ["88/QĐ-TTg"]
    assert named("Luật Cầu đường nông thôn số bao nhiêu?") == ["9/2024/QH15"]


def test_half_a_name_names_nothing():
    assert named("Đề án cầu treo ai ký?") == []
