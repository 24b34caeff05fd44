import datetime as dt
from dataclasses import replace

from benchmarks.paraphrases import __main__ as paraphrases
from knowledge.answering import citing
from knowledge.answering.answer import Answer, Kind, Outcome
from tests.unit.builders import passage

DAY = dt.date(2026, 11, 22)
WELL = passage(
    "66/QĐ-TTg", "Điều 1", text="Xã có giếng khơi thì đạt.", questions=("Xã có giếng chưa?",)
)


def answer(text: str, outcome: Outcome = Outcome.ANSWERED) -> Answer:
    cited = (citing.of_passage(WELL),) if "giếng" in text else ()
    return Answer(outcome, Kind.PROVISION, text, DAY, citations=cited)


def test_an_answer_that_opens_as_the_passage_tells_it():
    told = answer("Theo quyết định, xã có giếng\nkhơi thì đạt.")
    assert paraphrases.met_with(WELL, told) == paraphrases.TOLD


def test_another_passage_of_the_document_is_not_the_one():
    assert paraphrases.met_with(WELL, answer("Giếng phải sạch: giếng.")) == paraphrases.OF_IT


def test_refusals_and_other_documents_are_told_apart():
    refused = answer("Kho chưa có.", Outcome.UNKNOWN)
    assert paraphrases.met_with(WELL, refused) == paraphrases.REFUSED
    assert paraphrases.met_with(WELL, answer("Chợ.")) == paraphrases.OTHER


def test_a_refusal_that_offers_its_question_is_told_apart():
    refused = replace(answer("Kho chưa có.", Outcome.UNKNOWN), suggestions=WELL.questions)
    assert paraphrases.met_with(WELL, refused) == paraphrases.OFFERED


def test_shares_add_up_by_kind():
    lines = paraphrases.table({("đoạn", paraphrases.TOLD): 3, ("đoạn", paraphrases.OTHER): 1})
    assert "3/4 = 75.0%" in lines[2]
