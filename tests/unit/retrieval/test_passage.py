import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.corpus.fields import Nature
from knowledge.retrieval.passage import Passage
from tests.unit.builders import passage

texts = st.text(max_size=8)
several = st.lists(texts, max_size=3).map(tuple)
passages = st.builds(
    Passage,
    document=texts,
    provision=texts,
    nature=st.sampled_from(Nature),
    title=texts,
    heading=texts,
    text=texts,
    questions=several,
    sources=several,
    criteria=several,
    level=st.none() | texts,
    known=st.booleans(),
    row=st.booleans(),
)


@settings(max_examples=30)
@given(passages)
def test_a_passage_comes_back_from_the_index_file_as_it_went_in(item: Passage):
    written = json.dumps(item.as_json(), ensure_ascii=False)
    assert Passage.from_json(json.loads(written)) == item


def test_equal_texts_in_two_documents_are_two_passages():
    first = passage("1/QĐ-TTg", "Điều 1", text="như nhau")
    second = passage("2/QĐ-TTg", "Điều 1", text="như nhau")
    assert first.identity != second.identity
    assert len({first, second}) == 2


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (
            {"title": "Quyết định 1", "heading": "Vốn", "text": "chữ"},
            "Quyết định 1. Điều 1. Vốn. chữ",
        ),
        ({"text": "chữ"}, "Điều 1. chữ"),
    ],
)
def test_the_model_sees_the_context_first_and_no_empty_parts(fields: dict[str, str], wanted: str):
    assert passage(**fields).embedded_text() == wanted
