import datetime as dt

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import holding
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
NUMBER = "202/QĐ-TTg"
BEFORE = Context(document=NUMBER, told=NUMBER, subject="cụm công nghiệp cần gì?")


def held(question: str, text: str) -> Answer:
    found = Answer(Outcome.ANSWERED, Kind.PROVISION, text, TODAY)
    catalogue = Catalogue(corpus_of(regulation(NUMBER)))
    return holding.held(resolve(question, TODAY, BEFORE), found, catalogue)


def test_an_answer_that_does_not_speak_of_the_paperwork_is_none():
    answer = held("hồ sơ gồm những gì?", "Số hộ so với năm trước tăng gấp đôi.")
    assert answer.outcome is Outcome.UNKNOWN
    assert [citation.document for citation in answer.citations] == [NUMBER]


def test_one_that_does_is_kept():
    assert held("hồ sơ gồm những gì?", "Hồ sơ gồm hai văn bản.").outcome is Outcome.ANSWERED


def test_a_message_with_a_matter_of_its_own_is_answered_as_it_is():
    text = "Số hộ tăng gấp đôi."
    assert held("hồ sơ khu công nghiệp gồm những gì?", text).outcome is Outcome.ANSWERED


def test_another_one_of_several_is_no_answer():
    answer = held("thế nguyên tắc thứ chín?", "Nguyên tắc thứ ba là công khai.")
    assert answer.outcome is Outcome.UNKNOWN
