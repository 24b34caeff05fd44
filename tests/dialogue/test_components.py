import unicodedata

import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.language.normaliser import TextNormaliser
from bot.language.references import ReferenceExtractor
from bot.language.tokenizer import FoldingTokenizer


def message(text):
    return Message({TEXT: text})


def entities(text):
    found = ReferenceExtractor().process(TextNormaliser().process([message(text)]))[0]
    return {(entity["entity"], entity["value"]) for entity in found.get(ENTITIES)}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_any_unicode_form_becomes_one(form):
    typed = message(unicodedata.normalize(form, "Tiêu chí số 18"))
    assert TextNormaliser().process([typed])[0].get(TEXT) == "Tiêu chí số 18"


def test_typing_errors_are_repaired_before_anything_else_sees_them():
    typed = message("tieu chi 18 theo quyet dihn nao")
    assert TextNormaliser().process([typed])[0].get(TEXT) == "tieu chi 18 theo quyet dinh nao"


def test_tokens_are_folded_and_keep_their_place():
    text = "Tiêu chí 18.2 của 318/QĐ-TTg"
    tokens = FoldingTokenizer(FoldingTokenizer.get_default_config()).tokenize(message(text), TEXT)
    assert [token.text for token in tokens] == ["tieu", "chi", "18.2", "cua", "318/qd-ttg"]
    assert next(text[token.start : token.end] for token in tokens) == "Tiêu"


def test_an_empty_message_has_one_token():
    tokens = FoldingTokenizer(FoldingTokenizer.get_default_config()).tokenize(message("???"), TEXT)
    assert len(tokens) == 1


def test_references_are_entities_with_exact_values():
    assert entities("tc 18 xa ntm nang cao gd 21-25 vung dbscl theo qd 318/qd-ttg") == {
        ("criterion", "18"),
        ("level", "xã nâng cao"),
        ("period", "2021-2025"),
        ("region", "DBSCL"),
        ("document", "318/QĐ-TTg"),
    }


def test_a_message_without_references_has_no_entities():
    assert entities("xin chào") == set()
