import datetime as dt
from dataclasses import replace

from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.comparing import in_turn, named_sides
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Nature
from tests.unit.builders import corpus_of, regulation, relation

TODAY = dt.date(2026, 11, 22)
OLD, NEW = "66/QĐ-TTg", "771/QĐ-TTg"
CATALOGUE = Catalogue(
    corpus_of(
        regulation(OLD, signed=dt.date(2010, 1, 1), effective=dt.date(2010, 1, 1)),
        regulation(
            NEW,
            signed=dt.date(2020, 1, 1),
            effective=dt.date(2020, 1, 1),
            relations=[relation("replaces", OLD)],
        ),
    )
)
QUERY = resolve("Lái đò trước kia cần bằng gì, bây giờ cần bằng gì?", TODAY)
SIDES = named_sides.find(QUERY, CATALOGUE)
NOTHING = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "Kho chưa có.", TODAY)


def told(number: str) -> Answer:
    cited = (Citation(number, "Điều 1", Nature.DIGEST, "Bằng lái đò."),)
    return Answer(Outcome.ANSWERED, Kind.PROVISION, f"Theo {number}.", TODAY, citations=cited)


def test_before_what_is_held_what_it_replaced():
    asked: list[str] = []

    def again(question: str) -> Answer:
        asked.append(question)
        return told(OLD)

    found = in_turn.checked(QUERY, CATALOGUE, SIDES, [NOTHING, told(NEW)], again)
    assert [one.text for one in found] == [f"Theo {OLD}.", f"Theo {NEW}."]
    assert asked[0].endswith(f"theo {OLD}")


def test_what_holds_still_is_not_told_of_the_time_before():
    found = in_turn.checked(QUERY, CATALOGUE, SIDES, [told(NEW), NOTHING], lambda _: NOTHING)
    assert not any(map(in_turn.tells, found))


def test_what_was_replaced_is_not_told_of_today():
    found = in_turn.checked(QUERY, CATALOGUE, SIDES, [told(OLD), told(OLD)], lambda _: NOTHING)
    assert [in_turn.tells(one) for one in found] == [True, False]


def test_a_lead_to_another_time_tells_nothing():
    elsewhen = replace(told(OLD), outcome=Outcome.UNKNOWN, text="Giai đoạn khác, để tham khảo:")
    assert not in_turn.tells(elsewhen)
