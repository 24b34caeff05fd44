import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.documents import relation
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation
from tests.unit.builders import relation as related

TODAY = dt.date(2026, 11, 22)
OLD, NEW, OTHER = "11/2011/NĐ-CP", "33/2023/NĐ-CP", "92/2009/NĐ-CP"


@pytest.fixture
def catalogue() -> Catalogue:
    documents: list[Regulation] = [
        regulation(OLD, type="Nghị định"),
        regulation(NEW, type="Nghị định", relations=[related("replaces", OLD)]),
        regulation(OTHER, type="Nghị định", relations=[related("guides", OLD, verified=False)]),
    ]
    return Catalogue(corpus_of(*documents))


def asked(question: str, catalogue: Catalogue, before: Context | None = None) -> Answer | None:
    query = resolve(question, TODAY, before)
    found = catalogue.find(query.references.values("document")[0])
    return relation.answer(query, catalogue, found)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (f"{NEW} có thay thế {OLD} không?", None),
        (f"{OLD} có bị thay thế bởi {NEW} không?", None),
        (f"nó có thay {OLD} không", NEW),
    ],
)
def test_a_known_relation_is_confirmed(question: str, before: str | None, catalogue: Catalogue):
    answer = asked(question, catalogue, Context(document=before))
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(f"Có. Nghị định {NEW} thay thế Nghị định {OLD}")


def test_another_relation_than_the_one_claimed_is_told(catalogue: Catalogue):
    answer = asked(f"{OTHER} có thay thế {OLD} không?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
    assert "hướng dẫn" in answer.text
    assert "chưa đối chiếu" in answer.text


def test_no_relation_is_unknown(catalogue: Catalogue):
    answer = asked(f"{NEW} có sửa đổi {OTHER} không?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert {citation.document for citation in answer.citations} == {NEW, OTHER}


@pytest.mark.parametrize("question", [f"{NEW} thay thế văn bản nào?", f"{NEW} còn hiệu lực không?"])
def test_other_questions_on_documents_are_not_taken_for_it(question: str, catalogue: Catalogue):
    assert asked(question, catalogue) is None


def test_a_claimed_relation_is_put_right_by_what_is_known(catalogue: Catalogue):
    answer = asked(f"{NEW} thay thế {OTHER} phải không?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.CORRECTED
    assert f"thay thế Nghị định {OLD}" in answer.text


def test_a_relation_that_was_not_checked_is_not_confirmed(catalogue: Catalogue):
    answer = asked(f"{OTHER} có hướng dẫn {OLD} không?", catalogue)
    assert answer is not None
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.text.startswith("Chưa khẳng định được.")
