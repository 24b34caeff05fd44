"""A field asked after an answer that named several documents."""

import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import each_told
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 11, 22)
ABOUT, FIRST, SECOND, LETTER = "202/QĐ-TTg", "404/QĐ-TTg", "55/2024/NĐ-CP", "303/BNV-TH"


@pytest.fixture
def catalogue() -> Catalogue:
    amends = [relation("amends", ABOUT)]
    documents = [
        regulation(ABOUT, signed="2016-10-17"),
        regulation(FIRST, signed="2021-02-03", signer="Lê Thị Bút", relations=amends),
        regulation(SECOND, type="Nghị định", signed="2024-05-06", relations=amends),
        regulation(LETTER, type="Công văn", signed="2022-04-04"),
    ]
    return Catalogue(corpus_of(*documents))


def asked(question: str, catalogue: Catalogue, *told: str) -> Answer | None:
    before = Context(document=ABOUT, told="; ".join(told), subject=f"{ABOUT} bị sửa bởi gì?")
    return each_told.answer(resolve(question, TODAY, before), catalogue)


@pytest.mark.parametrize(
    ("question", "said"),
    [("ngày nào?", ("03/02/2021", "06/5/2024")), ("ky hom nao vay", ("03/02/2021", "06/5/2024"))],
)
def test_each_of_them_is_told(question: str, said: tuple[str, str], catalogue: Catalogue):
    answer = asked(question, catalogue, SECOND, FIRST, ABOUT)
    assert answer is not None
    assert all(day in answer.text for day in said)
    assert "Số này là của nhiều văn bản" not in answer.text


def test_what_is_known_of_one_of_them_is_an_answer(catalogue: Catalogue):
    answer = asked("ai ký?", catalogue, SECOND, FIRST, ABOUT)
    assert answer is not None
    assert not answer.abstained
    assert "Lê Thị Bút" in answer.text


@pytest.mark.parametrize(
    "question", ["nó ký ngày nào?", "cái đầu tiên ai ký?", "nghị định đó nói gì?", "còn 3.1?"]
)
def test_one_of_them_or_another_thing_is_not_asked_of_all(question: str, catalogue: Catalogue):
    assert asked(question, catalogue, SECOND, FIRST, ABOUT) is None


def test_a_single_result_is_left_to_the_document_itself(catalogue: Catalogue):
    assert asked("ai ký?", catalogue, FIRST, ABOUT) is None


def test_what_only_stands_beside_the_document_is_no_result(catalogue: Catalogue):
    assert asked("ai ký?", catalogue, LETTER, FIRST, ABOUT) is None


def test_all_of_them_may_be_pointed_to(catalogue: Catalogue):
    before = Context(document=ABOUT, told=f"{SECOND}; {FIRST}; {ABOUT}", subject=f"{ABOUT} sửa?")
    plural = resolve("hai văn bản này ký ngày nào?", TODAY, before)
    single = resolve("văn bản này ký ngày nào?", TODAY, before)
    assert each_told.in_plural(plural, catalogue)
    assert not each_told.in_plural(single, catalogue)


def test_which_of_them_still_holds_is_told_of_all_that_were_named(catalogue: Catalogue):
    question = "trong mấy văn bản đó cái nào còn hiệu lực?"
    answer = asked(question, catalogue, ABOUT, FIRST, SECOND, LETTER)
    assert answer is not None
    assert all(number in answer.text for number in (ABOUT, FIRST, SECOND, LETTER))
