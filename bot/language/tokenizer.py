"""Tokens for the intent classifier: folded syllables with their places in the text."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from knowledge.text import strip_diacritics

_TOKEN = re.compile(r"\w+(?:[./-]\w+)*")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FoldingTokenizer(Tokenizer):
    """Splits into words, folded; `318/QĐ-TTg` and `18.2` stay whole."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The defaults that the base class asks for."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FoldingTokenizer:
        """Called by Rasa."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of one attribute of a message."""
        text = message.get(attribute)
        folded = strip_diacritics(text.lower())
        found = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(folded)]
        return found or [Token(folded or text, 0, len(text))]
