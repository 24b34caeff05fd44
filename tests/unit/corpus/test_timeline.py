import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import (
    Interval,
    State,
    Status,
    amendments,
    governing,
    in_force,
    status,
)
from tests.unit.builders import NEW, OLD, corpus_of, criteria_table, regulation, relation

THIRD = "303/QĐ-TTg"
REPLACES_OLD = {"relations": [relation("replaces", OLD)]}
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def status_on(text: str, *documents: Regulation) -> Status:
    """The status of the first document among all of them."""
    return status(Catalogue(corpus_of(*documents)), documents[0], day(text))


def states_around(text: str, *documents: Regulation) -> list[State]:
    """The day before, the day itself, the day after."""
    change = day(text)
    return [
        status_on((change + shift).isoformat(), *documents).state for shift in (-DAY, 0 * DAY, DAY)
    ]


SIGNED = regulation(OLD, signed="2010-01-05")
EFFECTIVE = regulation(OLD, signed="2010-01-05", effective="2010-02-20", period="2010-2015")


def test_without_any_date_nothing_can_be_said():
    undated = regulation(OLD, period="2010-2015", expires="2012-01-01")
    assert status_on("2030-01-01", undated) == Status(State.UNDATED)


@pytest.mark.parametrize(
    ("document", "change", "wanted"),
    [
        (SIGNED, "2010-01-05", [State.NOT_SIGNED, State.SIGNED_ONLY, State.SIGNED_ONLY]),
        (EFFECTIVE, "2010-01-05", [State.NOT_SIGNED, State.NOT_EFFECTIVE, State.NOT_EFFECTIVE]),
        (EFFECTIVE, "2010-02-20", [State.NOT_EFFECTIVE, State.IN_FORCE, State.IN_FORCE]),
        (EFFECTIVE, "2015-12-31", [State.IN_FORCE, State.IN_FORCE, State.PERIOD_OVER]),
        (
            regulation(OLD, effective="2010-02-20"),
            "2010-02-20",
            [State.NOT_EFFECTIVE, State.IN_FORCE, State.IN_FORCE],
        ),
        (
            regulation(OLD, signed="2010-01-05", effective="2010-01-05"),
            "2010-01-05",
            [State.NOT_SIGNED, State.IN_FORCE, State.IN_FORCE],
        ),
        (
            regulation(OLD, signed="2010-01-05", period="2010-2015"),
            "2015-12-31",
            [State.SIGNED_ONLY, State.SIGNED_ONLY, State.PERIOD_OVER],
        ),
        (
            regulation(OLD, effective="2010-02-20", expires="2012-06-30"),
            "2012-06-30",
            [State.IN_FORCE, State.EXPIRED, State.EXPIRED],
        ),
    ],
)
def test_the_state_changes_on_the_day_itself(
    document: Regulation, change: str, wanted: list[State]
):
    assert states_around(change, document) == wanted


def test_a_replaced_document_ends_the_day_before_the_other_takes_effect():
    replacing = regulation(NEW, signed="2014-10-17", effective="2014-12-01", **REPLACES_OLD)
    documents = (EFFECTIVE, replacing)
    assert states_around("2014-10-17", *documents) == [State.IN_FORCE] * 3
    assert states_around("2014-12-01", *documents) == [
        State.IN_FORCE,
        State.REPLACED,
        State.REPLACED,
    ]
    assert status_on("2014-12-01", *documents) == Status(
        State.REPLACED, day("2010-02-20"), day("2014-11-30"), NEW, verified=True
    )


def test_a_document_replaced_after_its_period_is_over_and_then_replaced():
    replacing = regulation(NEW, signed="2016-10-17", effective="2016-12-01", **REPLACES_OLD)
    assert states_around("2016-12-01", EFFECTIVE, replacing) == [
        State.PERIOD_OVER,
        State.REPLACED,
        State.REPLACED,
    ]


def test_a_replacement_without_an_effective_date_counts_from_its_signing():
    replacing = regulation(NEW, signed="2014-10-17", **REPLACES_OLD)
    assert states_around("2014-10-17", EFFECTIVE, replacing)[:2] == [State.IN_FORCE, State.REPLACED]
    assert status_on("2014-10-17", EFFECTIVE, replacing).until is None


def test_a_replacement_without_any_date_ends_nothing():
    replacing = regulation(NEW, **REPLACES_OLD)
    assert status_on("2015-01-01", EFFECTIVE, replacing).state is State.IN_FORCE


def test_an_unverified_replacement_is_told_as_such():
    replacing = regulation(
        NEW, effective="2014-12-01", relations=[relation("replaces", OLD, verified=False)]
    )
    assert not status_on("2015-01-01", EFFECTIVE, replacing).verified


@pytest.mark.parametrize("kind", ["amends", "succeeds", "guides", "based_on", "cites"])
def test_no_other_relation_ends_a_document(kind: str):
    other = regulation(NEW, effective="2014-12-01", relations=[relation(kind, OLD)])
    assert status_on("2015-01-01", EFFECTIVE, other).state is State.IN_FORCE


def test_the_status_has_the_first_and_the_last_day():
    expiring = regulation(OLD, effective="2010-02-20", expires="2012-06-30")
    first, last = day("2010-02-20"), day("2012-06-29")
    assert status_on("2010-02-19", expiring) == Status(State.NOT_EFFECTIVE, first)
    assert status_on("2010-02-20", expiring) == Status(State.IN_FORCE, first)
    assert status_on("2012-06-30", expiring) == Status(State.EXPIRED, first, last)
    over = Status(State.PERIOD_OVER, first, day("2015-12-31"))
    assert status_on("2016-01-01", EFFECTIVE) == over


# Three sets of commune criteria; the third took effect long after the second one's period.
SETS = Catalogue(
    corpus_of(
        regulation(OLD, signed="2010-01-05", effective="2010-02-20"),
        regulation(NEW, signed="2016-10-17", effective="2016-12-01", **REPLACES_OLD),
        regulation(THIRD, signed="2022-03-08", relations=[relation("succeeds", NEW)]),
        tables=[
            criteria_table(NEW, period="2016-2020"),
            criteria_table(OLD, period="2010-2020"),
            criteria_table(THIRD, period="2021-2025"),
        ],
    )
)


def governing_in(first: str, last: str, level: Level = Level.COMMUNE) -> tuple[list[str], bool]:
    found = governing(SETS, level, Interval(day(first), day(last)))
    return [table.document for table in found.tables], found.certain


@pytest.mark.parametrize(
    ("text", "documents", "certain"),
    [
        ("2009-12-31", [], False),
        ("2010-01-01", [OLD], False),
        ("2010-02-19", [OLD], False),
        ("2010-02-20", [OLD], True),
        ("2016-11-30", [OLD], True),
        ("2016-12-01", [NEW], True),
        ("2020-12-31", [NEW], True),
        ("2021-01-01", [THIRD], False),
        ("2022-03-07", [THIRD], False),
        ("2022-03-08", [THIRD], True),
        ("2025-12-31", [THIRD], True),
        ("2026-01-01", [], False),
    ],
)
def test_the_governing_set_changes_on_the_day_itself(
    text: str, documents: list[str], certain: bool
):
    assert governing_in(text, text) == (documents, certain)


@pytest.mark.parametrize(
    ("first", "last", "documents", "certain"),
    [
        ("2016-01-01", "2016-12-31", [NEW, OLD], True),
        ("2016-01-01", "2016-11-30", [OLD], True),
        ("2010-01-01", "2020-12-31", [NEW, OLD], True),
        ("2021-01-01", "2021-12-31", [THIRD], False),
        ("2021-01-01", "2025-12-31", [THIRD], True),
        ("2000-01-01", "2099-12-31", [THIRD, NEW, OLD], True),
        ("2026-01-01", "2030-12-31", [], False),
    ],
)
def test_a_span_of_time_has_every_set_of_its_days_the_latest_first(
    first: str, last: str, documents: list[str], certain: bool
):
    assert governing_in(first, last) == (documents, certain)


def test_another_level_has_sets_of_its_own():
    assert governing_in("2018-01-01", "2018-12-31", Level.DISTRICT) == ([], False)


@pytest.mark.parametrize(
    ("first", "last", "meets"),
    [
        ("2016-01-01", "2016-01-31", False),
        ("2016-01-01", "2016-02-01", True),
        ("2016-02-10", "2016-02-10", True),
        ("2016-02-29", "2016-03-31", True),
        ("2016-03-01", "2016-03-31", False),
        ("2016-01-01", "2016-12-31", True),
    ],
)
def test_intervals_meet_when_they_have_a_day_in_common(first: str, last: str, meets: bool):
    february = Interval(day("2016-02-01"), day("2016-02-29"))
    other = Interval(day(first), day(last))
    assert february.meets(other) is other.meets(february) is meets


days = st.dates(dt.date(2009, 1, 1), dt.date(2022, 12, 31))


@given(signed=days, wait=st.integers(0, 400), replaced=st.none() | days, on=days)
def test_a_set_is_in_force_on_the_days_its_decision_is(
    signed: dt.date, wait: int, replaced: dt.date | None, on: dt.date
):
    own = regulation(OLD, signed=signed, effective=signed + wait * DAY, period="2010-2015")
    other = regulation(NEW, effective=replaced, **REPLACES_OLD)
    table = criteria_table(OLD, period="2010-2015")
    catalogue = Catalogue(corpus_of(own, other, tables=[table]))
    span = in_force(catalogue, table)
    inside = span.first <= on <= span.last
    assert (status(catalogue, own, on).state is State.IN_FORCE) is inside


def in_force_and_status(text: str, *documents: Regulation) -> tuple[bool, State, dt.date | None]:
    table = criteria_table(OLD, period="2010-2015")
    catalogue = Catalogue(corpus_of(*documents, tables=[table]))
    span = in_force(catalogue, table)
    found = status(catalogue, documents[0], day(text))
    return span.first <= day(text) <= span.last, found.state, found.until


def test_an_expiry_date_after_the_period_means_the_same_to_set_and_status():
    late = regulation(OLD, effective="2010-02-20", expires="2016-06-30", period="2010-2015")
    inside, state, _ = in_force_and_status("2016-03-01", late)
    assert inside is (state is State.IN_FORCE)


def test_of_two_replacements_the_one_in_effect_first_ends_the_document():
    slow = regulation(NEW, signed="2011-01-01", effective="2014-01-01", **REPLACES_OLD)
    quick = regulation(THIRD, signed="2012-01-01", effective="2012-02-01", **REPLACES_OLD)
    found = status_on("2014-06-01", EFFECTIVE, slow, quick)
    assert (found.by, found.until) == (THIRD, day("2012-01-31"))


def test_a_document_replaced_before_it_would_have_expired_ended_with_the_replacement():
    document = regulation(OLD, effective="2010-02-20", expires="2012-12-31")
    other = regulation(NEW, effective="2011-07-01", **REPLACES_OLD)
    found = status_on("2013-01-01", document, other)
    assert (found.state, found.until) == (State.REPLACED, day("2011-06-30"))


def test_amendments_are_those_signed_by_that_day_the_earliest_first():
    amends = {"relations": [relation("amends", OLD)]}
    catalogue = Catalogue(
        corpus_of(
            regulation(OLD),
            regulation("3/QĐ-TTg", signed="2013-05-01", **amends),
            regulation("2/QĐ-TTg", signed="2012-05-01", effective="2014-01-01", **amends),
            regulation("4/QĐ-TTg", **amends),
            regulation("5/QĐ-TTg", signed="2012-06-01", **REPLACES_OLD),
        )
    )

    def until(text: str) -> list[str]:
        return [document.number for document in amendments(catalogue, OLD, day(text))]

    assert until("2012-04-30") == []
    assert until("2012-05-01") == ["2/QĐ-TTg"]
    assert until("2013-05-01") == ["2/QĐ-TTg", "3/QĐ-TTg"]
    assert until("2030-01-01") == ["2/QĐ-TTg", "3/QĐ-TTg"]
