from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.corpus.document import MentionedDocument, Relation, RelationType
from knowledge.corpus.fields import Nature
from tests.unit.builders import NEW, OLD, SOURCE, article, regulation, relation


def test_a_regulation_is_cited_by_its_number_and_told_in_our_words():
    found = regulation(NEW)
    assert (found.identity, found.nature) == (NEW, Nature.DIGEST)


def test_an_article_is_cited_by_its_id_and_told_as_a_summary():
    found = article("kien-giang-2018")
    assert (found.identity, found.nature) == ("kien-giang-2018", Nature.ARTICLE_SUMMARY)


def test_absent_fields_are_unknown_and_not_assumed():
    found = regulation(NEW)
    unknown = (found.title, found.signer, found.signed, found.effective, found.expires)
    assert unknown == (None,) * 5
    assert found.period is None
    assert found.relations == ()


@pytest.mark.parametrize("name", ["Kien-Giang", "kiên-giang", "kien giang", "", "a/b"])
def test_an_article_id_is_made_of_plain_letters_digits_and_dashes(name: str):
    with pytest.raises(ValidationError):
        article(name)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"signed": "2016-10-17", "effective": "2016-10-16"}, "sớm hơn ngày ký"),
        ({"effective": "2016-12-01", "expires": "2016-11-30"}, "sớm hơn ngày hiệu lực"),
        ({"type": "Sắc lệnh"}, "literal_error"),
        ({"levels": ["thôn"]}, "enum"),
        ({"sources": []}, "too_short"),
        ({"about": " "}, "không được để trống"),
        ({"relations": [relation("mentions", OLD)]}, "enum"),
        ({"relations": [relation("replaced_by", OLD)]}, "'type: replaces' trong tệp"),
        ({"relations": [{"type": "amends", "number": OLD}]}, "missing"),
    ],
)
def test_a_regulation_that_cannot_be_is_refused(fields: dict[str, Any], problem: str):
    with pytest.raises(ValidationError, match=problem):
        regulation(NEW, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"signed": "2016-10-17", "effective": "2016-10-17"},
        {"effective": "2016-12-01", "expires": "2016-12-01"},
        {"signed": "2016-10-17", "expires": "2016-10-01"},
    ],
)
def test_days_may_fall_together_and_unknown_ones_are_not_compared(fields: dict[str, str]):
    assert regulation(NEW, **fields)


def test_a_relation_has_a_type_a_number_and_the_provisions_it_is_about():
    value = relation("sets_standard", OLD, provisions=[18.1, "2"], note="xem khoản 2")
    found = Relation.model_validate(value)
    assert found.type is RelationType.SETS_STANDARD
    assert (found.number, found.provisions, found.verified) == (OLD, ("18.1", "2"), True)


def test_a_correction_needs_a_source():
    value = {"stated": "12", "correct": "21", "explanation": "báo cáo của tỉnh", "sources": []}
    with pytest.raises(ValidationError, match="too_short"):
        article("a", corrections=[value])
    assert article("a", corrections=[value | {"sources": [SOURCE]}]).corrections


def test_a_mentioned_document_needs_a_number_and_a_source():
    assert MentionedDocument(number=OLD, source=SOURCE).signed is None
    with pytest.raises(ValidationError, match="source"):
        MentionedDocument.model_validate({"number": OLD})
