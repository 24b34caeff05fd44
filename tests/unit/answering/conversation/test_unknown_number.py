import datetime as dt

import pytest

from knowledge.answering.conversation import unknown_number
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, regulation

TODAY = dt.date(2026, 11, 22)
KNOWN, UNKNOWN = "202/QĐ-TTg", "7777/QĐ-TTg"


def read(question: str, document: str) -> Query:
    before = Context(document=document, aspect="signer", subject=f"{document} ai ký?")
    catalogue = Catalogue(corpus_of(regulation(KNOWN)))
    return unknown_number.left(resolve(question, TODAY, before), catalogue)


@pytest.mark.parametrize("question", ["điều kiện về đường làng là gì", "tiêu chí 5 thế nào"])
def test_a_matter_of_its_own_is_not_asked_of_a_number_that_is_not_known(question: str):
    assert read(question, UNKNOWN).context.document is None


def test_a_field_is_still_asked_of_it():
    assert read("ký ngày nào?", UNKNOWN).context.document == UNKNOWN


def test_a_document_that_is_known_is_talked_about_still():
    assert read("nó quy định gì về đường làng?", KNOWN).context.document == KNOWN
