"""How people ask: everyday words for official ones, words left out, words around them."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from knowledge.text import compose

FRAMES = (
    "{} được quy định như thế nào?",
    "Quy định về {} ra sao?",
    "Cho tôi hỏi về {}",
    "Pháp luật quy định thế nào về {}?",
    "{} là gì?",
    "{} gồm những gì?",
    "Theo {document}, {} được quy định thế nào?",
    "{} theo {document}",
    "{} có được không?",
    "Tôi muốn hỏi {} thì phải làm gì?",
    "Ai có thẩm quyền {}?",
    "Khi nào {}?",
    "{} bao nhiêu?",
    "{} trong thời hạn bao lâu?",
    "Điều kiện {} là gì?",
    "Trường hợp nào {}?",
    "Hồ sơ {} gồm những gì?",
    "{} do cơ quan nào thực hiện?",
    "{} có bị cấm không?",
    "{} thì xử lý thế nào?",
)
# Share of the questions that are words only, as typed into a search box.
BARE_SHARE = 0.2
# In a text of fewer words none is left out.
FEWEST_WORDS = 4
_EVERYDAY = Path(__file__).parent / "everyday.yaml"


class Everyday:
    """Official terms and what people say instead.

    Attributes:
        ways: the everyday ways of each term; terms in NFC and lower case.
    """

    def __init__(self, ways: Mapping[str, Sequence[str]]):
        self.ways = ways
        longest_first = sorted(ways, key=lambda term: (-len(term), term))
        # Without terms a pattern that matches nowhere.
        choice = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._terms = re.compile(rf"(?<!\w)(?:{choice})(?!\w)")

    @classmethod
    def read(cls, file: Path = _EVERYDAY) -> Everyday:
        """The terms of a YAML file: each with the list of its everyday ways."""
        terms = yaml.safe_load(file.read_text(encoding="utf-8"))
        return cls({compose(term).lower(): tuple(ways) for term, ways in terms.items()})

    def said(self, text: str, share: float, rng: random.Random) -> str:
        """The text in lower case, with about this share of its official terms said otherwise."""

        def otherwise(match: re.Match[str]) -> str:
            return rng.choice(self.ways[match[0]]) if rng.random() < share else match[0]

        return self._terms.sub(otherwise, compose(text).lower())


def thinned(words: Sequence[str], share: float, rng: random.Random) -> list[str]:
    """The words without about this share of them: people do not quote whole sentences."""
    if len(words) < FEWEST_WORDS:
        return list(words)
    return [word for word in words if rng.random() > share] or list(words)


def window(words: Sequence[str], least: int, most: int, rng: random.Random) -> Sequence[str]:
    """So many words in a row from anywhere; all of them where there are fewer."""
    length = rng.randint(least, most)
    start = rng.randint(0, max(0, len(words) - length))
    return words[start : start + length]


def asked(matter: str, document: str, rng: random.Random) -> str:
    """A question about a matter, or the matter as it is."""
    frame = "{}" if rng.random() < BARE_SHARE else rng.choice(FRAMES)
    return frame.format(matter, document=document)
