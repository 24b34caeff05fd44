"""What older sets demand is told as ended, with the set in force beside it."""

import datetime as dt

from knowledge.answering.criteria import current
from knowledge.answering.query import resolve
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, indicator, regulation

OLD, NEW = "1/QĐ-TTg", "2/2026/QĐ-TTg"
TODAY = dt.date(2026, 11, 22)


def sets(continues: list[dict[str, str]]) -> tuple[Catalogue, Choice, Target]:
    old = criteria_table(OLD, criterion("1", indicator("1.1")), period="2016-2020")
    new = criteria_table(
        NEW, criterion("1", name="Tiêu chí nối", continues=continues), period="2026-2030"
    )
    documents = [
        regulation(OLD, signed=dt.date(2016, 1, 1), effective=dt.date(2016, 1, 1)),
        regulation(
            NEW,
            signed=dt.date(2025, 12, 1),
            effective=dt.date(2026, 2, 15),
            relations=[{"type": "replaces", "number": OLD, "verified": True}],
        ),
    ]
    catalogue = Catalogue(corpus_of(*documents, tables=[old, new]))
    return catalogue, choose(resolve("nhà ở", TODAY), catalogue), Target(old, "1")


def test_the_set_in_force_is_named_where_it_says_nothing_of_that_name():
    catalogue, choice, target = sets([])
    said = current.ended(catalogue, [target], choice)
    assert said is not None
    assert "giai đoạn 2016-2020 đã hết" in said
    assert NEW in said
    assert "chưa có quy định" in said


def test_what_takes_the_matter_up_is_named():
    catalogue, choice, target = sets([{"document": OLD, "number": "1"}])
    said = current.ended(catalogue, [target], choice)
    assert said is not None
    assert "nội dung của tiêu chí 1 nay thuộc tiêu chí 1 (Tiêu chí nối)" in said


def test_nothing_is_said_where_the_set_in_force_is_told_or_a_time_is_asked_about():
    catalogue, choice, target = sets([])
    now = Target(choice.current[0], "1")
    assert current.ended(catalogue, [now, target], choice) is None
    dated = choose(resolve("nhà ở năm 2018", TODAY), catalogue)
    assert current.ended(catalogue, [target], dated) is None
