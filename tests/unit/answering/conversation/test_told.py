"""What an answer tells of, its result first."""

import datetime as dt

from knowledge.answering import citing
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import told
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, FIRST, SECOND = "202/QĐ-TTg", "31/2017/TT-BNV", "32/2019/TT-BNV"


def regulations() -> list[Regulation]:
    guides = [relation("guides", SET)]
    return [
        regulation(SET, signed="2016-10-17"),
        regulation(FIRST, type="Thông tư", signed="2017-01-02", relations=guides),
        regulation(SECOND, type="Thông tư", signed="2019-03-04", relations=guides),
    ]


def noted(question: str, before: Context | None = None, text: str = "…") -> Context:
    catalogue = Catalogue(corpus_of(*regulations(), tables=[criteria_table(SET)]))
    query = resolve(question, TODAY, before)
    cited = [] if text != "…" else [citing.of_regulation(r) for r in regulations()]
    outcome = Outcome.ANSWERED if cited else Outcome.UNKNOWN
    found = Answer(outcome, Kind.DOCUMENT, text, TODAY, citations=tuple(cited))
    return told.noted(query, found, catalogue, query.context)


def test_the_guidance_asked_for_is_the_result_latest_first():
    assert told.read(noted(f"thông tư nào hướng dẫn {SET}?")) == [SECOND, FIRST, SET]


def test_elsewhere_the_order_is_that_of_the_citations():
    assert told.read(noted(f"{SET} còn hiệu lực không?")) == [SET, FIRST, SECOND]


def test_what_was_told_before_stays_within_reach_of_a_follow_up():
    before = Context(document=SET, told="9/QĐ-TTg", subject=f"{SET} ai ký?")
    assert told.read(noted("nó còn hiệu lực không?", before))[-1] == "9/QĐ-TTg"


def test_where_to_look_is_told_where_nothing_is_known():
    assert told.read(noted("ai phụ trách?", text=f"Chưa có; xem {FIRST}.")) == [FIRST]


def test_the_row_is_that_of_the_first_row_cited():
    table = criteria_table(SET)
    catalogue = Catalogue(corpus_of(*regulations(), tables=[table]))
    query = resolve("nước sạch bao nhiêu?", TODAY)
    cited = (citing.of_row(table, "1.1", "…"),)
    found = Answer(Outcome.ANSWERED, Kind.REQUIREMENT, "…", TODAY, citations=cited)
    assert told.noted(query, found, catalogue, query.context).row == "1.1"


def test_what_a_quoted_passage_says_amends_it_is_the_result():
    amending = regulation(FIRST, type="Thông tư", relations=[relation("amends", SET)])
    catalogue = Catalogue(corpus_of(regulation(SET), amending))
    query = resolve(f"{SET} điều chỉnh bởi văn bản nào?", TODAY)
    text = f"{SET} được điều chỉnh bằng {FIRST}."
    cited = tuple(citing.of_regulation(one) for one in (regulation(SET), amending))
    found = Answer(Outcome.ANSWERED, Kind.PROVISION, text, TODAY, citations=cited)
    assert told.read(told.noted(query, found, catalogue, query.context))[0] == FIRST
