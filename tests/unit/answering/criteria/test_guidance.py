"""Who guides a criterion is told set by set, of the level and criterion that the guide names."""

import datetime as dt

from knowledge.answering.criteria import guidance
from knowledge.answering.query import resolve
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import (
    corpus_of,
    criteria_table,
    criterion,
    indicator,
    regulation,
)

SET = "1/QĐ-TTg"
TODAY = dt.date(2022, 11, 22)
PART = {"address": "Điều 1", "heading": "", "text": "Đò.", "line": 1, "criteria": ["2.1"]}
COMMUNES = criteria_table(SET, criterion("1", indicator("1.1"), name="Đò giang"))
ADVANCED = criteria_table(
    SET, criterion("1", indicator("1.1"), name="Bến bãi"), level="xã nâng cao"
)


def catalogue_of(**fields: object) -> Catalogue:
    guide = regulation(
        "5/QĐ-BXD",
        issuer="Bộ Xây dựng",
        relations=[{"type": "guides", "number": SET, "verified": True, "provisions": ["1"]}],
        **fields,
    )
    documents = [regulation(SET, effective=dt.date(2021, 1, 1)), guide]
    return Catalogue(corpus_of(*documents, tables=[COMMUNES, ADVANCED]))


def test_the_guide_is_told_with_its_issuer():
    catalogue = catalogue_of()
    choice = choose(resolve("tiêu chí 1", TODAY), catalogue)
    said = guidance.told(catalogue, [Target(COMMUNES, "1")], choice)
    assert said is not None
    assert "của Bộ Xây dựng" in said
    assert guidance.told(catalogue, [Target(COMMUNES, "1")], choice, "bo y te") is None


def test_a_number_that_is_another_criterion_elsewhere_is_not_guided_there():
    assert guidance.of(catalogue_of(), Target(ADVANCED, "1")) == []


def test_a_guide_for_one_level_guides_no_other():
    catalogue = catalogue_of(levels=["xã nâng cao"])
    assert guidance.of(catalogue, Target(COMMUNES, "1")) == []


def test_a_guide_of_the_whole_set_guides_every_row_whatever_is_told_of_it():
    guide = regulation(
        "6/QĐ-BNN",
        title="Sổ tay hướng dẫn thực hiện Bộ tiêu chí đò giang",
        topics=["bộ tiêu chí"],
        relations=[{"type": "guides", "number": SET, "verified": True}],
        provisions=[PART],
    )
    catalogue = Catalogue(corpus_of(regulation(SET), guide, tables=[COMMUNES]))
    assert [i.regulation.number for i in guidance.of(catalogue, Target(COMMUNES, "1"))] == [
        "6/QĐ-BNN"
    ]
