import datetime as dt

from knowledge.answering import citing
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import other_title
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, indicator, regulation

TODAY = dt.date(2026, 11, 22)
SET = "66/QĐ-TTg"
NAME = "Tỷ lệ giếng có nắp"


def catalogue() -> Catalogue:
    demands = {"xã": "từ 90% trở lên", "xã nâng cao": "từ 95% trở lên"}
    annexes = {"xã": "Phụ lục I", "xã nâng cao": "Phụ lục II"}
    tables = [
        criteria_table(
            SET,
            criterion("1", indicator("1.1", name=NAME, requirement=demand)),
            level=level,
            annex=annexes[level],
        )
        for level, demand in demands.items()
    ]
    return Catalogue(corpus_of(regulation(SET), tables=tables))


def noted(question: str, outcome: Outcome = Outcome.CORRECTED) -> Answer:
    known = catalogue()
    table = known.tables_of(SET)[0]
    told = f"Không đúng. {NAME}: từ 90% trở lên.\n\nCăn cứ: Quyết định {SET}."
    found = Answer(
        outcome,
        Kind.REQUIREMENT,
        told,
        TODAY,
        citations=(citing.of_row(table, "1.1", "từ 90% trở lên"),),
    )
    return other_title.noted(resolve(question, TODAY), found, known)


def test_the_title_of_which_the_claim_is_right_is_named():
    answer = noted("giếng phải 95% có nắp, đúng không?")
    said = answer.text.split("\n\n")[1]
    assert said.startswith("Từ 95% trở lên là mức của chỉ tiêu 1.1")
    assert "nâng cao" in said
    assert len(answer.citations) > 1


def test_a_figure_of_no_set_is_only_corrected():
    answer = noted("giếng phải 80% có nắp, đúng không?")
    assert answer.text.split("\n\n")[1].startswith("Căn cứ")


def test_an_answer_that_corrects_nothing_stays():
    answer = noted("giếng phải 95% có nắp, đúng không?", Outcome.ANSWERED)
    assert answer.text.split("\n\n")[1].startswith("Căn cứ")
